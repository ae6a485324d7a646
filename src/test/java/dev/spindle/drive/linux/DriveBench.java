package dev.spindle.drive.linux;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;

/** A played drive in a played system, on the virtual clock. */
final class DriveBench {
    static final int SECTORS = 400;

    final BatonConcurrency baton;
    final ScriptedStorage storage;
    final PlayedDrive played = new PlayedDrive(disc(1, SECTORS));
    final PlayedFacts facts = new PlayedFacts();
    final LinuxDrives drives;
    final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * Drive.SECTOR_BYTES);

    private DriveBench(BatonConcurrency baton) {
        this.baton = baton;
        this.storage = new ScriptedStorage(baton);
        this.drives = new LinuxDrives(baton, storage, played, facts);
        plugIn("sr0");
    }

    /** What a test does. */
    interface Body {
        void run(DriveBench bench) throws IOException;
    }

    static void with(Body body) {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        var _ =
                baton.run(() -> {
                    try {
                        body.run(new DriveBench(baton));
                    } catch (IOException problem) {
                        throw new AssertionError(problem);
                    }
                });
    }

    static byte[] disc(long seed, int sectors) {
        var bytes = new byte[sectors * Drive.SECTOR_BYTES];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    void plugIn(String name) {
        attribute(name + "/device/type", "5");
        attribute(name + "/device/vendor", "PIONEER");
        attribute(name + "/device/model", "BD-RW   BDR-209D");
        attribute(name + "/device/rev", "1.50");
    }

    void attribute(String path, String value) {
        storage.insight()
                .file("/sys/block/" + path, (value + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void unplug(String name) throws IOException {
        for (String attribute : new String[] {"type", "vendor", "model", "rev"}) {
            storage.remove("/sys/block/" + name + "/device/" + attribute);
        }
    }

    void later(Duration delay, Runnable step) {
        var _ =
                baton.start(
                        "hand of the test",
                        () -> {
                            var _ = baton.gate("sleep").pause(baton.in(delay), StopToken.never());
                            step.run();
                        });
    }

    Drive open() throws IOException {
        return drives.open("/dev/sr0").orElseThrow();
    }

    Drive ready() throws IOException {
        Drive drive = open();
        drive.awaitDisc(StopToken.never());
        return drive;
    }

    ReadOutcome read(Drive drive, long lba, int sectors) {
        return drive.read(lba, sectors, buffer.clear());
    }

    Duration clock(long sinceNanos) {
        return Duration.ofNanos(baton.nanoTime() - sinceNanos);
    }
}
