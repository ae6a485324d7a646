package dev.spindle.rip;

import dev.spindle.rescue.Effort;
import dev.spindle.writeback.PolicyChoice;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the user asked for.
 *
 * @param drive device, image file or {@code demo:}, with its {@code ?…} options
 * @param folder absolute path of the destination folder; its parent must exist
 * @param name base name of the files; empty to take it from the disc
 * @param policy how bytes are written back
 * @param ringBytes size of the ring; empty to take it from drive and memory
 * @param hashes which hashes to compute; may be empty
 * @param effort how much is done for what does not read well
 * @param resume what to do with what is there already
 * @param verify whether the file is read back before it gets its name, compared with what was read,
 *     and mended
 * @param patience how long to wait for room on the destination, or for the disc to come back,
 *     before the rip ends; zero for not at all
 * @param wishes what is asked of the drive
 * @param merge absolute path of the map of another rip of this disc, whose image lies beside it:
 *     what that has read is taken from there
 * @param fill what stands in the image for what was not read
 * @param staging absolute path of a local folder to rip to first; the finished image is moved on
 * @param music what is to be made of a disc with music
 */
public record RipRequest(
        String drive,
        String folder,
        Optional<String> name,
        PolicyChoice policy,
        OptionalLong ringBytes,
        Set<HashAlgorithm> hashes,
        Effort effort,
        ResumeMode resume,
        boolean verify,
        Duration patience,
        DriveWishes wishes,
        Optional<String> merge,
        Fill fill,
        Optional<String> staging,
        MusicWishes music) {
    /** What to do with a {@code .part} that is there already. */
    public enum ResumeMode {
        /** Resume one of the same disc; else take the next free name. */
        ADAPT,
        /** Resume; it must be of the same disc. */
        RESUME,
        /** Discard it. */
        RESTART
    }

    public RipRequest {
        hashes = Set.copyOf(hashes);
    }

    /** The same with other wishes for its music. */
    public RipRequest with(MusicWishes other) {
        return new RipRequest(
                drive, folder, name, policy, ringBytes, hashes, effort, resume, verify, patience,
                wishes, merge, fill, staging, other);
    }

    /** The same by way of a local folder, going on with what is there. */
    public RipRequest stagedIn(String localFolder, Optional<String> newName) {
        return new RipRequest(
                drive,
                folder,
                newName,
                policy,
                ringBytes,
                hashes,
                effort,
                ResumeMode.ADAPT,
                verify,
                patience,
                wishes,
                merge,
                fill,
                Optional.of(localFolder),
                music);
    }

    /** Straight to where the image stays. */
    public RipRequest(
            String drive,
            String folder,
            Optional<String> name,
            PolicyChoice policy,
            OptionalLong ringBytes,
            Set<HashAlgorithm> hashes,
            Effort effort,
            ResumeMode resume,
            boolean verify,
            Duration patience,
            DriveWishes wishes,
            Optional<String> merge,
            Fill fill) {
        this(
                drive,
                folder,
                name,
                policy,
                ringBytes,
                hashes,
                effort,
                resume,
                verify,
                patience,
                wishes,
                merge,
                fill,
                Optional.empty(),
                MusicWishes.STANDARD);
    }

    /** Of the disc in the drive alone. */
    public RipRequest(
            String drive,
            String folder,
            Optional<String> name,
            PolicyChoice policy,
            OptionalLong ringBytes,
            Set<HashAlgorithm> hashes,
            Effort effort,
            ResumeMode resume,
            boolean verify,
            Duration patience,
            DriveWishes wishes) {
        this(
                drive,
                folder,
                name,
                policy,
                ringBytes,
                hashes,
                effort,
                resume,
                verify,
                patience,
                wishes,
                Optional.empty(),
                Fill.ZEROS);
    }

    /** Where nothing is asked of the drive but its sectors. */
    public RipRequest(
            String drive,
            String folder,
            Optional<String> name,
            PolicyChoice policy,
            OptionalLong ringBytes,
            Set<HashAlgorithm> hashes,
            Effort effort,
            ResumeMode resume,
            boolean verify,
            Duration patience) {
        this(
                drive,
                folder,
                name,
                policy,
                ringBytes,
                hashes,
                effort,
                resume,
                verify,
                patience,
                DriveWishes.NONE);
    }
}
