package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.Fixture;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A disc whose structures show a protection is ripped as it is, and the user is told. */
@Tag("unit")
final class ProtectionNoticeTest {
    private static final String SENTENCE =
            "This disc is protected with AACS: Spindle copies what the drive gives without a key,"
                    + " and what is encrypted stays encrypted in the image.";

    private static Bench with(Bench bench, String fixture) {
        bench.image = Fixture.load(fixture).bytes();
        bench.name = Optional.of("FILM");
        return bench;
    }

    private static List<String> notices(Rip rip) {
        return rip.takeEvents().stream()
                .filter(event -> event instanceof RipEvent.Noticed)
                .map(event -> ((RipEvent.Noticed) event).text())
                .toList();
    }

    @Test
    void itIsToldOnceAndNothingIsRefused() {
        var _ =
                Bench.with(bench -> {
                    var rip = with(bench, "udf260-aacs").start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(notices(rip)).containsExactly(SENTENCE);
                    bench.files("FILM").assertImage(bench.image);
                });
    }

    @Test
    void itIsToldBeforeTheFirstByteIsWritten() {
        var _ =
                Bench.with(bench -> {
                    with(bench, "udf260-aacs").script = "speed 100K";
                    var rip = bench.start();
                    bench.awaitPhase(rip, RipSnapshot.Phase.SWEEPING);
                    assertThat(notices(rip)).containsExactly(SENTENCE);
                    assertThat(rip.snapshot().sample().writtenBytes()).isZero();
                    rip.stop();
                    bench.timeToEndAtMost(rip, Duration.ofSeconds(10));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"udf250-bdmv", "iso-bdmv", "bridge-dvd-video"})
    void nothingIsSaidOfADiscWithoutIt(String fixture) {
        var _ =
                Bench.with(bench -> {
                    var rip = with(bench, fixture).start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(notices(rip)).isEmpty();
                });
    }
}
