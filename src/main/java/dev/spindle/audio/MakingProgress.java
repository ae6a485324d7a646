package dev.spindle.audio;

import dev.spindle.audio.track.TrackFiles;
import dev.spindle.os.FileFacts;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.TrackProgress;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How far the making of tracks has come. The encoder's thread changes it; everybody may look, and
 * {@link #abandon}.
 */
final class MakingProgress {
    private final TrackStalls stalls;
    private final StopToken stop;
    private final AtomicLong doneBytes = new AtomicLong();
    private final AtomicLong totalBytes = new AtomicLong();
    private final AtomicLong signs = new AtomicLong();
    private final AtomicReference<@Nullable TrackFiles> writing = new AtomicReference<>();
    private final TrackStates states = new TrackStates();
    private volatile Phase phase = Phase.FINISHING;
    private volatile @Nullable RipVerdict made;
    private volatile @Nullable FileFacts place;

    MakingProgress(TrackStalls stalls, StopToken stop) {
        this.stalls = stalls;
        this.stop = stop;
    }

    /** What it is busy with. */
    Phase phase() {
        return phase;
    }

    /** Bytes of samples that were read once more, written or compared so far in this phase. */
    long doneBytes() {
        return doneBytes.get();
    }

    /** Bytes of samples that this phase is about. */
    long totalBytes() {
        return totalBytes.get();
    }

    /** How far each of them has come; empty before the image is there. */
    List<TrackProgress> tracks() {
        return states.now();
    }

    /** The verdict on an album that has its name already, whatever happens to its image. */
    Optional<RipVerdict> made() {
        return Optional.ofNullable(made);
    }

    /** The image's file, once it is held: its device is that of the tracks. */
    Optional<FileFacts> place() {
        return Optional.ofNullable(place);
    }

    /** A number that grows with each call that has returned. */
    long signsOfLife() {
        return signs.get();
    }

    /** Ends the programs that were started, so that the encoder's thread returns. */
    void abandon() {
        TrackFiles current = writing.get();
        if (current != null) {
            current.abandon();
        }
    }

    /** To be told of what is known of each track. */
    TrackStates states() {
        return states;
    }

    void holds(FileFacts image) {
        place = image;
    }

    void writes(TrackFiles files) {
        writing.set(files);
    }

    void hasMade(RipVerdict verdict) {
        made = verdict;
    }

    void begins(Phase next, MusicWishes.Format format, long bytes) {
        doneBytes.set(0);
        totalBytes.set(bytes);
        phase = next;
        stalls.phase(next, format == MusicWishes.Format.FLAC);
    }

    /** A call has returned. */
    void alive() {
        signs.incrementAndGet();
    }

    /** A call has returned, and nothing more is to be done after a stop. */
    void goesOn() {
        progress(0);
    }

    void progress(long bytes) {
        doneBytes.addAndGet(bytes);
        alive();
        StoppedException.check(stop);
    }

    /** Bytes of the track that is being made. */
    void written(long bytes) {
        states.advance(bytes);
        progress(bytes);
    }
}
