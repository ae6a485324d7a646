package dev.spindle.disc.tree;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The folders and files of a disc.
 *
 * @param root without a name
 * @param problems why parts are missing: sentences without their full stops
 */
public record DiscTree(DiscFolder root, List<String> problems) {
    public DiscTree {
        problems = List.copyOf(problems);
    }

    /**
     * Visits everything but the root, folders before what is in them, in the disc's own order, with
     * its path: names with slashes between them and none in front.
     */
    public void forEach(BiConsumer<String, DiscEntry> visitor) {
        record Folder(String prefix, DiscFolder folder) {}
        var open = new ArrayDeque<Object>();
        open.push(new Folder("", root));
        record Waiting(String path, DiscEntry entry) {}
        while (!open.isEmpty()) {
            var next = open.pop();
            if (next instanceof Waiting(String path, DiscEntry entry)) {
                visitor.accept(path, entry);
                if (entry instanceof DiscFolder folder) {
                    open.push(new Folder(path + "/", folder));
                }
            } else if (next instanceof Folder(String prefix, DiscFolder folder)) {
                for (DiscEntry entry : folder.entries().reversed()) {
                    open.push(new Waiting(prefix + entry.name(), entry));
                }
            }
        }
    }

    /** What is in a tree, counted. */
    public record Totals(int files, int folders, int others, long fileBytes) {}

    /** Counts; the root is no folder here. Sizes of files that share their bytes count each. */
    public Totals totals() {
        var counter = new Counter();
        forEach((_, entry) -> counter.count(entry));
        return new Totals(counter.files, counter.folders, counter.others, counter.bytes);
    }

    private static final class Counter {
        private int files;
        private int folders;
        private int others;
        private long bytes;

        private void count(DiscEntry entry) {
            switch (entry) {
                case DiscFile file -> {
                    files++;
                    long sum = bytes + file.sizeBytes();
                    bytes = sum < bytes ? Long.MAX_VALUE : sum;
                }
                case DiscFolder _ -> folders++;
                case DiscLink _, DiscSpecial _ -> others++;
            }
        }
    }
}
