package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Several drives are looked into at once; one that does not answer hides no other. */
@Tag("unit")
class DriveLooksTest {
    private static final DriveInfo FAST = drive("/dev/sr0");
    private static final DriveInfo SLOW = drive("/dev/sr1");
    private static final DriveInfo HUNG = drive("/dev/sr2");

    private static DriveInfo drive(String address) {
        return new DriveInfo(address, "PLDS", "DVD", "1", "", false);
    }

    private static DriveReport ready(String address) {
        return new DriveReport(address, drive(address), "ready", Optional.empty());
    }

    /** Returns the roles that still hang at the end. */
    private static List<String> with(Consumer<BatonConcurrency> body) {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        return baton.run(() -> body.accept(baton));
    }

    private static List<String> states(
            BatonConcurrency baton, DriveLooks.Look look, DriveInfo... drives) {
        return new DriveLooks(baton, look)
                .at(List.of(drives)).stream()
                        .map(report -> report.address() + " " + report.state())
                        .toList();
    }

    private static void wait(BatonConcurrency baton, Deadline deadline) {
        var _ = baton.gate("drive").pause(deadline, StopToken.never());
    }

    @Test
    void theyAreLookedIntoAtOnceAndToldInTheirOrder() {
        assertThat(
                        with(baton -> {
                            long startNanos = baton.nanoTime();
                            DriveLooks.Look look =
                                    address -> {
                                        int seconds = address.equals(SLOW.address()) ? 9 : 8;
                                        wait(baton, baton.in(Duration.ofSeconds(seconds)));
                                        return ready(address);
                                    };
                            assertThat(states(baton, look, SLOW, FAST))
                                    .containsExactly("/dev/sr1 ready", "/dev/sr0 ready");
                            assertThat(Duration.ofNanos(baton.nanoTime() - startNanos))
                                    .isEqualTo(Duration.ofSeconds(9));
                        }))
                .isEmpty();
    }

    @Test
    void oneThatDoesNotAnswerHidesNoOther() {
        var left =
                with(baton -> {
                    long startNanos = baton.nanoTime();
                    DriveLooks.Look look =
                            address -> {
                                if (address.equals(HUNG.address())) {
                                    wait(baton, Deadline.never());
                                }
                                return ready(address);
                            };
                    assertThat(states(baton, look, HUNG, FAST))
                            .containsExactly("/dev/sr2 has not answered yet", "/dev/sr0 ready");
                    assertThat(Duration.ofNanos(baton.nanoTime() - startNanos))
                            .isEqualTo(Duration.ofSeconds(20));
                });
        assertThat(left).containsExactly("look into /dev/sr2");
    }

    @Test
    void whatIsWrongWithOneIsItsState() {
        var left =
                with(baton -> {
                    DriveLooks.Look look =
                            address -> {
                                if (address.equals(FAST.address())) {
                                    throw new IOException("/dev/sr0 can't be used");
                                }
                                throw new IllegalStateException("a mistake");
                            };
                    assertThat(states(baton, look, FAST, SLOW))
                            .containsExactly(
                                    "/dev/sr0 /dev/sr0 can't be used.",
                                    "/dev/sr1 can't be looked at:"
                                            + " java.lang.IllegalStateException: a mistake");
                });
        assertThat(left).isEmpty();
    }

    @Test
    void withoutDrivesNobodyWaits() {
        var left = with(baton -> assertThat(states(baton, DriveLooksTest::ready)).isEmpty());
        assertThat(left).isEmpty();
    }
}
