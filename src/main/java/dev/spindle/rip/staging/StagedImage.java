package dev.spindle.rip.staging;

import dev.spindle.disc.DiscFacts;
import dev.spindle.drive.Drive;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.MapBlock;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finished image in the staging folder, with what stands beside it: all that moving it on needs,
 * so that a later start can move it without the disc. Immutable.
 *
 * @param record of the rip that made it
 * @param ended its verdict
 * @param map what of it was read
 * @param cue the sheet of its tracks, where it is of raw sectors
 */
public record StagedImage(
        RipFiles files,
        RipRecord record,
        VerdictRecord ended,
        RescueMap map,
        Optional<String> cue) {
    /**
     * Reads what stands beside an image. Makes file calls.
     *
     * @throws IOException with one sentence for the user where nothing vouches for the image
     */
    public static StagedImage read(Storage storage, RipFiles files) throws IOException {
        var image =
                storage.lookUp(files.image())
                        .orElseThrow(() -> unusable(files, "there is no such file"));
        RipRecord record =
                RipRecordText.read(
                        TextFile.read(storage, files.record())
                                .orElseThrow(() -> unusable(files, "its record is missing")));
        VerdictRecord ended =
                record.verdict().orElseThrow(() -> unusable(files, "its rip has not ended"));
        RescueMap map = map(storage, files);
        if (map.sizeBytes() != record.bytes() || image.sizeBytes() != record.bytes()) {
            throw unusable(files, "it has another size than its record tells");
        }
        return new StagedImage(files, record, ended, map, TextFile.read(storage, files.cue()));
    }

    private static RescueMap map(Storage storage, RipFiles files) throws IOException {
        String text =
                TextFile.read(storage, files.map())
                        .orElseThrow(() -> unusable(files, "its map is missing"));
        try {
            return MapfileText.parse(text).map();
        } catch (MapfileText.MapfileException problem) {
            throw unusable(files, files.map() + " can't be used: " + problem.getMessage());
        }
    }

    private static IOException unusable(RipFiles files, String why) {
        return new IOException(
                files.image()
                        + " can't be moved on: "
                        + why
                        + "; rip the disc again, or leave out --staging");
    }

    /** The sheet of its tracks for the image under another name. */
    public Optional<String> cueFor(String imageName) {
        return cue.map(text -> text.replace(files.imageName(), imageName));
    }

    /** Opens the image as the drive that its bytes are read from. Makes file calls. */
    public Drive openDrive(Storage storage) throws IOException {
        StorageFile file = storage.open(files.image(), Storage.How.READ);
        int sectorBytes = record.sectorBytes() == 0 ? Drive.SECTOR_BYTES : record.sectorBytes();
        return new StagedDrive(record.drive(), file, record.bytes(), sectorBytes);
    }

    /**
     * What is known of the disc: who it is was told by the drive, the rest the image tells again.
     *
     * @param seen what the image shows
     */
    public DiscFacts disc(DiscFacts seen) {
        return new DiscFacts(
                seen.kind(),
                Optional.of(record.discLabel()).filter(label -> !label.isBlank()),
                record.discIdentity(),
                seen.bytes(),
                seen.sectors(),
                seen.sizes(),
                // Told when it was ripped.
                Optional.empty(),
                seen.details());
    }

    /**
     * What is still to be moved to where another map tells of: what was not read stays a hole, and
     * what is there already is kept, also where the staged image has a hole.
     */
    public RescueMap stillToMove(RescueMap there) {
        var left = new RescueMap(record.bytes());
        for (MapBlock block : map.blocks()) {
            if (block.status() != SectorStatus.FINISHED) {
                left.set(block.range(), SectorStatus.BAD);
            }
        }
        left.setAll(there.with(SectorStatus.FINISHED), SectorStatus.FINISHED);
        return left;
    }

    /** The map of a move, with the holes called what they are: not all of them were tried. */
    public RescueMap withHolesAsTheyWere(RescueMap moved) {
        var told = moved.copy();
        for (MapBlock block : map.blocks()) {
            if (block.status() != SectorStatus.FINISHED) {
                for (ByteRange hole :
                        moved.with(SectorStatus.BAD).intersection(block.range()).ranges()) {
                    told.set(hole, block.status());
                }
            }
        }
        return told;
    }

    /**
     * Whether what was computed of the moved bytes is what the disc gave. Of an image with holes
     * nothing can be said: what stands in them may be another filling, or better.
     */
    public boolean agreesWith(Map<String, String> hashes) {
        return map.bytes(SectorStatus.FINISHED) < record.bytes()
                || hashes.entrySet().stream()
                        .allMatch(hash ->
                                ended.hashes()
                                        .getOrDefault(hash.getKey(), hash.getValue())
                                        .equals(hash.getValue()));
    }

    /**
     * Removes the image, and once that is durable what stands beside it: an image whose map is gone
     * could be moved by nobody. Makes file calls.
     */
    public void remove(Storage storage, RoleWorker.Lease lease) throws IOException {
        storage.remove(files.image());
        lease.check();
        storage.syncFolder(files.folder());
        for (String path : List.of(files.sha256(), files.cue(), files.map(), files.record())) {
            lease.check();
            if (storage.lookUp(path).isPresent()) {
                storage.remove(path);
            }
        }
    }
}
