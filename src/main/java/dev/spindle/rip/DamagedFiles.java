package dev.spindle.rip;

import dev.spindle.disc.DiscTrees;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.SectorReader;
import dev.spindle.disc.sector.SectorView;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.drive.Drive;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Activity;
import dev.spindle.run.LeaseClosedException;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which files the holes of an image are in. The folders are read from the image itself, so that the
 * drive has no more to do; what of them is missing hides the files in it.
 */
final class DamagedFiles {
    /** So many files are named in a sentence. */
    private static final int NAMED = 3;

    private DamagedFiles() {}

    /**
     * Looks through the image, for the syncer.
     *
     * @return missing sectors by path, in the disc's own order; empty where the disc has no file
     *     system that Spindle knows, or a stop came first
     */
    static Map<String, Long> find(
            StorageFile image,
            Drive drive,
            RangeSet missing,
            RoleWorker.Lease syncer,
            StopToken stop)
            throws LeaseClosedException {
        syncer.enter(Activity.READING_BACK);
        var view = new SectorView(drive.sectorBytes());
        var reader = reader(image, view, missing, syncer, stop);
        try {
            var tree = DiscTrees.read(reader, Discs.lengthBytes(drive));
            var damaged = of(tree, view.seen(missing));
            syncer.check();
            return damaged;
        } catch (DiscException unknown) {
            return Map.of();
        }
    }

    private static SectorReader reader(
            StorageFile image,
            SectorView view,
            RangeSet missing,
            RoleWorker.Lease syncer,
            StopToken stop) {
        int sectorBytes = view.sectorBytes();
        var buffer = ByteBuffer.allocateDirect(sectorBytes);
        return lba -> {
            var range = ByteRange.at(lba * sectorBytes, sectorBytes);
            if (stop.isStopped() || !missing.intersection(range).isEmpty()) {
                return Optional.empty();
            }
            try {
                syncer.check();
                int got = image.read(buffer.clear(), range.startBytes());
                if (got <= 0) {
                    return Optional.empty();
                }
                var bytes = new byte[sectorBytes];
                buffer.get(0, bytes, 0, got);
                return view.userData(bytes);
            } catch (OsException | LeaseClosedException unreadable) {
                return Optional.empty();
            }
        };
    }

    /** Missing sectors by path. Pure. */
    static Map<String, Long> of(DiscTree tree, RangeSet missing) {
        Map<String, Long> sectorsByPath = new LinkedHashMap<>();
        tree.forEach((path, entry) -> {
            if (entry instanceof DiscFile file) {
                long sectors = sectors(file, missing);
                if (sectors > 0) {
                    sectorsByPath.put(path, sectors);
                }
            }
        });
        return sectorsByPath;
    }

    private static long sectors(DiscFile file, RangeSet missing) {
        var lost = new RangeSet();
        for (var extent : file.extents()) {
            if (extent.isRecorded()) {
                var own = ByteRange.at(extent.offsetBytes(), extent.lengthBytes());
                for (var hole : missing.intersection(own).ranges()) {
                    long first = hole.startBytes() / Drive.SECTOR_BYTES;
                    long end = Math.ceilDiv(hole.endBytes(), Drive.SECTOR_BYTES);
                    lost.add(new ByteRange(first, end));
                }
            }
        }
        return lost.sizeBytes();
    }

    /**
     * " Damaged: a.vob (12 sectors), b.ifo (1) and 2 more files."; nothing where there are none.
     */
    static String sentence(Map<String, Long> sectorsByPath) {
        if (sectorsByPath.isEmpty()) {
            return "";
        }
        String named =
                sectorsByPath.entrySet().stream()
                        .limit(NAMED)
                        .map(file -> file.getKey() + " (" + sectorsText(file.getValue()) + ")")
                        .collect(Collectors.joining(", "));
        int more = sectorsByPath.size() - NAMED;
        String others =
                more <= 0 ? "" : more == 1 ? " and 1 more file" : " and " + more + " more files";
        return " Damaged: " + named + others + ".";
    }

    private static String sectorsText(long sectors) {
        return sectors == 1 ? "1 sector" : sectors + " sectors";
    }
}
