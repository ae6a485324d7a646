package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.OsException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A partial rip goes at the user's word, and nothing else does. */
@Tag("unit")
final class DiscardTest {
    private static final String PART = Bench.FOLDER + "/SIMULATED.iso.part";

    private static void slow(Bench bench) {
        bench.image = TestImage.iso(4, 4 * TestImage.MIB, "SIMULATED");
        bench.script = "speed 1M";
    }

    private static void discard(Bench bench, String file) {
        try {
            new RipEngine(bench.services()).discard(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static List<String> names(Bench bench) {
        try {
            return bench.storage.list(Bench.FOLDER);
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    @Test
    void aStoppedRipIsDeletedWithItsMapAndRecord() {
        var _ =
                Bench.with(bench -> {
                    slow(bench);
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(1));
                    rip.stop();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                    bench.sleep(Duration.ofSeconds(1));
                    assertThat(names(bench)).contains("SIMULATED.iso.part", "SIMULATED.map");
                    discard(bench, PART);
                    assertThat(names(bench)).isEmpty();
                    bench.script = "speed 100M";
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                });
    }

    @Test
    void oneThatIsBeingWrittenStays() {
        var _ =
                Bench.with(bench -> {
                    slow(bench);
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(1));
                    assertThatThrownBy(() -> discard(bench, PART))
                            .hasMessageContaining("is being written by another rip");
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void aFinishedImageIsNotTouched() {
        var _ =
                Bench.with(bench -> {
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThatThrownBy(() -> discard(bench, Bench.FOLDER + "/SIMULATED.iso"))
                            .hasMessageContaining("is no partial image");
                    bench.files().assertComplete();
                });
    }
}
