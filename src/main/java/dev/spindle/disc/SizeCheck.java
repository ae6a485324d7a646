package dev.spindle.disc;

import dev.spindle.disc.DiscNote.Topic;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.toc.DiscInformation;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.MediumFamily;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares what drive, TOC and file systems say, and tells what follows for a rip. Pure. */
final class SizeCheck {
    /**
     * Sectors by which a track written at once is longer than its data: 2 of run-out, 150 of
     * padding or post-gap (mkisofs -pad; Red Book's 2 seconds), both, and two of the latter.
     */
    private static final Set<Long> RUN_OUTS = Set.of(2L, 150L, 152L, 300L, 302L);

    /** The longest CD that MSF addresses can tell: 99:59:74 (Red Book). */
    private static final long MOST_CD_SECTORS = 100 * 60 * 75;

    private SizeCheck() {}

    /**
     * The notes, the ones about sizes first.
     *
     * @param isContradictory whether a file system's size contradicts itself
     */
    static List<DiscNote> notes(DiscSizes sizes, MediumFacts medium, boolean isContradictory) {
        if (medium.isBlank()) {
            return List.of(DiscNote.of(Topic.BLANK));
        }
        var notes = new ArrayList<DiscNote>();
        boolean isAudioOnly = medium.toc().filter(t -> !t.hasData()).isPresent();
        if (!isAudioOnly) {
            notes.add(fileSystem(sizes, medium.family()));
        }
        if (isContradictory) {
            notes.add(DiscNote.of(Topic.CONTRADICTION));
        }
        medium.toc().ifPresent(toc -> addToc(notes, sizes, toc));
        if (medium.information()
                .filter(i -> i.status() == DiscInformation.Status.APPENDABLE)
                .isPresent()) {
            notes.add(DiscNote.of(Topic.APPENDABLE));
        }
        return List.copyOf(notes);
    }

    private static DiscNote fileSystem(DiscSizes sizes, MediumFamily family) {
        long claimed = sizes.claimedBytes();
        if (claimed == 0) {
            return DiscNote.of(Topic.UNKNOWN);
        }
        long apart = sectors(sizes.capacityBytes()) - sectors(claimed);
        if (sizes.isTruncated()) {
            return new DiscNote(Topic.TRUNCATED, Math.max(1, -apart));
        }
        if (apart == 0) {
            return DiscNote.of(Topic.AGREES);
        }
        boolean isCd =
                family == MediumFamily.CD
                        || (family == MediumFamily.UNKNOWN
                                && sectors(sizes.capacityBytes()) <= MOST_CD_SECTORS);
        return new DiscNote(
                isCd && RUN_OUTS.contains(apart) ? Topic.RUN_OUT : Topic.PADDING, apart);
    }

    private static void addToc(List<DiscNote> notes, DiscSizes sizes, DiscToc toc) {
        long apart = Math.abs(toc.leadOutLba() - sectors(sizes.capacityBytes()));
        if (toc.hasData() && apart != 0 && !RUN_OUTS.contains(apart)) {
            notes.add(new DiscNote(Topic.TOC_DIFFERS, apart));
        }
        if (toc.sessions() > 1) {
            notes.add(new DiscNote(Topic.SESSIONS, toc.sessions()));
        }
        if (!toc.hasData()) {
            notes.add(DiscNote.of(Topic.AUDIO_ONLY));
        } else if (toc.hasAudio()) {
            notes.add(DiscNote.of(Topic.MIXED));
        }
        if (toc.hasMode2()) {
            notes.add(DiscNote.of(Topic.MODE_2));
        }
    }

    private static long sectors(long bytes) {
        return (bytes + Sector.BYTES - 1) / Sector.BYTES;
    }
}
