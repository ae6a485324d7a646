package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.Errno;
import dev.spindle.run.RealConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.SplittableRandom;

@Tag("unit")
class ImageDrivesTest {
    @TempDir private Path folder;

    private final ChannelStorage storage = new ChannelStorage();
    private final ImageDrives drives = new ImageDrives(new RealConcurrency(), storage);
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(32 * 2048);

    private String image(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new SplittableRandom(bytes).nextBytes(content);
        return Files.write(folder.resolve(name), content).toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void assertRefused(String address, String message) {
        assertThatIOException()
                .isThrownBy(() -> drives.open(address))
                .withMessageContaining(message);
        assertThat(storage.openFiles).isZero();
    }

    @Test
    void anImageIsReadWholeWhateverItsSize() throws IOException {
        String path = image("odd.iso", 5 * 2048 + 7);
        storage.mostBytes = 1000;
        try (var drive = drives.open(path)) {
            assertThat(drive.info().address()).isEqualTo(path);
            assertThat(drive.info().model()).isEqualTo("odd.iso");
            assertThat(drive.info().image()).isTrue();
            assertThat(drive.topBytesPerSecond()).isEmpty();
            assertThat(drive.lengthBytes()).isEqualTo(5 * 2048 + 7);
            assertThat(drive.read(0, 6, buffer)).isEqualTo(new ReadOutcome.Good(5 * 2048 + 7));
            byte[] came = new byte[5 * 2048 + 7];
            buffer.get(0, came);
            assertThat(came).isEqualTo(Files.readAllBytes(Path.of(path)));
            assertThat(drive.read(6, 1, buffer)).isInstanceOf(ReadOutcome.Fault.class);
        }
        assertThat(storage.openFiles).isZero();
    }

    @Test
    void optionsMakeItADriveWithFaults() throws IOException {
        String path = image("a.iso", 100 * 2048);
        String script = file("faults.txt", "# two faults\nbad 3 1\nshort 5 1\nspeed 1K");
        try (var drive = drives.open(path + "?speed=400M&script=" + script)) {
            assertThat(drive.info().address()).isEqualTo(path);
            assertThat(drive.topBytesPerSecond()).hasValue(400L << 20);
            assertThat(drive.read(3, 1, buffer)).isInstanceOf(ReadOutcome.MediumError.class);
            assertThat(drive.read(5, 1, buffer)).isEqualTo(new ReadOutcome.ShortTransfer(1024));
        }
        assertThat(storage.openFiles).isZero();
    }

    @Test
    void anotherDiscLiesBesideTheScript() throws IOException {
        String path = image("a.iso", 100 * 2048);
        var _ = image("b c.iso", 50 * 2048);
        String script = file("change.txt", "change at 0s b c.iso");
        try (var drive = drives.open(path + "?script=" + script)) {
            assertThat(drive.read(0, 1, buffer)).isInstanceOf(ReadOutcome.Changed.class);
            assertThat(drive.lengthBytes()).isEqualTo(50 * 2048);
        }
        assertThat(storage.openFiles).isZero();
        assertRefused(
                path + "?script=" + file("wrong.txt", "change at 0s no.iso"),
                "the other disc no.iso does not exist");
    }

    @Test
    void aNameMayHoldAQuestionMark() throws IOException {
        String path = image("what?speed=x", 2048);
        try (var drive = drives.open(path)) {
            assertThat(drive.info().address()).isEqualTo(path);
        }
    }

    @Test
    void aMistakeInTheScriptIsToldWithItsPlace() throws IOException {
        String path = image("a.iso", 2048);
        String script = file("s.txt", "speed 1M\nbad 1");
        assertRefused(
                path + "?script=" + script,
                "the script " + script + ", line 2, column 6: COUNT is missing");
        Path binary = Files.write(folder.resolve("b.txt"), new byte[] {(byte) 0xC3, 0x28});
        assertRefused(path + "?script=" + binary, "b.txt is no text; save it as UTF-8");
        assertRefused(path + "?script=" + folder, "is a folder; name a file");
        assertRefused(path + "?script=/no/such/script", "the script /no/such/script does not");
    }

    private static byte[] raw(int sectors) {
        var bytes = new byte[sectors * 2352];
        for (int at = 0; at < bytes.length; at += 2352) {
            java.util.Arrays.fill(bytes, at + 1, at + 11, (byte) -1);
            bytes[at + 15] = 2;
            bytes[at + 100] = (byte) (at / 2352);
        }
        return bytes;
    }

    @Test
    void aCueSheetIsADriveOfRawSectors() throws IOException {
        Files.write(folder.resolve("disc.bin"), raw(40));
        String cue =
                file(
                        "disc.cue",
                        """
                        FILE "disc.bin" BINARY
                          TRACK 01 MODE2/2352
                            INDEX 01 00:00:00
                          TRACK 02 AUDIO
                            INDEX 01 00:00:30
                        """);
        try (var drive = drives.open(cue)) {
            assertThat(drive.info().address()).isEqualTo(cue);
            assertThat(drive.sectorBytes()).isEqualTo(2352);
            assertThat(drive.sectorCount()).isEqualTo(40);
            assertThat(drive.sectorsPerRead()).isEqualTo(27);
            assertThat(drive.medium().toc().orElseThrow().tracks()).hasSize(2);
            var buffer = ByteBuffer.allocateDirect(5 * 2352);
            assertThat(drive.read(20, 5, buffer)).isEqualTo(new ReadOutcome.Good(5 * 2352));
            assertThat(buffer.get(2352 + 100)).isEqualTo((byte) 21);
        }
        String script = file("s.txt", "bad 3 1");
        try (var drive = drives.open(cue + "?script=" + script)) {
            assertThat(drive.sectorBytes()).isEqualTo(2352);
            var buffer = ByteBuffer.allocateDirect(2352);
            assertThat(drive.read(3, 1, buffer)).isInstanceOf(ReadOutcome.MediumError.class);
            assertThat(drive.read(4, 1, buffer)).isEqualTo(new ReadOutcome.Good(2352));
        }
    }

    private String cueOfTwoFiles(int firstBytes) throws IOException {
        Files.write(folder.resolve("1.bin"), java.util.Arrays.copyOf(raw(40), firstBytes));
        Files.write(
                folder.resolve("2.bin"),
                java.util.Arrays.copyOfRange(raw(40), 25 * 2352, 40 * 2352));
        return file(
                "two.cue",
                """
                FILE "1.bin" BINARY
                  TRACK 01 MODE2/2352
                    INDEX 01 00:00:00
                FILE "2.bin" BINARY
                  TRACK 02 MODE2/2352
                    INDEX 01 00:00:00
                """);
    }

    @Test
    void theFilesOfACueSheetAreOneDisc() throws IOException {
        storage.mostBytes = 5000;
        try (var drive = drives.open(cueOfTwoFiles(25 * 2352))) {
            assertThat(drive.sectorCount()).isEqualTo(40);
            assertThat(drive.medium().toc().orElseThrow().tracks().getLast().startLba())
                    .isEqualTo(25);
            var buffer = ByteBuffer.allocateDirect(40 * 2352);
            for (int[] read : new int[][] {{0, 40}, {24, 2}, {25, 1}, {39, 1}, {3, 20}}) {
                int bytes = read[1] * 2352;
                assertThat(drive.read(read[0], read[1], buffer.clear()))
                        .isEqualTo(new ReadOutcome.Good(bytes));
                byte[] came = new byte[bytes];
                buffer.get(0, came);
                assertThat(came)
                        .isEqualTo(
                                java.util.Arrays.copyOfRange(
                                        raw(40), read[0] * 2352, read[0] * 2352 + bytes));
            }
            assertThat(drive.read(39, 2, buffer.clear())).isInstanceOf(ReadOutcome.Fault.class);
        }
        assertThat(storage.openFiles).isZero();
    }

    @Test
    void aFileBeforeTheLastHoldsWholeSectors() throws IOException {
        assertRefused(
                cueOfTwoFiles(25 * 2352 - 1), "1.bin does not hold whole sectors of 2352 bytes");
        String cue = cueOfTwoFiles(2352);
        Files.delete(folder.resolve("2.bin"));
        assertRefused(cue, "2.bin, the file of " + cue + ", does not exist");
    }

    @Test
    void rawSectorsAreKnownWithoutTheirCueSheet() throws IOException {
        Path bin = Files.write(folder.resolve("lonely.bin"), raw(10));
        try (var drive = drives.open(bin.toString())) {
            assertThat(drive.sectorBytes()).isEqualTo(2352);
            assertThat(drive.medium().toc().orElseThrow().tracks().getFirst().dataMode())
                    .isEqualTo(2);
        }
        byte[] other = raw(10);
        other[15] = 7;
        bin = Files.write(folder.resolve("other.bin"), other);
        try (var drive = drives.open(bin.toString())) {
            assertThat(drive.sectorBytes()).isEqualTo(2048);
            assertThat(drive.medium().toc()).isEmpty();
        }
    }

    @Test
    void aCueSheetThatLeadsNowhereIsRefusedInOneSentence() throws IOException {
        assertRefused(file("no.cue", "hello"), "no.cue, line 1: there is no TRACK");
        assertRefused(folder.resolve("gone.cue").toString(), "gone.cue does not exist");
        String sheet = "FILE gone.bin BINARY\nTRACK 01 AUDIO\nINDEX 01 00:00:00";
        assertRefused(
                file("lost.cue", sheet),
                "gone.bin, the file of " + folder.resolve("lost.cue") + ", does not exist");
    }

    @Test
    void whatIsNoImageIsRefusedInOneSentence() throws IOException {
        assertRefused("/no/such.iso", "/no/such.iso does not exist; name a file or a drive");
        assertRefused(folder.toString(), " is a folder; name a file or a drive");
        assertRefused("/dev/null", "/dev/null is neither a file nor a drive");
        assertRefused(image("empty.iso", 0), "empty.iso is empty; name an image");
        assertRefused("", "the drive has no name");
        assertRefused("a\0b", "is no file name");
        assertRefused(image("a.iso", 10) + "?x=1", "'x' is no option of a drive");
    }

    @ParameterizedTest
    @CsvSource({
        "EACCES, can't be read: you lack the permission",
        "EBUSY, is in use by another program",
        "ENOMEDIUM, there is no disc in",
        "ENXIO, there is no drive at",
        "EIO, can't be read: ",
        "ENOENT, does not exist"
    })
    void whatCantBeOpenedIsRefusedInOneSentence(Errno errno, String message) throws IOException {
        storage.openError = Optional.of(errno);
        assertRefused(image("a.iso", 10), message);
    }

    @Test
    void aDeviceHasTheSizeThatItTells() throws IOException {
        storage.playsDevices = true;
        String path = image("loop0", 4 * 2048);
        try (var drive = drives.open(path)) {
            assertThat(drive.lengthBytes()).isEqualTo(4 * 2048);
            assertThat(drive.info().image()).isFalse();
            cutOff(path, 2048);
            // As a drive that was pulled out answers: no error, and a size that is smaller or none.
            assertThat(drive.read(0, 4, buffer))
                    .isEqualTo(new ReadOutcome.Gone("the drive is not there any more: " + path));
        }
        assertRefused(image("empty", 0), "there is no disc in");
    }

    @Test
    void anImageThatShrankIsAnErrorAndNeverTheEnd() throws IOException {
        String path = image("a.iso", 4 * 2048);
        try (var drive = drives.open(path)) {
            cutOff(path, 3000);
            assertThat(drive.read(0, 1, buffer)).isEqualTo(new ReadOutcome.Good(2048));
            assertThat(drive.read(0, 4, buffer))
                    .isEqualTo(
                            new ReadOutcome.Gone(
                                    "the image is shorter than when it was opened: " + path));
        }
    }

    @Test
    void errorsOfTheKernelAreOutcomes() throws IOException {
        try (var drive = drives.open(image("a.iso", 4 * 2048))) {
            storage.readError = Optional.of(Errno.EIO);
            assertThat(drive.read(0, 1, buffer))
                    .isEqualTo(new ReadOutcome.MediumError(Sense.UNRECOVERED_READ_ERROR));
            storage.readError = Optional.of(Errno.ENODATA);
            assertThat(drive.read(0, 1, buffer)).isInstanceOf(ReadOutcome.MediumError.class);
            for (Errno errno :
                    new Errno[] {Errno.ENXIO, Errno.ENODEV, Errno.ENOMEDIUM, Errno.ESTALE}) {
                storage.readError = Optional.of(errno);
                assertThat(drive.read(0, 1, buffer)).isInstanceOf(ReadOutcome.Gone.class);
            }
            storage.readError = Optional.empty();
            assertThat(drive.read(0, 1, buffer)).isEqualTo(new ReadOutcome.Good(2048));
        }
    }

    @Test
    void theDemoDiscComesWithItsOwnScript() throws IOException {
        try (var drive = drives.open("demo:")) {
            assertThat(drive.info().address()).isEqualTo("demo:");
            assertThat(drive.topBytesPerSecond()).hasValue(12L << 20);
            assertThat(drive.lengthBytes()).isBetween(46L << 20, 50L << 20);
        }
        String script = file("s.txt", "bad 16 1");
        try (var drive = drives.open("demo:?speed=500M&script=" + script)) {
            assertThat(drive.topBytesPerSecond()).hasValue(500L << 20);
            assertThat(drive.read(16, 1, buffer)).isInstanceOf(ReadOutcome.MediumError.class);
        }
    }

    private static void cutOff(String path, long bytes) throws IOException {
        try (var channel = FileChannel.open(Path.of(path), StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }
}
