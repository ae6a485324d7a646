package dev.spindle.rip;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.rip.verify.Verification;

import java.io.IOException;
import java.util.List;

/**
 * What the window and the command line ask of the engine. Safe for all threads. All but {@link
 * #start} may block for as long as a drive or a share pleases: never call them on the interface
 * thread.
 */
public interface RipService {
    /** Starts a rip; whatever is wrong with the request is told by its verdict. */
    Rip start(RipRequest request);

    /** The drives of this machine, and the demo disc. */
    List<DriveReport> drives();

    /**
     * A number that grows when drives have come or gone, or discs were put in or taken out: then
     * {@link #drives} is worth calling again. Never blocks; for any thread, the interface's too.
     */
    default long drivesVersion() {
        return 0;
    }

    /**
     * Looks at what a drive or image holds.
     *
     * @throws IOException with one sentence for the user
     */
    DriveReport inspect(String drive) throws IOException;

    /**
     * Opens or closes a drive's tray. A drive that somebody has for himself, another rip included,
     * refuses within seconds.
     *
     * @throws IOException with one sentence for the user where nothing has moved
     */
    default void moveTray(String drive, TrayMove move) throws IOException {
        throw new IOException(drive + " has no tray");
    }

    /**
     * Folders where the disc in a drive is mounted, so that a rip can't have it for itself. May
     * block.
     */
    default List<String> mountPoints(String drive) {
        return List.of();
    }

    /**
     * Asks the system to unmount the disc in a drive. Waits for the user where the system asks for
     * a password.
     *
     * @throws IOException with one sentence for the user where it stays mounted
     */
    default void unmount(String drive) throws IOException {
        throw new IOException(drive + " is not mounted");
    }

    /**
     * Lists the files of what a drive or image holds. May read some hundred megabytes.
     *
     * @throws IOException with one sentence for the user, also where the disc's structures are
     *     refused
     */
    DiscTree files(String drive) throws IOException;

    /**
     * Looks at a destination folder, which may not exist yet.
     *
     * @throws IOException with one sentence for the user
     */
    DestinationReport lookAt(String folder) throws IOException;

    /**
     * Asks the database which releases a disc with music may belong to.
     *
     * @return the likeliest first; empty where it knows none
     * @throws IOException with one sentence for the user, where it does not answer
     */
    default List<Release> releases(DiscToc toc, MusicServers servers) throws IOException {
        return List.of();
    }

    /**
     * Starts reading a finished rip back.
     *
     * @param file absolute path of the image or another file of its rip; what is wrong with it is
     *     told by the verification's report
     */
    Verification verify(String file);

    /**
     * Deletes what a rip left that did not come to its end: the partial image, its map, its record.
     *
     * @param part absolute path of {@code NAME.iso.part} or {@code NAME.bin.part}
     * @throws IOException with one sentence for the user
     */
    void discard(String part) throws IOException;
}
