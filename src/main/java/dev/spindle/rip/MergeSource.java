package dev.spindle.rip;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.files.SpotCheck;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.stream.OtherCopy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What another rip of the same disc has read: by another drive, or of another copy. Its map says
 * where; the image lies beside it. For the reader.
 */
final class MergeSource implements OtherCopy, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    /** Of an image beside its map, the finished one first; ddrescue's users have any of these. */
    private static final List<String> ENDINGS =
            List.of(".iso", ".iso.part", ".bin", ".bin.part", ".img");

    private static final String MAP_ENDING = ".map";

    private final String image;
    private final StorageFile file;
    private final RangeSet finished;
    private boolean isBroken;

    private MergeSource(String image, StorageFile file, RangeSet finished) {
        this.image = image;
        this.file = file;
        this.finished = finished;
    }

    /**
     * Opens it.
     *
     * @param map absolute path
     * @param discBytes exact length of the disc in the drive
     * @throws IOException with one sentence for the user
     */
    static MergeSource open(Storage storage, String map, long discBytes) throws IOException {
        RescueMap parsed = parse(storage, map);
        if (parsed.sizeBytes() != discBytes) {
            throw new IOException(
                    map + " is of a disc of another size; name the map of a rip of this one");
        }
        String image = image(storage, map);
        StorageFile file = storage.open(image, Storage.How.READ);
        // A copy that was cut off has not all that its map claims.
        var there = new ByteRange(0, Math.min(discBytes, file.facts().sizeBytes()));
        return new MergeSource(image, file, parsed.with(SectorStatus.FINISHED).intersection(there));
    }

    private static RescueMap parse(Storage storage, String map) throws IOException {
        String text =
                TextFile.read(storage, map)
                        .orElseThrow(() ->
                                new IOException(
                                        "there is no map "
                                                + map
                                                + "; name the .map of another rip of this disc"));
        try {
            return MapfileText.parse(text).map();
        } catch (MapfileText.MapfileException problem) {
            throw new IOException(
                    map + " can't be used as a map: " + problem.getMessage(), problem);
        }
    }

    private static String image(Storage storage, String map) throws IOException {
        String base =
                map.endsWith(MAP_ENDING)
                        ? map.substring(0, map.length() - MAP_ENDING.length())
                        : map;
        for (String ending : ENDINGS) {
            if (storage.lookUp(base + ending).isPresent()) {
                return base + ending;
            }
        }
        throw new IOException(
                "beside " + map + " lies no image: put " + base + ".iso or its .part there");
    }

    /** What is to be compared with the disc before anything is taken. */
    SpotCheck.Claim claim() {
        return new SpotCheck.Claim(image, finished, false);
    }

    /** Absolute path of the image. */
    String image() {
        return image;
    }

    /** How much there is to be taken. */
    long finishedBytes() {
        return finished.sizeBytes();
    }

    @Override
    public RangeSet finished() {
        return finished.copy();
    }

    @Override
    public boolean read(ByteRange range, ByteBuffer into) {
        if (isBroken || !finished.containsAll(range)) {
            return false;
        }
        var target = into.slice(into.position(), (int) range.lengthBytes());
        try {
            while (target.hasRemaining()) {
                int got = file.read(target, range.startBytes() + target.position());
                if (got <= 0) {
                    return false;
                }
                target.position(target.position() + got);
            }
        } catch (OsException problem) {
            LOG.warn("nothing more is taken from {}: {}", image, problem.getMessage());
            isBroken = true;
            return false;
        }
        return true;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (OsException problem) {
            // It was only read: nothing can be lost.
            LOG.debug("closing {}: {}", image, problem.getMessage());
        }
    }
}
