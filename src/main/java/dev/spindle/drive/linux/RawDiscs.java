package dev.spindle.drive.linux;

import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

/** CDs of which sectors of 2048 bytes do not hold everything. Pure. */
final class RawDiscs {
    private static final int MODE_2 = 2;

    private RawDiscs() {}

    /** Whether there is a track that READ(10) can't give whole: audio, or Mode 2 with its forms. */
    static boolean isRaw(Medium medium) {
        return medium.toc().stream()
                .flatMap(toc -> toc.tracks().stream())
                .anyMatch(track -> !track.isData() || track.dataMode() == MODE_2);
    }

    /** The sector numbers between sessions: lead-outs and lead-ins, which belong to no track. */
    static RangeSet gaps(MediumToc toc) {
        var gaps = new RangeSet();
        long end = 0;
        for (MediumTrack track : toc.tracks()) {
            if (track.session() > 1 && track.startLba() > end) {
                gaps.add(new ByteRange(end, track.startLba()));
            }
            end = Math.max(end, track.endLba());
        }
        return gaps;
    }
}
