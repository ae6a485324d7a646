package dev.spindle.rip.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.TrackProgress;
import dev.spindle.rip.TrackProgress.Stage;
import dev.spindle.rip.record.AlbumRecord.TrackFile;
import dev.spindle.rip.record.AlbumWords.TrackWords;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What records tell of music: back as it was written, and from files of older versions too. */
@Tag("unit")
class MusicInRecordsTest {
    private static final AlbumWords WORDS =
            new AlbumWords(
                    "Songs: \"live\"",
                    "Größe & Co",
                    "1997-03-21",
                    "b1a9c0e9-d987-4042-ae91-78d6a3267d69",
                    Map.of(1, new TrackWords("One", ""), 12, new TrackWords("Zwölf", "Guest")));

    private static RipRecord record(Optional<AlbumRecord> album, Optional<MusicRecord> wishes) {
        return new RipRecord(
                RipRecord.VERSION,
                RipState.RUNNING,
                1,
                Instant.parse("2026-01-02T03:04:05Z"),
                new DriveInfo("/dev/sr0", "A", "B", "C", "", false),
                "x",
                "y",
                2352,
                "/out",
                "ext4",
                new WritebackRecord("steady", "auto", 0, "direct"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                2352,
                Optional.of("flac"),
                album,
                wishes);
    }

    private static AlbumRecord album(TrackFile... files) {
        return new AlbumRecord(
                "Songs", "flac", -30, Map.of("sha256", "aa"), List.of(files), Optional.of(WORDS));
    }

    @Test
    void whatWasAskedForComesBack() throws IOException {
        var wishes =
                new MusicRecord(
                        Optional.of("wav"),
                        667,
                        "{nr} {artist}",
                        Optional.of(WORDS),
                        Optional.of("/pictures/c.jpg"));
        var rip = record(Optional.empty(), Optional.of(wishes));
        assertThat(RipRecordText.read(RipRecordText.write(rip))).isEqualTo(rip);
    }

    @Test
    void anAlbumComesBack() throws IOException {
        var rip =
                record(
                        Optional.of(album(new TrackFile("a.flac", 588, 7, 0, 1, 3, 200))),
                        Optional.empty());
        assertThat(RipRecordText.read(RipRecordText.write(rip))).isEqualTo(rip);
    }

    /** As the first albums were recorded: without numbers, doubts, words and wishes. */
    @Test
    void olderRecordsAreReadAll() throws IOException {
        String text =
                RipRecordText.write(
                        record(
                                Optional.of(album(new TrackFile("a.flac", 588, 7, 1, 1, 0, 0))),
                                Optional.empty()));
        var older =
                text.replaceAll(",\\s*\"number\" : 1", "")
                        .replaceAll(",\\s*\"doubtfulSamples\" : 0", "")
                        .replaceAll(",\\s*\"accurateRip\" : 0", "")
                        .replaceAll("(?s),\\s*\"words\" : \\{.*?\\}\\s*\\}\\s*\\}", "")
                        .replaceAll(",\\s*\"wishes\" : null", "");
        assertThat(older).doesNotContain("words", "wishes", "accurateRip", "doubtful");
        var read = RipRecordText.read(older);
        assertThat(read.wishes()).isEmpty();
        var album = read.album().orElseThrow();
        assertThat(album.words()).isEmpty();
        assertThat(album.tracks()).containsExactly(new TrackFile("a.flac", 588, 7, 1, 0, 0, 0));
        assertThat(TrackProgress.of(album))
                .extracting(TrackProgress::title)
                .as("nothing better is known")
                .containsExactly("a.flac");
    }

    @Test
    void tracksThatLieThereTellHowWholeTheyAre() {
        var tracks =
                TrackProgress.of(
                        album(
                                new TrackFile("00.flac", 588 * 75, 1, 0, 0, 0, 0),
                                new TrackFile("01.flac", 588 * 150, 1, 0, 1, 0, 12),
                                new TrackFile("02.flac", 588, 1, 0, 2, 40, 0),
                                new TrackFile("12.flac", 588, 1, 2, 12, 40, 0)));
        assertThat(tracks)
                .extracting(TrackProgress::stage)
                .containsExactly(Stage.DONE, Stage.DONE, Stage.DOUBTFUL, Stage.INCOMPLETE);
        assertThat(tracks).extracting(TrackProgress::trouble).containsExactly(0L, 0L, 40L, 42L);
        assertThat(tracks).extracting(TrackProgress::sectors).containsExactly(75L, 150L, 1L, 1L);
        assertThat(tracks.get(1).accurateRip()).isEqualTo(12);
        assertThat(tracks.get(1).title()).isEqualTo("One");
        assertThat(tracks.get(3).performer()).isEqualTo("Guest");
    }
}
