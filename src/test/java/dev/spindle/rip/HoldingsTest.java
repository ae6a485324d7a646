package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Who closes what is held: exactly one, and nobody while a call runs. */
@Tag("unit")
final class HoldingsTest {
    private final Usage usage = new Usage(new BatonConcurrency(1, Duration.ofHours(1)));

    @Test
    void whoRetiresItClosesItWhereNobodyIsIn() {
        assertThat(usage.begin()).isTrue();
        assertThat(usage.end()).isFalse();
        assertThat(usage.retire()).isTrue();
        assertThat(usage.retire()).as("once").isFalse();
        assertThat(usage.begin()).isFalse();
    }

    @Test
    void theLastToReturnClosesItElse() {
        assertThat(usage.begin()).isTrue();
        assertThat(usage.begin()).isTrue();
        assertThat(usage.retire()).isFalse();
        assertThat(usage.begin()).isFalse();
        assertThat(usage.end()).isFalse();
        assertThat(usage.end()).isTrue();
    }

    @Test
    void aFileThatIsOpenedTooLateIsClosedAtOnce() {
        var _ =
                Bench.with(bench -> {
                    var held = new Holdings(bench.baton);
                    held.end();
                    try {
                        var _ =
                                held.hold(
                                        bench.storage.open(
                                                Bench.FOLDER + "/x",
                                                dev.spindle.os.Storage.How.CREATE));
                    } catch (dev.spindle.os.OsException problem) {
                        throw new AssertionError(problem);
                    }
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                });
    }
}
