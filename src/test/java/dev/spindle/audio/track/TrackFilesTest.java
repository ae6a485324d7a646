package dev.spindle.audio.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spindle.drive.Drive;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.os.Programs;
import dev.spindle.os.RunningProgram;
import dev.spindle.os.linux.LinuxPrograms;
import dev.spindle.os.linux.LinuxStorage;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.run.CallResult;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;

/** Files of tracks on a real file system, and FLAC by the program that makes it. */
@Tag("unit")
final class TrackFilesTest {
    private static final int RAW = 2352;
    private static final int FIRST = 33 * RAW;
    private static final int FIRST_BYTES = 1000 * RAW;

    @TempDir Path folder;
    private final RealConcurrency concurrency = new RealConcurrency();
    private final LinuxStorage storage = new LinuxStorage();
    private final AlbumPlan album = Albums.three();
    private byte[] music = new byte[0];
    private Optional<Cover> cover = Optional.empty();

    @BeforeEach
    void makeDisc() throws IOException {
        music = new byte[1608 * RAW];
        new Random(8).nextBytes(music);
        Files.write(folder.resolve("a.bin"), music);
        Files.writeString(
                folder.resolve("a.cue"),
                "FILE \"a.bin\" BINARY\nTRACK 01 AUDIO\nINDEX 01 00:00:33\n");
    }

    private CallResult<Long> make(Format format, Programs programs, Path to) throws IOException {
        Drive image =
                new ImageDrives(concurrency, storage).open(folder.resolve("a.cue").toString());
        var worker = new RoleWorker(concurrency, "encoder");
        try (image) {
            var files =
                    new TrackFiles(
                            storage,
                            programs,
                            format,
                            new Samples(image, 0, 0, 1608 * 588, new RangeSet()),
                            cover,
                            _ -> {});
            return worker.call(
                    lease ->
                            files.make(
                                    album,
                                    album.tracks().getFirst(),
                                    to.toString(),
                                    _ -> {},
                                    lease),
                    concurrency.in(Duration.ofMinutes(1)),
                    StopToken.never());
        } finally {
            worker.close();
        }
    }

    private byte[] track() {
        return Arrays.copyOfRange(music, FIRST, FIRST + FIRST_BYTES);
    }

    private long crc() {
        var crc = new CRC32();
        crc.update(track());
        return crc.getValue();
    }

    private void assertMade(CallResult<Long> result) {
        assertThat(result).isInstanceOf(CallResult.Returned.class);
        assertThat(((CallResult.Returned<Long>) result).value()).isEqualTo(crc());
    }

    /** Java's own reader of WAV files agrees. */
    @Test
    void aWavFileHasAPlainHeaderOf44Bytes() throws Exception {
        Path wav = folder.resolve("1.wav");
        assertMade(make(Format.WAV, new LinuxPrograms(), wav));
        assertThat(Files.size(wav)).isEqualTo(44 + FIRST_BYTES);
        try (var in = AudioSystem.getAudioInputStream(wav.toFile())) {
            assertThat(in.getFormat().matches(new AudioFormat(44_100, 16, 2, true, false)))
                    .isTrue();
            assertThat(in.readAllBytes()).isEqualTo(track());
        }
    }

    @Test
    void aFlacFileHasTheTagsAndTheSamples() throws Exception {
        assumeTrue(hasFlac(), "the program flac is not installed: apt-get install flac");
        Path flac = folder.resolve("1.flac");
        assertMade(make(Format.FLAC, new LinuxPrograms(), flac));
        assertThat(run("flac", "--test", "--silent", flac.toString())).isEmpty();
        assertThat(
                        new String(
                                run("metaflac", "--export-tags-to=-", flac.toString()),
                                StandardCharsets.UTF_8))
                .contains("TITLE=One\n", "ALBUM=Songs: \"live\"\n", "ISRC=GBAYE9300106\n");
        byte[] decoded =
                run(
                        "flac",
                        "--decode",
                        "--silent",
                        "--stdout",
                        "--force-raw-format",
                        "--endian=little",
                        "--sign=signed",
                        flac.toString());
        assertThat(decoded).isEqualTo(track());
    }

