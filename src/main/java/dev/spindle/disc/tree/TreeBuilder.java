package dev.spindle.disc.tree;

import dev.spindle.disc.sector.DiscException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a tree, in any order of folders, and refuses one that would take too much memory. One
 * thread at a time.
 */
public final class TreeBuilder {
    private static final int MOST_PROBLEMS = 100;

    private final TreeLimits limits = new TreeLimits();
    private final FolderBuilder root = new FolderBuilder(limits, "", Optional.empty(), 0, 0);
    private final List<String> problems = new ArrayList<>();

    public FolderBuilder root() {
        return root;
    }

    /**
     * Notes why a part of the tree is missing; from a hundred on they are dropped.
     *
     * @param problem a sentence without its full stop
     */
    public void problem(String problem) {
        if (problems.size() < MOST_PROBLEMS && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** The tree; the builder is not used again. */
    public DiscTree build() {
        return new DiscTree(root.build(), problems);
    }

    /** A folder that still grows. */
    public static final class FolderBuilder {
        private final TreeLimits limits;
        private final String name;
        private final Optional<Instant> modified;
        private final int depth;
        private final int pathCharacters;
        private final List<Object> entries = new ArrayList<>(4);

        private FolderBuilder(
                TreeLimits limits,
                String name,
                Optional<Instant> modified,
                int depth,
                int pathCharacters) {
            this.limits = limits;
            this.name = name;
            this.modified = modified;
            this.depth = depth;
            this.pathCharacters = pathCharacters;
        }

        public String name() {
            return name;
        }

        /** Adds a file, link or special; folders are made by {@link #folder}. */
        public void add(DiscEntry entry) throws DiscException {
            int extents = entry instanceof DiscFile file ? file.extents().size() : 0;
            int held = entry instanceof DiscLink link ? link.target().length() : 0;
            limits.count(path(entry.name()), entry.name().length() + held, extents);
            entries.add(entry);
        }

        /** Adds a folder. */
        public FolderBuilder folder(String folderName, Optional<Instant> folderModified)
                throws DiscException {
            if (depth >= TreeLimits.MOST_DEPTH) {
                throw new DiscException(
                        "it has folders in folders, more than " + TreeLimits.MOST_DEPTH + " deep");
            }
            int path = path(folderName);
            limits.count(path, folderName.length(), 1);
            var folder = new FolderBuilder(limits, folderName, folderModified, depth + 1, path);
            entries.add(folder);
            return folder;
        }

        private int path(String entryName) {
            return pathCharacters + 1 + entryName.length();
        }

        /** One frame of the stack for each level, and there are at most 1024 of them. */
        private DiscFolder build() {
            var built = new ArrayList<DiscEntry>(entries.size());
            for (Object entry : entries) {
                built.add(entry instanceof FolderBuilder f ? f.build() : (DiscEntry) entry);
            }
            return new DiscFolder(name, modified, built);
        }
    }
}
