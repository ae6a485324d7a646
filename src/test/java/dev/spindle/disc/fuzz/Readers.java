package dev.spindle.disc.fuzz;

import dev.spindle.disc.DiscInspector;
import dev.spindle.disc.DiscTrees;
import dev.spindle.disc.Fixture;
import dev.spindle.disc.iso.IsoTrees;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.Extent;
import dev.spindle.disc.tree.LbaIndex;
import dev.spindle.disc.tree.TreeScope;
import dev.spindle.disc.udf.UdfTrees;

/** Everything that reads a disc, as a program would that knows nothing of it yet. */
final class Readers {
    private Readers() {}

    /** Reads all there is; whatever it throws is a finding, but for the declared refusal. */
    static void all(Fixture image) {
        DiscInspector.inspect(image, image.bytes().length);
        tree(() -> DiscTrees.read(image, image.bytes().length));
        for (TreeScope scope : TreeScope.values()) {
            tree(() -> IsoTrees.read(image.disc(), scope));
            tree(() -> UdfTrees.read(image.disc(), scope));
        }
    }

    private interface Reading {
        DiscTree read() throws DiscException;
    }

    private static void tree(Reading reading) {
        try {
            DiscTree tree = reading.read();
            tree.forEach(Readers::check);
            tree.totals();
            LbaIndex.of(tree).at(300);
        } catch (DiscException refused) {
            if (refused.getMessage().isBlank()) {
                throw new AssertionError("refused without a reason", refused);
            }
        }
    }

    /** What every entry of a tree promises, whatever the disc. */
    private static void check(String path, DiscEntry entry) {
        boolean isName = !entry.name().isEmpty() && entry.name().indexOf('\0') < 0;
        if (!isName || !path.endsWith(entry.name())) {
            throw new AssertionError("a name that is none: " + path);
        }
        if (entry instanceof DiscFile file && file.obstacle().isEmpty()) {
            long sum = file.extents().stream().mapToLong(Extent::lengthBytes).sum();
            if (sum != file.sizeBytes() && !file.extents().isEmpty()) {
                throw new AssertionError(path + " has " + sum + " of " + file.sizeBytes());
            }
        }
    }
}
