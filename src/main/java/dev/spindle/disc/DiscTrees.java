package dev.spindle.disc;

import dev.spindle.disc.iso.IsoTrees;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.ReadBudget;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.SectorReader;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeScope;

import java.util.OptionalLong;

/** The files of a disc, whatever its file system. Read on demand: a rip does not need them. */
public final class DiscTrees {
    private DiscTrees() {}

    /** Of an image, of which no drive tells anything. */
    public static DiscTree read(SectorReader reader, long lengthBytes) throws DiscException {
        return read(reader, lengthBytes, MediumFacts.NONE);
    }

    /**
     * Reads all folders, with bounded reads and memory.
     *
     * @param lengthBytes exact length of the medium or image
     * @param medium what the drive tells beside
     * @throws DiscException where there is no file system that Spindle knows, or it is refused
     */
    public static DiscTree read(SectorReader reader, long lengthBytes, MediumFacts medium)
            throws DiscException {
        long sectors = (lengthBytes + Sector.BYTES - 1) / Sector.BYTES;
        var disc = new SectorCache(reader, sectors, ReadBudget.TREE);
        var sessionLba = medium.toc().map(DiscToc::lastDataSessionLba).orElse(OptionalLong.empty());
        return IsoTrees.read(disc, TreeScope.WHOLE, sessionLba);
    }
}
