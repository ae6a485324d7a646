package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

/** Calls that hang for ever: a stop ends the rip within a second, and nothing is lost by it. */
@Tag("unit")
final class HangTest {
    private static final int MIB = TestImage.MIB;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static void classic(Bench bench) {
        bench.policy =
                new PolicyChoice(PolicyChoice.Policy.CLASSIC, PolicyChoice.Controller.FIXED, MIB);
        bench.image = TestImage.iso(7, 6 * MIB, "SIMULATED");
        bench.script = "speed 2M";
    }

    /** Each kind of call hangs for ever from a moment on at which it is sure to be made again. */
    @ParameterizedTest
    @EnumSource(
            value = CallKind.class,
            names = {
                "OPEN",
                "WRITE",
                "READ",
                "KICK",
                "AWAIT",
                "DROP",
                "FSTATFS",
                "TRUNCATE",
                "SYNC_DATA",
                "SYNC",
                "LOCK",
                "CLOSE",
                "FACTS",
                "LOOK_UP",
                "FILE_SYSTEM",
                "RENAME_KEEPING",
                "RENAME_OVER",
                "SYNC_FOLDER"
            })
    void aStopEndsARipWhoseStorageHangs(CallKind kind) {
        for (long seed = 1; seed <= 4; seed++) {
            long nth = seed;
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                classic(bench);
                                bench.storage.on(kind).from(nth).hangForEver();
                                var rip = bench.start();
                                bench.sleep(Duration.ofSeconds(20));
                                assertStops(bench, rip);
                            });
        }
    }

    /** Stops, and resumes once the machine was started again. */
    private static void assertStops(Bench bench, Rip rip) {
        boolean ended = rip.snapshot().verdict().isPresent();
        rip.stop();
        assertThat(bench.timeToEnd(rip)).as("%s", rip.snapshot()).isLessThanOrEqualTo(SECOND);
        var verdict = rip.snapshot().verdict().orElseThrow();
        if (!ended) {
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.STOPPED);
        }
        bench.files().assertMapHolds();
        bench.kill();
        bench.script = "speed 100M";
        assertThat(bench.rip(ResumeMode.RESUME).outcome()).isEqualTo(RipOutcome.COMPLETE);
        bench.files().assertComplete();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 40, 1000, 3000})
    void aStopEndsARipWhoseDriveHangs(int lba) {
        var _ =
                Bench.with(bench -> {
                    classic(bench);
                    bench.script = "speed 2M\nhang " + lba;
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(20));
                    assertStops(bench, rip);
                });
    }

    @Test
    void aStopEndsARipWhoseDriveAndStorageHang() {
        var _ =
                Bench.with(bench -> {
                    classic(bench);
                    bench.script = "speed 2M\nhang 2500";
                    bench.storage.on(CallKind.WRITE).from(3).hangForEver();
                    bench.storage.on(CallKind.SYNC_DATA).hangForEver();
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(20));
                    assertStops(bench, rip);
                });
    }
}
