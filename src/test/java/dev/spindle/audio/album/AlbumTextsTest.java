package dev.spindle.audio.album;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.lookup.Comparison.Match;
import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.Albums;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.drive.DriveInfo;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The texts beside an album's tracks, whole. */
@Tag("unit")
final class AlbumTextsTest {
    private final AlbumPlan album = Albums.three();

    private List<MadeTrack> made(boolean hasHidden) {
        var made = new ArrayList<MadeTrack>();
        if (hasHidden) {
            var hidden = album.beforeTheFirst().orElseThrow();
            made.add(
                    new MadeTrack(
                            hidden, "00 Hidden track.flac", 1, new RangeSet(), new RangeSet()));
        }
        for (PlannedTrack track : album.tracks()) {
            var unread =
                    track.number() == 2
                            ? RangeSet.of(ByteRange.at(75 * 588, 2 * 588))
                            : new RangeSet();
            made.add(
                    new MadeTrack(track, track.number() + ".flac", 0xABCD, unread, new RangeSet()));
        }
        return made;
    }

    @Test
    void theSheetNamesFilesBesideItAndPutsAGapIntoTheFileBefore() {
        assertThat(AlbumCue.of(album, made(false)))
                .isEqualTo(
                        """
                        REM DISCID 0C001503
                        REM COMMENT "Spindle"
                        CATALOG 0724354526121
                        TITLE "Songs: 'live'"
                        PERFORMER "The Band"
                        FILE "1.flac" WAVE
                          TRACK 01 AUDIO
                            FLAGS DCP PRE
                            TITLE "One"
                            SONGWRITER "A. Writer"
                            ISRC GBAYE9300106
                            PREGAP 00:00:33
                            INDEX 01 00:00:00
                          TRACK 02 AUDIO
                            TITLE "Two / B"
                            PERFORMER "A Guest"
                            INDEX 00 00:11:25
                        FILE "2.flac" WAVE
                            INDEX 01 00:00:00
                          TRACK 03 AUDIO
                        FILE "3.flac" WAVE
                            INDEX 01 00:00:00
                        """);
    }

    @Test
    void aHiddenTrackIsTheFirstOnesGap() {
        assertThat(AlbumCue.of(album, made(true)))
                .contains(
                        """
                        FILE "00 Hidden track.flac" WAVE
                          TRACK 01 AUDIO
                            FLAGS DCP PRE
                            TITLE "One"
                            SONGWRITER "A. Writer"
                            ISRC GBAYE9300106
                            INDEX 00 00:00:00
                        FILE "1.flac" WAVE
                            INDEX 01 00:00:00
                        """)
                .doesNotContain("PREGAP");
    }

    @Test
    void thePlaylistHasTheLengths() {
        assertThat(Playlist.of(album, made(false)))
                .isEqualTo(
                        """
                        #EXTM3U
                        #EXTINF:13,The Band - One
                        1.flac
                        #EXTINF:7,A Guest - Two / B
                        2.flac
                        #EXTINF:1,The Band - Track 03
                        3.flac
                        """);
    }

    @Test
    void theLogTellsIdsSumsAndWhatIsMissing() throws Exception {
        var sums = new DiscSums(album.tracks().stream().map(PlannedTrack::samples).toList());
        sums.add(ByteBuffer.allocate(1575 * 2352));
        var reading =
                new AlbumLog.Reading(
                        new DriveInfo("/dev/sr0", "MAKER", "DVD", "1.0", "", false),
                        30,
                        Instant.parse("2026-03-04T05:06:07Z"),
                        Optional.empty(),
                        0,
                        Optional.of(
                                new Comparison(
                                        "1 of 3 tracks are known there as they are",
                                        "not known there",
                                        List.of(new Match(0, 0), new Match(1, 3), Match.NONE),
                                        OptionalInt.of(36))),
                        true);
        String log = AlbumLog.of(album, made(true), sums, reading);
        assertThat(log)
                .startsWith("Spindle, log of an audio CD\nDisc: The Band - Songs: \"live\"\n")
                .contains("Drive: MAKER DVD - 1.0\nRead at: 2026-03-04T05:06:07Z\n")
                .contains(
                        "Read offset: 30 samples\nBeyond the disc: 30 samples, read by the drive\n")
                .contains("CDDB disc id: 0c001503\n")
                .contains("Hidden track: 00 Hidden track.flac\n")
                .contains("\nTrack 2: 2.flac\n  Title: A Guest - Two / B\n")
                .contains("  CRC-32: 0000ABCD\n  AccurateRip v1: 00000000\n")
                .contains("  AccurateRip frame 450: 00000000\n")
                .contains("AccurateRip: 1 of 3 tracks are known there as they are\n")
                .contains(
                        "Others have it elsewhere: another pressing, or the drive's read offset is"
                                + " 36")
                .contains("  Same in AccurateRip: 1 person\n")
                .contains("  Same in the CUETools database: 3 people\n")
                .contains("not all of it could be read")
                .contains("  Silence for unread sectors: 00:01:00 to 00:01:02\n");
        int last = log.lastIndexOf("SHA-256 of this log: ");
        var digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(log.substring(0, last).getBytes(StandardCharsets.UTF_8));
        assertThat(log.substring(last).strip()).endsWith(": " + HexFormat.of().formatHex(digest));
    }
}
