package dev.spindle.audio;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.audio.track.Samples;
import dev.spindle.audio.track.TrackFiles;
import dev.spindle.audio.track.TrackNames;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.MusicWishes;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The files of an album's tracks, one after the other. For the encoder's thread. */
final class AlbumTracks {
    private final AudioImage image;
    private final MusicWishes wishes;
    private final AlbumFolder folder;
    private final TrackFiles files;
    private final Samples all;
    private final RangeSet doubtful;
    private final DiscSums sums;
    private final TrackStates states;
    private final List<PlannedTrack> plans;

    /**
     * @param all the image's samples as they lie there
     */
    AlbumTracks(
            AudioImage image,
            AlbumFolder folder,
            TrackFiles files,
            Samples all,
            Optional<Confirmation> confirmation,
            TrackStates states) {
        this.image = image;
        this.wishes = image.wishes();
        this.states = states;
        this.folder = folder;
        this.files = files;
        this.all = all;
        this.doubtful = confirmation.map(Confirmation::doubtful).orElseGet(RangeSet::new);
        this.sums =
                new DiscSums(image.plan().tracks().stream().map(PlannedTrack::samples).toList());
        this.plans = new ArrayList<>(image.plan().tracks());
    }

    /** Looks for a hidden track first; bytes that are to be written and compared. */
    long totalBytes(RoleWorker.Lease lease) throws IOException {
        var hidden = image.plan().beforeTheFirst();
        if (hidden.isPresent() && !files.isSilent(hidden.get(), lease)) {
            plans.addFirst(hidden.get());
        }
        return 2 * Samples.BYTES * plans.stream().mapToLong(PlannedTrack::samples).sum();
    }

    List<MadeTrack> make(RoleWorker.Lease lease) throws IOException {
        var made = new ArrayList<MadeTrack>();
        Set<String> names = new HashSet<>();
        for (PlannedTrack plan : plans) {
            states.begin(image.plan(), plan);
            String name = fileName(image.plan(), plan, names);
            TrackFiles.Listener listener = plan.isHidden() ? _ -> {} : sums::add;
            long crc32 = files.make(image.plan(), plan, folder.inside(name), listener, lease);
            var track =
                    new MadeTrack(
                            plan,
                            name,
                            crc32,
                            inTrack(image.unread(), 1, plan),
                            inTrack(doubtful, TrackPlace.SECTOR_BYTES, plan));
            made.add(track);
            states.made(track);
        }
        return made;
    }

    DiscSums sums() {
        return sums;
    }

    /** Whether the image has nothing but silence beside what the tracks have of it. */
    boolean isAllInTracks(RoleWorker.Lease lease) throws IOException {
        var rest = new RangeSet();
        rest.add(new ByteRange(0, image.totalSamples()));
        for (PlannedTrack plan : plans) {
            long start = plan.startSample() + wishes.offsetSamples();
            rest.remove(new ByteRange(Math.max(0, start), Math.max(0, start + plan.samples())));
        }
        for (ByteRange samples : rest.ranges()) {
            if (!files.isSilent(all, samples, lease)) {
                return false;
            }
        }
        return true;
    }

    /** A long title may have cost a name its number; some file systems don't tell a from A. */
    private String fileName(AlbumPlan album, PlannedTrack plan, Set<String> taken) {
        String name = TrackNames.of(wishes.trackName(), album, plan);
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name = TrackNames.of(MusicWishes.TRACK_NAME, album, plan);
            var _ = taken.add(name.toLowerCase(Locale.ROOT));
        }
        return name + TrackFiles.ending(wishes.files());
    }

    /** Of ranges in the image, what lies in the track, in samples of it. */
    private RangeSet inTrack(RangeSet ranges, int unitBytes, PlannedTrack plan) {
        return TrackPlace.of(ranges, unitBytes, plan, wishes.offsetSamples());
    }
}
