package dev.spindle.drive.scsi;

import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/** Puts a TOC together from what the formats tell. Pure. */
public final class TocAssembly {
    private TocAssembly() {}

    /**
     * The TOC.
     *
     * @param full sessions, where the drive told of them; believed only where it knows all tracks,
     *     since some drives and discs have it wrong
     * @param dataModes by track numbers, as far as known
     */
    public static MediumToc of(
            SimpleToc simple, Optional<FullToc> full, Map<Integer, Integer> dataModes) {
        var entries = simple.entries().subList(0, simple.entries().size() - 1);
        Optional<FullToc> sessions =
                full.filter(f ->
                        entries.stream().allMatch(e -> f.sessionByTrack().containsKey(e.track())));
        var tracks = new ArrayList<MediumTrack>();
        for (int i = 0; i < entries.size(); i++) {
            TocEntry entry = entries.get(i);
            int session = session(sessions, entry);
            long next = simple.entries().get(i + 1).lba();
            boolean isLastOfSession =
                    i + 1 < entries.size() && session(sessions, entries.get(i + 1)) != session;
            long end = isLastOfSession ? leadOut(sessions, session, entry.lba(), next) : next;
            tracks.add(
                    new MediumTrack(
                            entry.track(),
                            session,
                            entry.lba(),
                            end - entry.lba(),
                            entry.control(),
                            dataModes.getOrDefault(entry.track(), 0)));
        }
        return new MediumToc(tracks, simple.leadOutLba());
    }

    private static int session(Optional<FullToc> full, TocEntry entry) {
        return full.map(f -> f.sessionByTrack().getOrDefault(entry.track(), 1)).orElse(1);
    }

    /** The session's own end, where it lies between its last track and the next one. */
    private static long leadOut(Optional<FullToc> full, int session, long startLba, long nextLba) {
        long told =
                full.map(f -> f.leadOutBySession().getOrDefault(session, nextLba)).orElse(nextLba);
        return told >= startLba && told <= nextLba ? told : nextLba;
    }
}
