package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.AudioServices;
import dev.spindle.audio.MusicSequel;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Audio CDs in the drive of a bench, and what a test asks of what became of them. */
abstract class AudioRips {
    static final int RAW = TestImage.RAW;
    static final int HEADER = 44;
    static final String ALBUM = Bench.FOLDER + "/The Band - Songs";

    /** Sectors before the first track, and of each of the tracks. */
    int silent = 0;

    final List<Integer> tracks = new ArrayList<>(List.of(300, 200, 250));
    boolean hasWords = true;
    int dataTracks;

    void with(Consumer<Bench> body) {
        assertThat(left(body)).isEmpty();
    }

    List<String> left(Consumer<Bench> body) {
        return Bench.with(bench -> {
            insert(bench);
            body.accept(bench);
        });
    }

    void insert(Bench bench) {
        int sectors = silent + tracks.stream().mapToInt(n -> n).sum();
        bench.image = new byte[sectors * RAW];
        new Random(3).nextBytes(bench.image);
        Arrays.fill(bench.image, 0, silent * RAW, (byte) 0);
        bench.sectorBytes = RAW;
        var toc = new ArrayList<MediumTrack>();
        var words = new java.util.TreeMap<Integer, TrackMusic>();
        long lba = silent;
        for (int i = 0; i < tracks.size(); i++) {
            boolean isData = i < dataTracks;
            toc.add(new MediumTrack(i + 1, 1, lba, tracks.get(i), isData ? 4 : 0, isData ? 1 : 0));
            String title = i == 1 ? "" : "Song " + (i + 1);
            words.put(
                    i + 1,
                    new TrackMusic(
                            0,
                            new MusicText(title, "", ""),
                            Optional.empty(),
                            OptionalLong.empty()));
            lba += tracks.get(i);
        }
        bench.medium =
                new Medium(
                        OptionalInt.of(8),
                        Optional.of(new MediumToc(toc, lba)),
                        Optional.empty(),
                        OptionalInt.empty(),
                        false,
                        OptionalLong.empty(),
                        hasWords
                                ? Optional.of(
                                        new MediumMusic(
                                                Optional.empty(),
                                                new MusicText("Songs", "The Band", ""),
                                                words))
                                : Optional.empty());
        wants(bench, MusicWishes.Format.WAV, 0);
        insertAgain(bench);
    }

    static void wants(Bench bench, MusicWishes.Format format, int offset) {
        bench.music =
                new MusicWishes(
                        Optional.of(format), offset, MusicWishes.TRACK_NAME, Optional.empty());
    }

    static byte[] wav(Bench bench, String path) {
        byte[] file = bench.storage.insight().content(path);
        return Arrays.copyOfRange(file, HEADER, file.length);
    }

    byte[] track(Bench bench, int index) {
        int start = silent + tracks.stream().limit(index).mapToInt(n -> n).sum();
        return Arrays.copyOfRange(bench.image, start * RAW, (start + tracks.get(index)) * RAW);
    }

    static String text(Bench bench, String path) {
        return new String(bench.storage.insight().content(path), StandardCharsets.UTF_8);
    }

    static List<String> inFolder(Bench bench) {
        return bench.storage.insight().paths().stream()
                .filter(path -> path.startsWith(Bench.FOLDER + "/"))
                .map(path -> path.substring(Bench.FOLDER.length() + 1))
                .toList();
    }

    void assertAlbum(Bench bench, RipVerdict verdict) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        assertThat(verdict.durable()).isTrue();
        assertThat(verdict.file()).isEqualTo(ALBUM + "/The Band - Songs.cue");
        assertThat(inFolder(bench))
                .containsExactlyInAnyOrder(
                        "The Band - Songs",
                        "The Band - Songs/01 Song 1.wav",
                        "The Band - Songs/02 Track 02.wav",
                        "The Band - Songs/03 Song 3.wav",
                        "The Band - Songs/The Band - Songs.cue",
                        "The Band - Songs/The Band - Songs.log",
                        "The Band - Songs/The Band - Songs.m3u8",
                        "The Band - Songs/The Band - Songs.map",
                        "The Band - Songs/The Band - Songs.rip.json");
        assertThat(wav(bench, ALBUM + "/01 Song 1.wav")).isEqualTo(track(bench, 0));
        assertThat(wav(bench, ALBUM + "/02 Track 02.wav")).isEqualTo(track(bench, 1));
        assertThat(wav(bench, ALBUM + "/03 Song 3.wav")).isEqualTo(track(bench, 2));
        // All of it is there after a power cut, too.
        assertThat(bench.storage.crashCopy().insight().paths())
                .containsAll(bench.storage.insight().paths());
    }

    static void insertAgain(Bench bench) {
        bench.sequel = sequel(bench, path -> path.equals(bench.drive));
    }

    /**
     * Makes tracks of what the bench rips.
     *
     * @param isDrive tells drives from the sheets of images
     */
    static MusicSequel sequel(Bench bench, Predicate<String> isDrive) {
        return new MusicSequel(
                new AudioServices(
                        bench.baton,
                        bench.storage,
                        path ->
                                isDrive.test(path)
                                        ? bench.open(path)
                                        : new ImageDrives(bench.baton, bench.storage).open(path),
                        _ -> {
                            throw new IOException("there are no programs here");
                        },
                        address -> bench.web.get(address)));
    }

    static String partOf(String file) {
        return ALBUM + ".tracks.part/" + file;
    }
}
