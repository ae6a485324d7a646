package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.AudioServices;
import dev.spindle.audio.MusicSequel;
import dev.spindle.drive.Drive;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.os.Web;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Audio CDs by seed, with tracks, a pause before the first one, a read offset, bad sectors and such
 * as come wrongly: what comes out is the original wherever the faults allow it, and the rest is
 * named.
 */
@Tag("unit")
final class RandomAudioDiscsTest {
    private static final int ROUNDS = Integer.getInteger("audiodiscs", 60);
    private static final int RAW = TestImage.RAW;
    private static final int SAMPLE = 4;
    private static final int HEADER = 44;
    private static final String ALBUM = Bench.FOLDER + "/Random";

    /** What one seed makes. */
    private static final class Disc {
        final Random random;
        final long seed;
        final int pause;
        final boolean isPauseSilent;
        final List<Integer> tracks = new ArrayList<>();
        final int offset;
        final Set<Integer> bad = new TreeSet<>();
        final Set<Integer> flaky = new TreeSet<>();
        final Set<Integer> hopeless = new TreeSet<>();

        /** As it was recorded. */
        final byte[] original;

        Disc(long seed) {
            this.seed = seed;
            random = new Random(seed);
            pause = random.nextInt(3) == 0 ? 20 + random.nextInt(80) : 0;
            isPauseSilent = random.nextBoolean();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                tracks.add(30 + random.nextInt(120));
            }
            offset = random.nextInt(3) == 0 ? random.nextInt(1401) - 700 : 0;
            original = new byte[sectors() * RAW];
            random.nextBytes(original);
            if (isPauseSilent) {
                Arrays.fill(original, 0, pause * RAW, (byte) 0);
            }
            some(bad);
            some(flaky);
            if (random.nextInt(3) == 0) {
                hopeless.add(random.nextInt(sectors()));
            }
            flaky.removeAll(bad);
            hopeless.removeAll(bad);
            hopeless.removeAll(flaky);
        }

        private void some(Set<Integer> sectors) {
            for (int i = random.nextInt(4); i > 0; i--) {
                sectors.add(random.nextInt(sectors()));
            }
        }

        int sectors() {
            return pause + tracks.stream().mapToInt(n -> n).sum();
        }

        /** As a drive with this read offset gives it. */
        byte[] given() {
            return shifted(original, -offset);
        }

        /** The sample at a place is the one that many further on. */
        static byte[] shifted(byte[] bytes, int samples) {
            byte[] moved = new byte[bytes.length];
            int shift = samples * SAMPLE;
            int from = Math.max(0, shift);
            int length = bytes.length - Math.abs(shift);
            System.arraycopy(bytes, from, moved, Math.max(0, -shift), length);
            return moved;
        }

        /** All tracks in a row, as they must come out: what was not read is silence. */
        byte[] expected() {
            byte[] read = given();
            bad.forEach(lba -> Arrays.fill(read, lba * RAW, (lba + 1) * RAW, (byte) 0));
            return shifted(read, offset);
        }

        Medium medium() {
            var toc = new ArrayList<MediumTrack>();
            long lba = pause;
            for (int i = 0; i < tracks.size(); i++) {
                toc.add(new MediumTrack(i + 1, 1, lba, tracks.get(i), 0, 0));
                lba += tracks.get(i);
            }
            return new Medium(
                    OptionalInt.of(8),
                    Optional.of(new MediumToc(toc, lba)),
                    Optional.empty(),
                    OptionalInt.empty(),
                    false,
                    OptionalLong.empty(),
                    Optional.of(
                            new MediumMusic(
                                    Optional.empty(), new MusicText("Random", "", ""), Map.of())));
        }

