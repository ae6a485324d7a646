package dev.spindle.drive.linux;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.drive.scsi.BadReplyException;
import dev.spindle.drive.scsi.Reads;
import dev.spindle.drive.scsi.SubChannel;
import dev.spindle.run.StopToken;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds where the pre-gaps between tracks begin: there the Q sub-channel already tells the next
 * track's number (ECMA-130, 22.3.3.1). Looks back from the track's start in growing steps, and then
 * halves. What can't be read ends the search for that track.
 */
final class PregapSearch {
    private static final int REPLY_BYTES = Reads.RAW_SECTOR_BYTES + SubChannel.Q_BYTES;

    /** One in a hundred sectors tells codes in place of a position (ECMA-130, 22.3.4). */
    private static final int NEIGHBOURS = 3;

    /** The usual pre-gap, two seconds. */
    private static final long FIRST_STEP = 150;

    private final Commander commander;
    private final MediumToc toc;
    private final StopToken stop;

    /** Whether the drive has left a command without an answer: then it is not asked any more. */
    private boolean isOver;

    PregapSearch(Commander commander, MediumToc toc, StopToken stop) {
        this.stop = stop;
        this.commander = commander;
        this.toc = toc;
    }

    /** The first sector of each track's pre-gap, where it has one. */
    Map<Integer, Long> find() throws CommandFailedException {
        var found = new TreeMap<Integer, Long>();
        for (int i = 1; i < toc.tracks().size() && !isOver; i++) {
            MediumTrack before = toc.tracks().get(i - 1);
            MediumTrack track = toc.tracks().get(i);
            boolean areMusic = !before.isData() && !track.isData();
            if (areMusic && before.session() == track.session()) {
                long start = start(before, track);
                if (start < track.startLba()) {
                    found.put(track.number(), start);
                }
            }
        }
        return found;
    }

    /** The track's own start where it has none, or nobody can tell. */
    private long start(MediumTrack before, MediumTrack track) throws CommandFailedException {
        long inside = track.startLba();
        long outside = inside;
        for (long step = 1; outside > before.startLba(); step = step == 1 ? FIRST_STEP : 2 * step) {
            outside = Math.max(before.startLba(), track.startLba() - step);
            var belongs = belongs(outside, track);
            if (belongs.isEmpty()) {
                return track.startLba();
            }
            if (!belongs.get()) {
                break;
            }
            inside = outside;
        }
        while (inside - outside > 1) {
            long middle = (inside + outside) / 2;
            var belongs = belongs(middle, track);
            if (belongs.isEmpty()) {
                return track.startLba();
            }
            if (belongs.get()) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    /**
     * Whether a sector belongs to the track's pre-gap, by its own Q or the next one's: a gap that
     * begins behind a code may be found one sector early. Empty where it can't be told.
     */
    private Optional<Boolean> belongs(long lba, MediumTrack track) throws CommandFailedException {
        for (long near = lba; near < lba + NEIGHBOURS && near < track.startLba(); near++) {
            var told = told(near);
            if (told.isPresent()) {
                return Optional.of(SubChannel.isTrack(told.get(), track.number()));
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> told(long lba) throws CommandFailedException {
        if (isOver || stop.isStopped()) {
            return Optional.empty();
        }
        try {
            byte[] sector = commander.ask(Reads.readCdWithQ(lba), REPLY_BYTES);
            return SubChannel.track(sector, Reads.RAW_SECTOR_BYTES);
        } catch (BadReplyException nonsense) {
            return Optional.empty();
        } catch (CommandFailedException refused) {
            if (refused.outcome() instanceof ReadOutcome.Gone) {
                throw refused;
            }
            isOver = refused.outcome() instanceof ReadOutcome.Fault;
            return Optional.empty();
        }
    }
}
