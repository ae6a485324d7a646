package dev.spindle.audio.album;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.check.TrackSums;
import dev.spindle.audio.id.AccurateRipId;
import dev.spindle.audio.id.CddbId;
import dev.spindle.audio.id.CtdbId;
import dev.spindle.audio.id.MusicBrainzId;
import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.disc.toc.CueText;
import dev.spindle.drive.DriveInfo;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was done to an album, for people and for those who compare: its ids and checksums. Pure. */
public final class AlbumLog {
    private AlbumLog() {}

    /**
     * Who read it and how.
     *
     * @param offsetSamples the read offset that was undone
     * @param startedAt when the drive began to read
     * @param confirmation what a second reading said; empty where an image was read
     * @param knownTracks how many tracks were not read again, since other people have the same
     * @param databases what other people have; empty where nobody was asked
     * @param hasEdges whether the drive has read what the read offset asks for beyond the disc
     */
    public record Reading(
            DriveInfo drive,
            int offsetSamples,
            Instant startedAt,
            Optional<Confirmation> confirmation,
            int knownTracks,
            Optional<Comparison> databases,
            boolean hasEdges) {}

    /** The text; its last line is a SHA-256 of all lines before. */
    public static String of(AlbumPlan album, List<MadeTrack> made, DiscSums sums, Reading reading) {
        var text = new StringBuilder();
        head(text, album, sums, reading);
        for (MadeTrack track : made) {
            track(text, album, track, sums, reading.databases());
        }
        return text + "\nSHA-256 of this log: " + sha256(text + "\n") + "\n";
    }

    private static void head(StringBuilder text, AlbumPlan album, DiscSums sums, Reading reading) {
        var drive = reading.drive();
        line(text, "Spindle, log of an audio CD", "");
        line(text, "Disc", joined(album.music().text().performer(), album.music().text().title()));
        line(text, "Drive", joined(drive.vendor() + " " + drive.model(), drive.revision()));
        line(text, "Read at", reading.startedAt().toString());
        line(text, "Read offset", reading.offsetSamples() + " samples");
        line(text, "Beyond the disc", edges(reading));
        line(
                text,
                "Second reading",
                reading.confirmation()
                        .map(said -> about(said, reading.knownTracks()))
                        .orElse("none: an image was read"));
        line(text, "MusicBrainz disc id", MusicBrainzId.of(album.audio()));
        line(text, "CDDB disc id", CddbId.of(album.audio()));
        line(text, "AccurateRip id", AccurateRipId.of(album.audio()).toString());
        line(text, "CTDB id", CtdbId.of(album.audio()));
        line(text, "CTDB checksum", hex(sums.ctdb()));
        line(text, "Catalogue number", album.music().catalogue().orElse(""));
        line(text, "Released", album.date());
        line(text, "MusicBrainz release", album.release());
        line(text, "AccurateRip", reading.databases().map(Comparison::accurateRip).orElse(""));
        line(text, "CUETools database", reading.databases().map(Comparison::ctdb).orElse(""));
        line(text, "Others have it elsewhere", reading.databases().map(AlbumLog::fit).orElse(""));
    }

    /** The offset asks for so many samples that lie in no track. */
    private static String edges(Reading reading) {
        if (reading.offsetSamples() == 0) {
            return "";
        }
        String samples = Math.abs(reading.offsetSamples()) + " samples, ";
        return samples + (reading.hasEdges() ? "read by the drive" : "silence");
    }

    private static String fit(Comparison databases) {
        var offset = databases.readOffset();
        return offset.isPresent()
                ? "another pressing, or the drive's read offset is " + offset.getAsInt()
                : "";
    }

    private static void track(
            StringBuilder text,
            AlbumPlan album,
            MadeTrack track,
            DiscSums sums,
            Optional<Comparison> databases) {
        PlannedTrack plan = track.plan();
        text.append('\n');
        line(text, plan.isHidden() ? "Hidden track" : "Track " + plan.number(), track.fileName());
        line(text, "  Title", joined(album.performer(plan), album.title(plan)));
        line(text, "  Length", position(plan.samples()) + ", " + plan.samples() + " samples");
        line(text, "  ISRC", plan.music().isrc().orElse(""));
        line(text, "  Pre-emphasis", plan.music().hasPreEmphasis() ? "yes" : "");
        line(text, "  CRC-32", hex(track.crc32()));
        if (!plan.isHidden()) {
            int index = album.tracks().indexOf(plan);
            sums(text, sums.tracks().get(index));
            databases.ifPresent(all -> people(text, all.tracks().get(index)));
        }
        line(
                text,
                "  State",
                track.unread().isEmpty()
                        ? "every sector was read; the file was read back and is the same"
                        : "not all of it could be read; the file was read back and is the same");
        line(text, "  Silence for unread sectors", places(track.unread()));
        line(text, "  Not confirmed, no two readings were alike", places(track.doubtful()));
    }

    private static String about(Confirmation said, int knownTracks) {
        String end = said.why().map(why -> "; not to its end: " + why).orElse("");
        return said.confirmed().sizeBytes()
                + " sectors alike, "
                + said.mended().sizeBytes()
                + " of them after more readings; "
                + said.doubtful().sizeBytes()
                + " never"
                + (knownTracks > 0
                        ? "; not of " + knownTracks + " tracks that others have alike"
                        : "")
                + end;
    }

    private static String places(RangeSet samples) {
        return samples.ranges().stream().map(AlbumLog::range).collect(Collectors.joining(", "));
    }

    private static void sums(StringBuilder text, TrackSums sums) {
        line(text, "  AccurateRip v1", hex(sums.accurateRip1()));
        line(text, "  AccurateRip v2", hex(sums.accurateRip2()));
        line(
                text,
                "  AccurateRip frame 450",
                sums.frame450().isPresent() ? hex(sums.frame450().getAsLong()) : "");
        line(text, "  CTDB CRC-32", hex(sums.ctdb()));
    }

    private static void people(StringBuilder text, Comparison.Match match) {
        line(text, "  Same in AccurateRip", people(match.accurateRip()));
        line(text, "  Same in the CUETools database", people(match.ctdb()));
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : count + " people";
    }

    private static void line(StringBuilder text, String name, String value) {
        if (value.isEmpty() && !name.startsWith("Spindle")) {
            return;
        }
        text.append(value.isEmpty() ? name : name + ": " + value).append('\n');
    }

    private static String joined(String first, String second) {
        return first.isBlank() || second.isBlank()
                ? (first + second).strip()
                : first.strip() + " - " + second.strip();
    }

    private static String range(ByteRange samples) {
        return position(samples.startBytes()) + " to " + position(samples.endBytes());
    }

    /** {@code mm:ss:ff}, as cue sheets have it; a frame that has begun counts. */
    private static String position(long samples) {
        return CueText.time(samples / PlannedTrack.FRAME_SAMPLES);
    }

    private static String hex(long word) {
        return String.format(Locale.ROOT, "%08X", word);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