    @Test
    void aFlacFileHasThePictureAndTheSamples() throws Exception {
        assumeTrue(hasFlac(), "the program flac is not installed: apt-get install flac");
        byte[] jpeg = new byte[200_000];
        new Random(4).nextBytes(jpeg);
        jpeg[0] = (byte) 0xFF;
        jpeg[1] = (byte) 0xD8;
        jpeg[2] = (byte) 0xFF;
        cover = Optional.of(Cover.of(jpeg));
        Path flac = folder.resolve("1.flac");
        assertMade(make(Format.FLAC, new LinuxPrograms(), flac));
        assertThat(run("flac", "--test", "--silent", flac.toString())).isEmpty();
        assertThat(run("metaflac", "--export-picture-to=-", flac.toString())).isEqualTo(jpeg);
        assertThat(new String(run("metaflac", "--list", flac.toString()), StandardCharsets.UTF_8))
                .contains("MIME type: image/jpeg", "comment[0]: TITLE=One");
    }

    private static boolean hasFlac() {
        try {
            return run("flac", "--version").length > 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static byte[] run(String... words) throws IOException {
        var process = new ProcessBuilder(words).start();
        return process.getInputStream().readAllBytes();
    }

    /** A program that says what the test tells it to. */
    private static final class Told implements RunningProgram {
        final ByteArrayInputStream output;
        final int exit;

        Told(byte[] output, int exit) {
            this.output = new ByteArrayInputStream(output);
            this.exit = exit;
        }

        @Override
        public void write(ByteBuffer content) throws IOException {
            if (exit != 0) {
                throw new IOException("Broken pipe");
            }
        }

        @Override
        public void endInput() {}

        @Override
        public int read(byte[] into) throws IOException {
            return output.read(into);
        }

        @Override
        public int awaitEnd() {
            return exit;
        }

        @Override
        public String complaint() {
            return exit == 0 ? "" : "ERROR: no room";
        }

        @Override
        public void end() {}
    }

    /** Its mark, room for what it is, for tags, and padding; no music. */
    private static byte[] emptyFlac() {
        var file = ByteBuffer.allocate(4 + 38 + 12 + 4 + FlacTags.ROOM_BYTES);
        file.put("fLaC".getBytes(StandardCharsets.US_ASCII)).putInt(34).put(new byte[34]);
        file.putInt((4 << 24) | 8).put(new byte[8]);
        return file.putInt((0x81 << 24) | FlacTags.ROOM_BYTES).array();
    }

    private IOException failure(CallResult<Long> result) {
        assertThat(result).isInstanceOf(CallResult.Failed.class);
        return ((CallResult.Failed<Long>) result).problem();
    }

    @Test
    void aProgramThatFailsIsQuoted() throws IOException {
        Path flac = folder.resolve("1.flac");
        assertThat(failure(make(Format.FLAC, _ -> new Told(new byte[0], 1), flac)))
                .hasMessage("flac has failed on " + flac + ": ERROR: no room");
    }

    /** What the file gives back is compared, whatever the program says of itself. */
    @Test
    void aFileThatHoldsSomethingElseIsNoTrack() throws IOException {
        Path flac = folder.resolve("1.flac");
        byte[] wrong = track();
        wrong[500] ^= 1;
        var started = new ArrayList<List<String>>();
        var problem =
                failure(
                        make(
                                Format.FLAC,
                                words -> {
                                    started.add(words);
                                    Files.write(flac, emptyFlac());
                                    return new Told(wrong, 0);
                                },
                                flac));
        assertThat(problem).hasMessageContaining("does not hold what was written to it");
        assertThat(started).hasSize(2);
        assertThat(started.getFirst()).contains("--verify", "-");
        assertThat(started.getLast()).contains("--decode");
    }

    @Test
    void aProgramThatIsNotThereIsNamedWithItsPackage() {
        assertThatThrownBy(() -> new LinuxPrograms().start(List.of("no-such-program-here")))
                .hasMessage(
                        "the program no-such-program-here can't be started; install the package"
                                + " no-such-program-here");
    }

    @Test
    void aProgramCanBeEndedWhileItIsWaitedFor() throws IOException {
        var program = new LinuxPrograms().start(List.of("sleep", "600"));
        var worker = new RoleWorker(concurrency, "encoder");
        var pending = worker.submit(_ -> program.awaitEnd());
        program.end();
        var result =
                worker.await(pending, concurrency.in(Duration.ofSeconds(20)), StopToken.never());
        assertThat(result).isInstanceOf(CallResult.Returned.class);
        worker.close();
    }
}
