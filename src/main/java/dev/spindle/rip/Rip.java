package dev.spindle.rip;

import dev.spindle.disc.DiscDetails;
import dev.spindle.run.Deadline;

import java.util.List;
import java.util.Optional;

/** A rip under way, as the faces of the program see it. Safe for all threads; nothing blocks. */
public interface Rip extends EventSource {
    RipSnapshot snapshot();

    /** What is known of the disc; empty until it was looked at. */
    default Optional<DiscDetails> disc() {
        return Optional.empty();
    }

    /** What is made of its music; empty until it is known what an earlier run was asked for. */
    default Optional<MusicWishes> music() {
        return Optional.empty();
    }

    /** How far the tracks of a disc with music have come; empty where none are made. */
    default List<TrackProgress> tracks() {
        return List.of();
    }

    /**
     * The record as this run has saved it last, so that nobody has to ask the destination for it
     * again; empty before, and where others than the rip of the image write one.
     */
    default Optional<SavedRecord> savedRecord() {
        return Optional.empty();
    }

    /** The events since the last call, oldest first; for one taker. */
    @Override
    List<RipEvent> takeEvents();

    /**
     * Stops it: the drive gets no new command, what was read is saved as long as the storage makes
     * progress. A second call abandons the saving.
     */
    void stop();

    /**
     * Lets the drive rest: it gets no further command until {@link #resume}. What was read is
     * written and becomes durable meanwhile. The time is billed to the user. Where nothing is left
     * to read it does nothing; a stop ends it.
     */
    void pause();

    /** Ends a pause. */
    void resume();

    /**
     * What was read is enough: the drive gets no new command, also no pause holds the end up any
     * longer, what was read is written and confirmed, and the rip ends as one whose plan came to
     * its end, with holes where sectors are missing. Those keep their status in the map, so that a
     * resume goes on with them. What the storage loses of what was read is read again all the same.
     * Before the first byte, and where nothing is left to read, it does nothing.
     */
    void goodEnough();

    /**
     * Gives each bad sector as many retries once more as were asked for, three at least, and lifts
     * the limit of the time of reading. Can be repeated. Where nothing is left to read, or what was
     * read is enough, it does nothing.
     */
    void keepTrying();

    /**
     * Asks the drive for another speed of reading, from its next command on. Where the drive can't
     * change it, or nothing is left to read, it does nothing.
     *
     * @param speed empty for the fastest
     */
    void changeSpeed(Optional<ReadSpeed> speed);

    /**
     * Takes it off its destination: it is stopped there, with all that is safe, and the disc is
     * ripped to a local folder first, from where the image is moved on. What the destination has by
     * then is not moved again. Where the rip is staged, stopped or over, it does nothing.
     *
     * @param folder absolute path of the local folder
     */
    default void detour(String folder) {}

    /** The local folder of such a detour; empty until it is taken, which the folder may prevent. */
    default Optional<String> detourFolder() {
        return Optional.empty();
    }

    /**
     * Of a staged rip the image in the local folder, absolute, as long as it is what is to be
     * moved: the disc is not needed any more. Empty before, once it has arrived, and for any other
     * rip.
     */
    default Optional<String> stagedImage() {
        return Optional.empty();
    }

    /**
     * Waits for the verdict.
     *
     * @return false where the deadline passed first
     */
    boolean awaitEnd(Deadline deadline);
}
