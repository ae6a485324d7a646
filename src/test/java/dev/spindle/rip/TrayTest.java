package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.linux.LinuxDrives;
import dev.spindle.drive.linux.PlayedDrive;
import dev.spindle.drive.linux.PlayedFacts;
import dev.spindle.os.Errno;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Trays move at the user's word, and a report says where they stand. */
@Tag("unit")
class TrayTest {
    /** What a test does. */
    private interface Body {
        void run(RipEngine engine, PlayedDrive played) throws IOException;
    }

    private static void with(Body body) {
        var _ =
                Bench.with(bench -> {
                    var played = new PlayedDrive(TestImage.iso(1, TestImage.MIB, "IN_THE_TRAY"));
                    var drives =
                            new LinuxDrives(bench.baton, bench.storage, played, new PlayedFacts());
                    bench.opener = Optional.of(address -> drives.open(address).orElseThrow());
                    bench.storage
                            .insight()
                            .file(
                                    "/sys/block/sr0/device/vendor",
                                    "PIONEER".getBytes(StandardCharsets.US_ASCII));
                    try {
                        body.run(new RipEngine(bench.services()), played);
                    } catch (IOException problem) {
                        throw new AssertionError(problem);
                    }
                    assertThat(played.openDevices).isZero();
                });
    }

    @Test
    void aDiscComesOutAndIsTakenInAgain() {
        with((engine, played) -> {
            assertThat(engine.inspect("/dev/sr0").state()).isEqualTo(DriveReport.READY);
            engine.moveTray("/dev/sr0", TrayMove.OPEN);
            assertThat(played.trayOpen).isTrue();
            var open = engine.inspect("/dev/sr0");
            assertThat(open.state()).isEqualTo(DriveReport.TRAY_OPEN);
            assertThat(open.disc()).isEmpty();
            engine.moveTray("/dev/sr0", TrayMove.CLOSE);
            var closed = engine.inspect("/dev/sr0");
            assertThat(closed.disc().orElseThrow().label()).contains("IN_THE_TRAY");
            assertThat(closed.topBytesPerSecond()).hasValue(22_161_000);
        });
    }

    @Test
    void anEmptyDriveSaysSo() {
        with((engine, played) -> {
            played.disc = null;
            assertThat(engine.inspect("/dev/sr0").state()).isEqualTo(DriveReport.NO_DISC);
        });
    }

    @Test
    void aDriveThatSomebodyHasForHimselfIsLeftAlone() {
        with((engine, played) -> {
            played.openFailure = Errno.EBUSY;
            assertThatThrownBy(() -> engine.moveTray("/dev/sr0", TrayMove.OPEN))
                    .isInstanceOf(IOException.class);
            assertThat(played.trayOpen).isFalse();
            assertThat(played.opcodes).isEmpty();
        });
    }

    @Test
    void anImageHasNoTray() {
        var _ =
                Bench.with(bench ->
                        assertThatThrownBy(() ->
                                        new RipEngine(bench.services())
                                                .moveTray(bench.drive, TrayMove.OPEN))
                                .isInstanceOf(IOException.class)
                                .hasMessageEndingWith(" is an image: it has no tray"));
    }
}
