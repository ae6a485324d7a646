package dev.spindle.os.script;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * A change of names that is not durable yet. A rename is one change: it survives wholly or not at
 * all.
 *
 * @param inode what the names lead to
 * @param removed the name that went
 * @param added the name that came
 */
record NameChange(Inode inode, @Nullable String removed, @Nullable String added) {
    boolean isIn(String folder) {
        return (removed != null && Names.parent(removed).equals(folder))
                || (added != null && Names.parent(added).equals(folder));
    }

    void applyTo(NavigableMap<String, Inode> names) {
        if (removed != null) {
            names.remove(removed, inode);
        }
        if (added != null) {
            names.put(added, inode);
        }
        if (removed != null && added != null && inode.isFolder()) {
            moveInside(names, removed, added);
        }
    }

    /**
     * What lies in a folder goes with it; of changes in it that are pending still, nothing does.
     */
    private static void moveInside(NavigableMap<String, Inode> names, String from, String to) {
        var inside = names.subMap(from + "/", false, from + "0", false);
        var moved = new TreeMap<String, Inode>();
        inside.forEach((path, child) -> moved.put(to + path.substring(from.length()), child));
        inside.clear();
        names.putAll(moved);
    }

    /** Those that are wanted, and all earlier ones about the same names or inodes. */
    static List<NameChange> closure(List<NameChange> changes, Predicate<NameChange> wanted) {
        var taken = new ArrayList<NameChange>();
        Set<Object> touched = new HashSet<>();
        for (NameChange change : changes.reversed()) {
            if (wanted.test(change) || change.touches(touched)) {
                taken.addFirst(change);
                change.addTo(touched);
            }
        }
        return taken;
    }

    private boolean touches(Set<Object> touched) {
        return touched.contains(inode)
                || (removed != null && touched.contains(removed))
                || (added != null && touched.contains(added));
    }

    private void addTo(Set<Object> touched) {
        touched.add(inode);
        if (removed != null) {
            touched.add(removed);
        }
        if (added != null) {
            touched.add(added);
        }
    }
}
