package dev.spindle.disc.udf;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeBuilder;
import dev.spindle.disc.tree.TreeBuilder.FolderBuilder;
import dev.spindle.disc.tree.TreeScope;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Reads the folders and files of a UDF volume. */
public final class UdfTrees {
    /** File types (ECMA-167 4/14.6.6 and OSTA UDF 2.3.5.2). */
    private static final int FILE = 5;

    private static final int LINK = 12;
    private static final int REAL_TIME_FILE = 249;

    private record Open(FolderBuilder builder, UdfEntry entry, int depth) {}

    private final UdfSpace space;
    private final TreeScope scope;
    private final TreeBuilder tree = new TreeBuilder();
    private final Queue<Open> open = new ArrayDeque<>();

    /** Blocks of the entries of folders: one that is met twice leads in a circle. */
    private final Set<Long> folders = new HashSet<>();

    private int streams;

    private UdfTrees(UdfSpace space, TreeScope scope) {
        this.space = space;
        this.scope = scope;
    }

    /**
     * Reads it; what is damaged is left out and told among the tree's problems.
     *
     * @throws DiscException if there is no root, or the structures ask for too much
     */
    public static DiscTree read(SectorCache disc, TreeScope scope) throws DiscException {
        UdfDescriptors descriptors = UdfDescriptors.find(disc).orElse(null);
        if (descriptors == null) {
            disc.checkBudget();
            throw new DiscException("none of its lists of volume descriptors is whole");
        }
        UdfSpace space = UdfMaps.partitions(descriptors);
        var reading = new UdfTrees(space, scope);
        LongAd root = UdfFileSet.root(space, LongAd.at(descriptors.volume(), 248));
        UdfEntry entry = UdfEntry.read(space, root, "the root folder");
        if (!entry.isFolder()) {
            throw new DiscException("its root is no folder");
        }
        reading.enter(reading.tree.root(), entry, 0);
        reading.walk();
        return reading.tree.build();
    }

    private void walk() throws DiscException {
        for (Open next = open.poll(); next != null; next = open.poll()) {
            try {
                list(next);
            } catch (DamagedFolder damaged) {
                space.checkBudget();
                tree.problem(title(next.builder.name()) + ": " + damaged.getMessage());
            }
        }
        if (streams > 0) {
            tree.problem("its named streams are not listed; files that have some: " + streams);
        }
    }

    /** Told apart from what the whole tree is refused for. */
    private static final class DamagedFolder extends Exception {
        private static final long serialVersionUID = 1;

        DamagedFolder(DiscException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private void list(Open folder) throws DiscException, DamagedFolder {
        UdfFolder items = items(folder);
        while (items.hasNext()) {
            UdfFolder.Item item = next(items);
            if (item != null) {
                add(folder, item);
            }
        }
    }

    private UdfFolder items(Open folder) throws DamagedFolder {
        try {
            return new UdfFolder(space, folder.entry, scope.mostFolderBytes());
        } catch (DiscException damaged) {
            throw new DamagedFolder(damaged);
        }
    }

    private static UdfFolder.@Nullable Item next(UdfFolder items) throws DamagedFolder {
        try {
            return items.next();
        } catch (DiscException damaged) {
            throw new DamagedFolder(damaged);
        }
    }

    private void add(Open parent, UdfFolder.Item item) throws DiscException {
        FolderBuilder folder = parent.builder;
        if (!isWanted(parent, item)) {
            addName(folder, item);
            return;
        }
        UdfEntry entry;
        try {
            entry = UdfEntry.read(space, item.icb(), "it");
        } catch (DiscException damaged) {
            space.checkBudget();
            tree.problem(item.name() + ": " + damaged.getMessage());
            return;
        }
        streams += entry.streams().isEmpty() ? 0 : 1;
        if (!entry.isFolder()) {
            folder.add(leaf(item.name(), entry));
        } else if (folders.contains(entry.place().block())) {
            tree.problem(title(item.name()) + " leads back to a folder that was listed before");
        } else {
            enter(folder.folder(item.name(), entry.modified()), entry, parent.depth + 1);
        }
    }

    private boolean isWanted(Open parent, UdfFolder.Item item) {
        return item.isFolder() ? scope.enters(parent.depth, item.name()) : scope.wantsFiles();
    }

    private static void addName(FolderBuilder folder, UdfFolder.Item item) throws DiscException {
        if (item.isFolder()) {
            folder.folder(item.name(), Optional.empty());
        } else {
            folder.add(new DiscFile(item.name(), Optional.empty(), 0, List.of()));
        }
    }

    private void enter(FolderBuilder builder, UdfEntry entry, int depth) {
        folders.add(entry.place().block());
        open.add(new Open(builder, entry, depth));
    }

    private DiscEntry leaf(String name, UdfEntry entry) throws DiscException {
        try {
            return switch (entry.fileType()) {
                case FILE, REAL_TIME_FILE, 0 ->
                        new DiscFile(
                                name,
                                entry.modified(),
                                entry.sizeBytes(),
                                UdfContent.of(space, entry));
                case LINK -> new DiscLink(name, entry.modified(), UdfLinks.target(space, entry));
                default -> new DiscSpecial(name, entry.modified(), special(entry.fileType()));
            };
        } catch (DiscException damaged) {
            space.checkBudget();
            long size = Math.max(0, entry.sizeBytes());
            return new DiscFile(
                    name, entry.modified(), size, List.of(), Optional.of(damaged.getMessage()));
        }
    }

    private static DiscSpecial.Kind special(int fileType) {
        return switch (fileType) {
            case 6 -> DiscSpecial.Kind.BLOCK_DEVICE;
            case 7 -> DiscSpecial.Kind.CHARACTER_DEVICE;
            case 9 -> DiscSpecial.Kind.PIPE;
            case 10 -> DiscSpecial.Kind.SOCKET;
            default -> DiscSpecial.Kind.OTHER;
        };
    }

    private static String title(String name) {
        return name.isEmpty() ? "the root folder" : "the folder " + name;
    }
}
