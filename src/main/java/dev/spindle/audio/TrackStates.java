package dev.spindle.audio;

import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.audio.track.Samples;
import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rip.TrackProgress;
import dev.spindle.rip.TrackProgress.Stage;
import dev.spindle.rip.record.AlbumWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far each track has come. The encoder's thread changes it; everybody may look. */
final class TrackStates {
    private volatile List<TrackProgress> states = List.of();
    private int current;
    private long doneBytes;

    /** While the image is read: by the picture of the disc. Empty for a disc without music. */
    static List<TrackProgress> whileReading(
            DiscDetails disc, Optional<AlbumWords> words, DiscMap map) {
        return disc.toc().filter(DiscToc::hasAudio).stream()
                .map(toc -> AlbumPlan.of(new AudioToc(toc), music(disc.music()), words))
                .flatMap(plan -> plan.tracks().stream().map(track -> reading(plan, track, map)))
                .toList();
    }

    /** Where a disc says nothing of its music. */
    static MediumMusic music(Optional<MediumMusic> told) {
        return told.orElseGet(() -> new MediumMusic(Optional.empty(), MusicText.NONE, Map.of()));
    }

    private static TrackProgress reading(AlbumPlan plan, PlannedTrack track, DiscMap map) {
        var place =
                new ByteRange(
                        track.startLba() * map.sectorBytes(), endLba(track) * map.sectorBytes());
        double finished = 0;
        boolean isHurt = false;
        for (int cell = firstCell(place, map); cell < map.cells().size(); cell++) {
            long start = map.startBytes(cell);
            long inside =
                    Math.min(place.endBytes(), map.endBytes(cell))
                            - Math.max(place.startBytes(), start);
            if (inside <= 0) {
                break;
            }
            var told = map.cells().get(cell);
            double part = (double) inside / (map.endBytes(cell) - start);
            finished += told.finishedBytes() * part;
            // Of a cell that two tracks share nobody knows in which of them it is hurt.
            isHurt |= told.badBytes() > 0 && inside == map.endBytes(cell) - start;
        }
        boolean isAll = place.lengthBytes() - finished < 1;
        double share = isAll ? 1 : finished / place.lengthBytes();
        return state(plan, track).at(stage(share, isHurt), share, 0);
    }

    private static int firstCell(ByteRange place, DiscMap map) {
        return map.cellBytes() == 0
                ? Integer.MAX_VALUE
                : (int) (place.startBytes() / map.cellBytes());
    }

    private static Stage stage(double share, boolean isHurt) {
        if (isHurt) {
            return Stage.DAMAGED;
        }
        if (share == 0) {
            return Stage.WAITING;
        }
        return share == 1 ? Stage.READ : Stage.READING;
    }

    private static long endLba(PlannedTrack track) {
        return track.endSample() / PlannedTrack.FRAME_SAMPLES;
    }

    private static TrackProgress state(AlbumPlan plan, PlannedTrack track) {
        return new TrackProgress(
                track.number(),
                plan.title(track),
                plan.performer(track),
                endLba(track) - track.startLba(),
                Stage.READ,
                1,
                0,
                0);
    }

    /** The image is there, with what was not read. */
    void begin(AudioImage image) {
        states = image.plan().tracks().stream().map(track -> read(image, track)).toList();
    }

    private static TrackProgress read(AudioImage image, PlannedTrack track) {
        int offset = image.wishes().offsetSamples();
        long missing = TrackPlace.of(image.unread(), 1, track, offset).sizeBytes();
        var state = state(image.plan(), track);
        return missing == 0 ? state : state.at(Stage.DAMAGED, 1, missing);
    }

    List<TrackProgress> now() {
        return states;
    }

    /** The disc was read once more. */
    void confirmed(AudioImage image, Confirmation said) {
        for (PlannedTrack track : image.plan().tracks()) {
            var sectors = new ByteRange(track.startLba(), endLba(track));
            long doubtful = bytes(said.doubtful(), sectors) * PlannedTrack.FRAME_SAMPLES;
            if (doubtful > 0) {
                change(track.number(), Stage.DAMAGED, 1, doubtful);
            } else if (bytes(said.confirmed(), sectors) == sectors.lengthBytes()) {
                change(track.number(), Stage.CONFIRMED, 1, 0);
            }
        }
    }

    private static long bytes(RangeSet ranges, ByteRange within) {
        return ranges.intersection(within).sizeBytes();
    }

    /** Other people have the same of these tracks, by their numbers. */
    void known(Set<Integer> tracks) {
        tracks.forEach(number -> change(number, Stage.CONFIRMED, 1, 0));
    }

    /** How many other people have the same is known. */
    void compared(AlbumPlan plan, Comparison comparison) {
        var tracks = plan.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            int number = tracks.get(i).number();
            int people = comparison.tracks().get(i).accurateRip();
            states =
                    states.stream()
                            .map(state -> state.number() == number ? state.by(people) : state)
                            .toList();
        }
    }

    /** A track's file is begun. */
    void begin(AlbumPlan plan, PlannedTrack track) {
        current = track.number();
        doneBytes = 0;
        if (track.isHidden()) {
            var all = new ArrayList<>(states);
            all.addFirst(state(plan, track));
            states = List.copyOf(all);
        }
        change(current, Stage.WRITING, 0, 0);
    }

    /** So much more of the current track was written, or compared. */
    void advance(long bytes) {
        doneBytes += bytes;
        for (TrackProgress state : states) {
            if (state.number() == current && state.stage() == Stage.WRITING) {
                double all = 2.0 * state.sectors() * PlannedTrack.FRAME_SAMPLES * Samples.BYTES;
                change(current, Stage.WRITING, Math.min(1, doneBytes / all), 0);
                return;
            }
        }
    }

    /** A track's file is durable and was compared. */
    void made(MadeTrack track) {
        long unread = track.unread().sizeBytes();
        long doubtful = track.doubtful().sizeBytes();
        change(track.plan().number(), Stage.ofFile(unread, doubtful), 1, unread + doubtful);
    }

    private void change(int number, Stage stage, double share, long trouble) {
        states =
                states.stream()
                        .map(state ->
                                state.number() == number ? state.at(stage, share, trouble) : state)
                        .toList();
    }
}
