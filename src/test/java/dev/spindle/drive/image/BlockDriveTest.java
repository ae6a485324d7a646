package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.Errno;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A drive that takes no commands: another disc in it is seen all the same. */
@Tag("unit")
class BlockDriveTest {
    private static final int SECTORS = 8;

    private static final ReadOutcome CHANGED =
            new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED);

    private final ChannelStorage storage = new ChannelStorage();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SECTORS * 2048);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path device;

    @BeforeEach
    void aDrive() throws IOException {
        storage.playsDevices = true;
        storage.sysfs = Optional.of(folder.resolve("sysfs"));
        device = Files.write(folder.resolve("sr7"), new byte[SECTORS * 2048]);
        diskseq("4");
    }

    @AfterEach
    void nothingStaysOpen() {
        assertThat(storage.openFiles).isZero();
    }

    private void diskseq(String number) throws IOException {
        Path attribute = folder.resolve("sysfs/block/sr7/diskseq");
        Files.createDirectories(attribute.getParent());
        Files.writeString(attribute, number + "\n");
    }

    private Drive open() throws IOException {
        // A link such as /dev/cdrom leads to it.
        Path link = folder.resolve("cdrom");
        if (!Files.exists(link)) {
            Files.createSymbolicLink(link, device);
        }
        var drives =
                new ImageDrives(
                        new RealConcurrency(), storage, path -> path.replaceFirst("cdrom$", "sr7"));
        return drives.open(link.toString());
    }

    private ReadOutcome read(Drive drive) {
        return drive.read(0, SECTORS, buffer.clear());
    }

    @Test
    void anotherDiscIsNotReadAndTheSameOneIs() throws IOException {
        try (var drive = open()) {
            assertThat(read(drive)).isEqualTo(new ReadOutcome.Good(SECTORS * 2048));
            assertThat(drive.sectorsPerRead()).isEqualTo(32);
            diskseq("5");
            assertThat(read(drive)).isEqualTo(CHANGED);
            assertThat(read(drive)).isEqualTo(CHANGED);
            drive.awaitDisc(StopToken.never());
            assertThat(read(drive)).isEqualTo(new ReadOutcome.Good(SECTORS * 2048));
            assertThat(drive.read(SECTORS, 1, buffer)).isInstanceOf(ReadOutcome.Fault.class);
        }
    }

    @Test
    void aDiscOfAnotherSizeIsNotGoneOnWith() throws IOException {
        try (var drive = open()) {
            Files.write(device, new byte[(SECTORS + 1) * 2048]);
            diskseq("5");
            assertThatIOException()
                    .isThrownBy(() -> drive.awaitDisc(StopToken.never()))
                    .withMessage(drive.info().address() + " does not hold the disc that was in it");
            assertThat(read(drive)).isEqualTo(CHANGED);
        }
    }

    /** The opening has the kernel look at the disc, and count. */
    @Test
    void readsThatFailSinceTheDiscIsAnotherAreNoBadSectors() throws IOException {
        try (var drive = open()) {
            storage.readError = Optional.of(Errno.EIO);
            storage.uponOpening = () -> diskseq("5");
            assertThat(read(drive)).isEqualTo(CHANGED);
        }
    }

    @Test
    void badSectorsAreFactsAboutTheDisc() throws IOException {
        try (var drive = open()) {
            storage.readError = Optional.of(Errno.EIO);
            assertThat(read(drive)).isInstanceOf(ReadOutcome.MediumError.class);
        }
    }

    @Test
    void readsThatFailSinceNoDiscIsInAreNoBadSectors() throws IOException {
        try (var drive = open()) {
            storage.readError = Optional.of(Errno.EIO);
            storage.openError = Optional.of(Errno.ENOMEDIUM);
            assertThat(read(drive)).isEqualTo(new ReadOutcome.NotReady(Sense.NO_MEDIUM));
            assertThatIOException().isThrownBy(() -> drive.awaitDisc(StopToken.never()));
            storage.openError = Optional.of(Errno.ENXIO);
            assertThat(read(drive)).isInstanceOf(ReadOutcome.Gone.class);
            storage.openError = Optional.of(Errno.EACCES);
            assertThat(read(drive)).isInstanceOf(ReadOutcome.MediumError.class);
        }
    }
}
