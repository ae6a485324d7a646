package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeScope;

import java.util.OptionalLong;

/** The folders and files of an ISO 9660 volume. */
public final class IsoTrees {
    private IsoTrees() {}

    /** Reads those of an image, whose sessions are searched for. */
    public static DiscTree read(SectorCache disc, TreeScope scope) throws DiscException {
        return read(disc, scope, OptionalLong.empty());
    }

    /**
     * Reads them. Damaged folders are left out and told as problems.
     *
     * @param lastSessionLba where the last session begins, from the drive's TOC
     * @throws DiscException where there is no ISO 9660, or its structures go beyond all bounds
     */
    public static DiscTree read(SectorCache disc, TreeScope scope, OptionalLong lastSessionLba)
            throws DiscException {
        var set = descriptors(disc, lastSessionLba);
        return walk(disc, scope, Hierarchy.of(disc, set));
    }

    /** Those of one of the hierarchies that an image offers, whichever is the best one. */
    static DiscTree read(SectorCache disc, Hierarchy.Names names) throws DiscException {
        var set = descriptors(disc, OptionalLong.empty());
        return walk(disc, TreeScope.WHOLE, Hierarchy.of(disc, set, names));
    }

    private static DescriptorSet descriptors(SectorCache disc, OptionalLong lastSessionLba)
            throws DiscException {
        return IsoSessions.last(disc, lastSessionLba)
                .orElseThrow(() -> new DiscException("there is no ISO 9660 volume descriptor"));
    }

    private static DiscTree walk(SectorCache disc, TreeScope scope, Hierarchy hierarchy)
            throws DiscException {
        if (!hierarchy.volume().hasBlockSize()) {
            throw new DiscException(
                    "its volume descriptor names blocks of "
                            + hierarchy.volume().blockBytes()
                            + " bytes, which ISO 9660 does not have");
        }
        return new FolderWalk(disc, hierarchy, scope).run();
    }
}
