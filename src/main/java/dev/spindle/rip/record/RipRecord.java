package dev.spindle.rip.record;

import dev.spindle.drive.DriveInfo;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that {@code NAME.rip.json} holds: who ripped what from where to where, how, and how it went.
 *
 * <p>A component that a later version adds must be an {@link Optional} or a number, so that older
 * files still read.
 *
 * @param version of this format: {@link #VERSION}
 * @param state how far it has come
 * @param pid of the process that rips or ripped
 * @param startedAt wall clock at the start of the latest run
 * @param drive who read
 * @param discLabel volume label; empty where there is none
 * @param discIdentity as in {@code disc.DiscFacts}
 * @param bytes exact size of the image
 * @param folder absolute path of the destination folder
 * @param fileSystem kind of its file system, as people call it
 * @param writeback how the bytes were written back
 * @param hashes names of the hashes that were asked for
 * @param chart the charts' points, oldest first
 * @param stalls oldest first
 * @param waits for chunks, oldest first; empty in the files of older versions
 * @param verdict at the end
 * @param sectorBytes of each sector in the image; 0 in the files of older versions
 * @param music what is to become of a disc's music, as {@code --format} has it; empty where there
 *     is none, and in the files of older versions
 * @param album the tracks that were made of it; empty where none were
 * @param wishes what was asked for of its music; empty where there is none
 */
public record RipRecord(
        int version,
        RipState state,
        long pid,
        Instant startedAt,
        DriveInfo drive,
        String discLabel,
        String discIdentity,
        long bytes,
        String folder,
        String fileSystem,
        WritebackRecord writeback,
        List<String> hashes,
        List<ChartPoint> chart,
        List<Stall> stalls,
        Optional<List<WaitPoint>> waits,
        Optional<VerdictRecord> verdict,
        int sectorBytes,
        Optional<String> music,
        Optional<AlbumRecord> album,
        Optional<MusicRecord> wishes) {
    /** The version that this program writes, and the only one that it reads. */
    public static final int VERSION = 1;

    public RipRecord {
        hashes = List.copyOf(hashes);
        chart = List.copyOf(chart);
        stalls = List.copyOf(stalls);
        waits = waits.map(List::copyOf);
    }

    /** The same of an image that was changed since then. */
    public RipRecord withHashes(Map<String, String> newHashes) {
        return with(folder, verdict.map(told -> told.withHashes(newHashes)), album, wishes, stalls);
    }

    /** The same rip with another end: its music lies in files of tracks, and that took longer. */
    public RipRecord withAlbum(
            String newFolder,
            AlbumRecord newAlbum,
            VerdictRecord newVerdict,
            MusicRecord asked,
            List<Stall> moreStalls) {
        return with(
                newFolder,
                Optional.of(newVerdict),
                Optional.of(newAlbum),
                Optional.of(asked),
                Stream.concat(stalls.stream(), moreStalls.stream()).toList());
    }

    private RipRecord with(
            String newFolder,
            Optional<VerdictRecord> newVerdict,
            Optional<AlbumRecord> newAlbum,
            Optional<MusicRecord> newWishes,
            List<Stall> newStalls) {
        return new RipRecord(
                version,
                state,
                pid,
                startedAt,
                drive,
                discLabel,
                discIdentity,
                bytes,
                newFolder,
                fileSystem,
                writeback,
                hashes,
                chart,
                newStalls,
                waits,
                newVerdict,
                sectorBytes,
                music,
                newAlbum,
                newWishes);
    }
}
