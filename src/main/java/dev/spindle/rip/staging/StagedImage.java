package dev.spindle.rip.staging;

import dev.spindle.disc.DiscFacts;
import dev.spindle.drive.Drive;
import dev.spindle.os.FileFacts;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.MapBlock;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A finished image in the staging folder, with what stands beside it: all that moving it on needs,
 * so that a later start can move it without the disc. Immutable.
 *
 * @param record of the rip that made it
 * @param ended its verdict
 * @param map what of it was read
 * @param cue the sheet of its tracks, where it is of raw sectors
 * @param image which file it was when it was opened
 */
public record StagedImage(
        RipFiles files,
        RipRecord record,
        VerdictRecord ended,
        RescueMap map,
        Optional<String> cue,
        FileFacts image) {
    /**
     * An image that nobody else rips to, moves or removes meanwhile.
     *
     * @param drive its bytes; holds the lock until it is closed
     */
    public record Opened(StagedImage image, Drive drive) {}

    /**
     * Opens and locks an image. Makes file calls.
     *
     * @throws IOException with one sentence for the user: no image, nothing that vouches for it, or
     *     somebody else holds it
     */
    public static Opened open(Storage storage, RipFiles files) throws IOException {
        if (storage.lookUp(files.image()).isEmpty()) {
            throw unusable(files, "there is no such file");
        }
        // For writing, although nothing is written: NFS locks exclusively only what may be written.
        StorageFile file = storage.open(files.image(), Storage.How.READ_WRITE);
        boolean kept = false;
        try {
            if (!file.tryLock()) {
                throw new IOException(
                        files.image() + " is held by another rip; try again when that has ended");
            }
            var image = read(storage, files, file.facts());
            kept = true;
            return new Opened(image, image.drive(file));
        } finally {
            if (!kept) {
                file.close();
            }
        }
    }

    private static StagedImage read(Storage storage, RipFiles files, FileFacts image)
            throws IOException {
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
        var cue = TextFile.read(storage, files.cue());
        return new StagedImage(files, record, ended, map, cue, image);
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

    private Drive drive(StorageFile file) {
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
        RangeSet holes = moved.with(SectorStatus.BAD);
        for (MapBlock block : map.blocks()) {
            if (block.status() != SectorStatus.FINISHED) {
                for (ByteRange hole : holes.intersection(block.range()).ranges()) {
                    told.set(hole, block.status());
                }
            }
        }
        return told;
    }

    /** Whether nothing of the disc is missing in it. */
    public boolean isWhole() {
        return map.bytes(SectorStatus.FINISHED) == record.bytes();
    }

    /** Where it holds what the disc gave. */
    public RangeSet finished() {
        return map.with(SectorStatus.FINISHED);
    }

    /** By which hashes it is known. */
    public Set<HashAlgorithm> algorithms() {
        return Arrays.stream(HashAlgorithm.values())
                .filter(algorithm -> ended.hashes().containsKey(algorithm.text()))
                .collect(Collectors.toSet());
    }

    /**
     * Whether what was computed of the moved bytes is what the disc gave. Of an image with holes
     * nothing can be said: what stands in them may be another filling, or better.
     */
    public boolean agreesWith(Map<String, String> hashes) {
        return !isWhole()
                || hashes.entrySet().stream()
                        .allMatch(hash ->
                                ended.hashes()
                                        .getOrDefault(hash.getKey(), hash.getValue())
                                        .equals(hash.getValue()));
    }

    /**
     * Removes the image, and once that is durable what stands beside it: an image whose map is gone
     * could be moved by nobody. Makes file calls.
     *
     * @param moved what was made of it
     * @return false where it stays: another file has its name by now, or it is what was made
     */
    public boolean remove(Storage storage, FileFacts moved, RoleWorker.Lease lease)
            throws IOException {
        var there = storage.lookUp(files.image());
        if (there.isPresent()) {
            if (!there.get().isSameFileAs(image) || image.isSameFileAs(moved)) {
                return false;
            }
            lease.check();
            storage.remove(files.image());
        }
        lease.check();
        storage.syncFolder(files.folder());
        for (String path : List.of(files.sha256(), files.cue(), files.map(), files.record())) {
            lease.check();
            if (storage.lookUp(path).isPresent()) {
                storage.remove(path);
            }
        }
        return true;
    }
}