        String script() {
            var script = new StringBuilder("speed 100M");
            bad.forEach(lba -> script.append("\nbad ").append(lba).append(" 1 sense 3/11/05"));
            return script.toString();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "seed %d: pause %d (silent: %b), tracks %s, offset %d, bad %s, flaky %s,"
                            + " hopeless %s",
                    seed,
                    pause,
                    isPauseSilent,
                    tracks,
                    offset,
                    bad,
                    flaky,
                    hopeless);
        }
    }

    private static void insert(Bench bench, Disc disc) {
        bench.image = disc.given();
        bench.sectorBytes = RAW;
        bench.medium = disc.medium();
        bench.script = disc.script();
        bench.retries = 1;
        bench.music =
                new MusicWishes(
                        Optional.of(MusicWishes.Format.WAV),
                        disc.offset,
                        MusicWishes.TRACK_NAME,
                        Optional.empty());
        bench.opener = Optional.of(path -> unsteady(bench, disc, path));
        bench.sequel =
                new MusicSequel(
                        new AudioServices(
                                bench.baton,
                                bench.storage,
                                path -> open(bench, path),
                                _ -> {
                                    throw new IOException("there are no programs here");
                                },
                                Web.NONE));
    }

    private static Drive unsteady(Bench bench, Disc disc, String path) throws IOException {
        var unsteady = bench.opener;
        bench.opener = Optional.empty();
        try {
            return new UnsteadyDrive(bench.open(path), disc.random, disc.flaky, disc.hopeless);
        } finally {
            bench.opener = unsteady;
        }
    }

    private static Drive open(Bench bench, String path) throws IOException {
        return path.equals(bench.drive)
                ? bench.open(path)
                : new ImageDrives(bench.baton, bench.storage).open(path);
    }

    @Test
    void whatComesOutIsTheOriginalAndTheRestIsNamed() {
        long first = new Random().nextLong();
        for (int round = 0; round < ROUNDS; round++) {
            var disc = new Disc(first + round);
            var left =
                    Bench.with(
                            disc.seed,
                            bench -> {
                                insert(bench, disc);
                                var verdict = bench.rip();
                                assertVerdict(disc, verdict);
                                assertSamples(bench, disc);
                                assertNamed(bench, disc);
                            });
            assertThat(left).as("%s", disc).isEmpty();
        }
    }

    private static void assertVerdict(Disc disc, RipVerdict verdict) {
        boolean isWhole = disc.bad.isEmpty() && disc.hopeless.isEmpty();
        assertThat(verdict.outcome())
                .as("%s: %s", disc, verdict.text())
                .isEqualTo(isWhole ? RipOutcome.COMPLETE : RipOutcome.FINISHED_WITH_HOLES);
        assertThat(verdict.durable()).isTrue();
        if (!isWhole) {
            assertThat(verdict.text()).contains("Random.bin was kept.");
        }
    }

    private static void assertSamples(Bench bench, Disc disc) {
        byte[] expected = disc.expected();
        int start = disc.pause;
        for (int i = 0; i < disc.tracks.size(); i++) {
            String name = String.format(Locale.ROOT, "/%02d Track %02d.wav", i + 1, i + 1);
            byte[] file = bench.storage.insight().content(ALBUM + name);
            int end = start + disc.tracks.get(i);
            assertThat(file).as("%s: %s", disc, name).hasSize(HEADER + (end - start) * RAW);
            for (int at = start * RAW; at < end * RAW; at += SAMPLE) {
                int inFile = HEADER + at - start * RAW;
                boolean isSame =
                        Arrays.equals(expected, at, at + SAMPLE, file, inFile, inFile + SAMPLE);
                if (!isSame) {
                    int sector = Math.floorDiv(at + disc.offset * SAMPLE, RAW);
                    assertThat(disc.hopeless).as("%s: %s at %d", disc, name, at).contains(sector);
                }
            }
            start = end;
        }
    }

    /** In the log: every track that lacks something says so, and no other does. */
    private static void assertNamed(Bench bench, Disc disc) {
        String log =
                new String(
                        bench.storage.insight().content(ALBUM + "/Random.log"),
                        StandardCharsets.UTF_8);
        int start = disc.pause;
        for (int i = 0; i < disc.tracks.size(); i++) {
            int end = start + disc.tracks.get(i);
            String about = about(log, i + 1);
            assertThat(about.contains("Silence for unread sectors"))
                    .as("%s: track %d: %s", disc, i + 1, about)
                    .isEqualTo(touches(disc.bad, disc, start, end));
            assertThat(about.contains("Not confirmed"))
                    .as("%s: track %d: %s", disc, i + 1, about)
                    .isEqualTo(touches(disc.hopeless, disc, start, end));
            start = end;
        }
    }

    /** Whether sectors of the image, moved by the offset, reach into a track. */
    private static boolean touches(Set<Integer> sectors, Disc disc, int start, int end) {
        return sectors.stream()
                .anyMatch(lba -> {
                    long from = lba * 588L - disc.offset;
                    return from < end * 588L && from + 588 > start * 588L;
                });
    }

    private static String about(String log, int track) {
        int from = log.indexOf("\nTrack " + track + ":");
        int to = log.indexOf("\n\n", from + 1);
        return log.substring(from, to);
    }
}
