package dev.spindle.disc;

import dev.spindle.disc.iso.IsoTrees;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.ReadBudget;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.SectorReader;
import dev.spindle.disc.sector.VolumeStructures;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeScope;
import dev.spindle.disc.udf.UdfTrees;

import java.util.ArrayList;
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
        return read(disc, TreeScope.WHOLE, sessionLba);
    }

    /** UDF's where there is one, since it has all names; where it is refused, ISO 9660's. */
    static DiscTree read(SectorCache disc, TreeScope scope, OptionalLong sessionLba)
            throws DiscException {
        if (!VolumeStructures.hasUdf(disc)) {
            return IsoTrees.read(disc, scope, sessionLba);
        }
        try {
            return UdfTrees.read(disc, scope);
        } catch (DiscException refused) {
            return instead(disc, scope, sessionLba, refused);
        }
    }

    private static DiscTree instead(
            SectorCache disc, TreeScope scope, OptionalLong sessionLba, DiscException refused)
            throws DiscException {
        DiscTree iso;
        try {
            iso = IsoTrees.read(disc, scope, sessionLba);
        } catch (DiscException _) {
            throw refused;
        }
        var problems = new ArrayList<>(iso.problems());
        problems.addFirst("its UDF is refused: " + refused.getMessage());
        return new DiscTree(iso.root(), problems);
    }
}
