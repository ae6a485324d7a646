package dev.spindle.drive.linux;

import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.scsi.Configuration;
import dev.spindle.drive.scsi.DiscState;
import dev.spindle.drive.scsi.DiscStructures;
import dev.spindle.drive.scsi.FullToc;
import dev.spindle.drive.scsi.Queries;
import dev.spindle.drive.scsi.RawHeader;
import dev.spindle.drive.scsi.Reads;
import dev.spindle.drive.scsi.SimpleToc;
import dev.spindle.drive.scsi.TocAssembly;
import dev.spindle.drive.scsi.TocEntry;
import dev.spindle.drive.scsi.TrackInformation;
import dev.spindle.run.StopToken;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Asks the drive about the disc in it. What the drive does not know or answers wrongly is left out;
 * only a drive that has left ends the asking.
 */
final class MediumQuery {
    /** More than any reply; some drives dislike to be asked twice, and some odd lengths. */
    private static final int MOST_BYTES = 4096;

    private static final int SMALL_BYTES = 64;
    private static final int CD_FAMILY_FIRST = 0x08;
    private static final int CD_FAMILY_LAST = 0x0A;
    private static final int DVD_FAMILY_FIRST = 0x10;
    private static final int DVD_FAMILY_LAST = 0x2F;
    private static final int HD_DVD_FAMILY_FIRST = 0x50;
    private static final int HD_DVD_FAMILY_LAST = 0x5F;
    private static final int DATA_BIT = 0x4;

    private final Commander commander;

    MediumQuery(Commander commander) {
        this.commander = commander;
    }

    /**
     * Asks.
     *
     * @param isThorough whether what a CD tells of its music is looked for on the disc, too, which
     *     takes a second or so for each track
     * @param stop ends that
     */
    Medium read(boolean isThorough, StopToken stop) throws CommandFailedException {
        var configuration =
                commander.askIfKnown(
                        Queries.configuration(MOST_BYTES), MOST_BYTES, Configuration::parse);
        var state =
                commander.askIfKnown(
                        Queries.discInformation(SMALL_BYTES), SMALL_BYTES, DiscState::parse);
        OptionalInt profile =
                configuration.map(c -> OptionalInt.of(c.profile())).orElse(OptionalInt.empty());
        boolean isCd = isBetween(profile.orElse(CD_FAMILY_FIRST), CD_FAMILY_FIRST, CD_FAMILY_LAST);
        boolean isDvd =
                isBetween(profile.orElse(0), DVD_FAMILY_FIRST, DVD_FAMILY_LAST)
                        || isBetween(profile.orElse(0), HD_DVD_FAMILY_FIRST, HD_DVD_FAMILY_LAST);
        Optional<MediumToc> toc = isCd ? toc() : Optional.empty();
        return new Medium(
                profile,
                toc,
                state,
                isDvd ? protection() : OptionalInt.empty(),
                configuration
                        .filter(c -> c.currentFeatures().contains(Configuration.AACS))
                        .isPresent(),
                isDvd ? layerBreak() : OptionalLong.empty(),
                toc.isPresent()
                        ? new MusicQuery(commander, toc.get(), stop).read(isThorough)
                        : Optional.empty());
    }

    private OptionalLong layerBreak() throws CommandFailedException {
        return commander
                .askIfKnown(
                        Queries.dvdPhysicalFormat(DiscStructures.DVD_FORMAT_BYTES),
                        DiscStructures.DVD_FORMAT_BYTES,
                        DiscStructures::dvdFormat)
                .map(DiscStructures.DvdFormat::layerBreakLba)
                .orElse(OptionalLong.empty());
    }

    private OptionalInt protection() throws CommandFailedException {
        return commander
                .askIfKnown(Queries.dvdCopyright(8), 8, DiscStructures::copyright)
                .map(c -> OptionalInt.of(c.system()))
                .orElse(OptionalInt.empty());
    }

    private Optional<MediumToc> toc() throws CommandFailedException {
        var simple = commander.askIfKnown(Queries.toc(0, MOST_BYTES), MOST_BYTES, SimpleToc::parse);
        if (simple.isEmpty()) {
            return Optional.empty();
        }
        var full = commander.askIfKnown(Queries.fullToc(MOST_BYTES), MOST_BYTES, FullToc::parse);
        return Optional.of(TocAssembly.of(simple.get(), full, dataModes(simple.get())));
    }

    private Map<Integer, Integer> dataModes(SimpleToc toc) throws CommandFailedException {
        var modes = new HashMap<Integer, Integer>();
        for (TocEntry entry : toc.entries()) {
            if (entry.track() != TocEntry.LEAD_OUT && (entry.control() & DATA_BIT) != 0) {
                var track =
                        commander.askIfKnown(
                                Queries.trackInformation(entry.track(), SMALL_BYTES),
                                SMALL_BYTES,
                                TrackInformation::parse);
                int told = track.map(TrackInformation::dataMode).orElse(0);
                modes.put(entry.track(), told == 1 || told == 2 ? told : header(entry.lba()));
            }
        }
        return modes;
    }

    /** By the header of the track's first sector (ECMA-130, 14.2); 0 where it can't be had. */
    private int header(long lba) throws CommandFailedException {
        return commander
                .askIfKnown(Reads.readCd(lba, 1), Reads.RAW_SECTOR_BYTES, RawHeader::mode)
                .orElse(0);
    }

    private static boolean isBetween(int value, int first, int last) {
        return value >= first && value <= last;
    }
}
