package dev.spindle.audio;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.MadeTrack;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.audio.track.Samples;
import dev.spindle.audio.track.TrackFiles;
import dev.spindle.audio.track.TrackNames;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Makes an album of an image: files of tracks, each durable and compared, then the texts beside
 * them, then the folder's name; only then is the image removed. For the encoder's thread, but for
 * {@link #abandon} and the counts.
 */
final class TrackMaker {
    private final AudioServices services;
    private final MusicWishes wishes;
    private final MusicWishes.Format format;
    private final RipFiles files;
    private final AlbumVerdict verdicts;
    private final StopToken stop;
    private final AtomicLong doneBytes = new AtomicLong();
    private final AtomicLong totalBytes = new AtomicLong();
    private final AtomicReference<@Nullable TrackFiles> writing = new AtomicReference<>();

    TrackMaker(
            AudioServices services,
            MusicWishes wishes,
            RipFiles files,
            AlbumVerdict verdicts,
            StopToken stop) {
        this.services = services;
        this.wishes = wishes;
        this.format = wishes.format().orElse(MusicWishes.Format.FLAC);
        this.files = files;
        this.verdicts = verdicts;
        this.stop = stop;
    }

    /** Bytes of samples that were written or compared so far. */
    long doneBytes() {
        return doneBytes.get();
    }

    /** Bytes of samples that are to be written and compared; 0 until it is known. */
    long totalBytes() {
        return totalBytes.get();
    }

    /** Ends the programs that were started, so that the thread returns. Safe for all threads. */
    void abandon() {
        TrackFiles current = writing.get();
        if (current != null) {
            current.abandon();
        }
    }

    /**
     * Makes it.
     *
     * @return empty where the image is all that was asked for: there is no music in it, or it is a
     *     disc of data with music behind it
     * @throws StoppedException after a stop
     */
    Optional<RipVerdict> run(RoleWorker.Lease lease) throws IOException {
        lease.enter(Activity.FILING);
        var opened = AudioImage.open(services, files);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (AudioImage image = opened.get()) {
            if (!wishes.wantsTracks(image.plan().audio().toc())) {
                return Optional.empty();
            }
            try (HeldImage held = HeldImage.of(services.storage(), files)) {
                lease.check();
                var there = new AlbumFiles(services.storage(), lease);
                var made = there.made(image, TrackFiles.ending(format));
                return Optional.of(
                        made.isPresent()
                                ? settled(made.get(), image, held)
                                : make(there, image, held, lease));
            }
        }
    }

    /** What a run that died after all was made, or an earlier rip of the disc, has left. */
    private RipVerdict settled(String album, AudioImage image, HeldImage held) throws IOException {
        boolean keeps = image.isKept() || !held.remove();
        String file = keeps ? files.image() : AlbumFiles.cue(files.folder(), album);
        return verdicts.there(album, file, keeps);
    }

    private RipVerdict make(
            AlbumFiles beside, AudioImage image, HeldImage held, RoleWorker.Lease lease)
            throws IOException {
        var folder = new AlbumFolder(services.storage(), files, lease);
        boolean isComplete = false;
        try {
            var sums = sums(image.plan());
            var made = tracks(image, folder, sums, lease);
            beside.write(folder, image, made, sums, wishes.offsetSamples());
            boolean keeps = image.isKept();
            String file = keeps ? files.image() : AlbumFiles.cue(files.folder(), folder.name());
            var verdict = verdicts.made(made.size(), format, folder.name(), file, keeps);
            if (!keeps) {
                beside.takeAlong(folder, image, made, verdict);
            }
            folder.complete();
            isComplete = true;
            lease.check();
            if (keeps) {
                beside.enter(folder, image, made, verdict);
                return verdict;
            }
            return held.remove()
                    ? verdict
                    : verdicts.made(made.size(), format, folder.name(), files.image(), true);
        } finally {
            if (!isComplete) {
                folder.discard();
            }
        }
    }

    private static DiscSums sums(AlbumPlan plan) {
        return new DiscSums(plan.tracks().stream().map(PlannedTrack::samples).toList());
    }

    private List<MadeTrack> tracks(
            AudioImage image, AlbumFolder folder, DiscSums sums, RoleWorker.Lease lease)
            throws IOException {
        var track =
                new TrackFiles(
                        services.storage(),
                        services.programs(),
                        format,
                        samples(image),
                        bytes -> {
                            doneBytes.addAndGet(bytes);
                            StoppedException.check(stop);
                        });
        writing.set(track);
        var plans = new ArrayList<>(image.plan().tracks());
        var hidden = image.plan().beforeTheFirst();
        if (hidden.isPresent() && !track.isSilent(hidden.get(), lease)) {
            plans.addFirst(hidden.get());
        }
        totalBytes.set(2 * Samples.BYTES * plans.stream().mapToLong(PlannedTrack::samples).sum());
        var made = new ArrayList<MadeTrack>();
        Set<String> names = new HashSet<>();
        for (PlannedTrack plan : plans) {
            StoppedException.check(stop);
            String name = fileName(image.plan(), plan, names);
            TrackFiles.Listener listener = plan.isHidden() ? _ -> {} : sums::add;
            long crc32 = track.make(image.plan(), plan, folder.inside(name), listener, lease);
            made.add(new MadeTrack(plan, name, crc32, unread(image, plan)));
        }
        return made;
    }

    private Samples samples(AudioImage image) {
        var audio = image.plan().audio();
        var first = image.plan().beforeTheFirst().orElse(image.plan().tracks().getFirst());
        return new Samples(
                image.drive(),
                wishes.offsetSamples(),
                first.startSample(),
                audio.audioEndLba() * PlannedTrack.FRAME_SAMPLES);
    }

    /** A long title may have cost a name its number; some file systems don't tell a from A. */
    private String fileName(AlbumPlan album, PlannedTrack plan, Set<String> taken) {
        String name = TrackNames.of(wishes.trackName(), album, plan);
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
            name = TrackNames.of(MusicWishes.TRACK_NAME, album, plan);
            var _ = taken.add(name.toLowerCase(Locale.ROOT));
        }
        return name + TrackFiles.ending(format);
    }

    /** In samples of the track. */
    private RangeSet unread(AudioImage image, PlannedTrack plan) {
        var unread = new RangeSet();
        long start = plan.startSample() + wishes.offsetSamples();
        var bytes =
                new ByteRange(
                        Math.max(0, start * Samples.BYTES),
                        Math.max(0, (start + plan.samples()) * Samples.BYTES));
        for (ByteRange hole : image.unread().intersection(bytes).ranges()) {
            unread.add(
                    new ByteRange(
                            hole.startBytes() / Samples.BYTES - start,
                            hole.endBytes() / Samples.BYTES - start));
        }
        return unread;
    }
}
