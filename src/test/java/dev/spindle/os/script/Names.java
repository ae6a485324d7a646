package dev.spindle.os.script;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** The names of a file system: as processes see them, and as a power cut would leave them. */
final class Names {
    static final String ROOT = "/";

    private final NavigableMap<String, Inode> current = new TreeMap<>();
    private final NavigableMap<String, Inode> durable = new TreeMap<>();
    private final List<NameChange> pending = new ArrayList<>();

    Names(Inode root) {
        current.put(ROOT, root);
        durable.put(ROOT, root);
    }

    static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? ROOT : path.substring(0, slash);
    }

    @Nullable Inode find(String path) {
        return current.get(path);
    }

    List<String> all() {
        return List.copyOf(current.keySet());
    }

    /** The names in a folder, without the folder's own. */
    List<String> in(String folder) {
        int from = folder.equals(ROOT) ? 1 : folder.length() + 1;
        return current.keySet().stream()
                .filter(path -> !path.equals(ROOT) && parent(path).equals(folder))
                .map(path -> path.substring(from))
                .toList();
    }

    void add(String path, Inode inode) {
        change(new NameChange(inode, null, path));
        inode.linkCount++;
        inode.path = path;
    }

    /** Takes the name away. */
    void remove(String path, Inode inode) {
        change(new NameChange(inode, path, null));
        inode.linkCount--;
    }

    /** Gives the inode another name, in one step. */
    void rename(String from, String to, Inode inode) {
        Inode replaced = current.get(to);
        if (replaced != null) {
            replaced.linkCount--;
        }
        change(new NameChange(inode, from, to));
        inode.path = to;
    }

    private void change(NameChange change) {
        change.applyTo(current);
        pending.add(change);
    }

    void syncFolder(String folder, Inode inode) {
        sync(change -> change.isIn(folder), inode);
    }

    /** Makes the file's own names durable, and those of the folders on the way to it. */
    void syncFile(Inode inode) {
        sync(change -> false, inode);
    }

    void syncAll() {
        sync(change -> true, current.firstEntry().getValue());
    }

    private void sync(Predicate<NameChange> wanted, Inode inode) {
        Set<Inode> onTheWay = way(inode);
        List<NameChange> done =
                NameChange.closure(pending, c -> wanted.test(c) || onTheWay.contains(c.inode()));
        done.forEach(change -> change.applyTo(durable));
        pending.removeAll(done);
    }

    private Set<Inode> way(Inode inode) {
        Set<Inode> way = Collections.newSetFromMap(new IdentityHashMap<>());
        way.add(inode);
        for (var name : current.entrySet()) {
            if (name.getValue() == inode) {
                for (String p = name.getKey(); !p.equals(ROOT); p = parent(p)) {
                    Inode folder = current.get(p);
                    if (folder != null) {
                        way.add(folder);
                    }
                }
            }
        }
        return way;
    }

    /**
     * The names after a power cut: only what was synced, or with a random also some of the rest.
     * Either the journal keeps a beginning of it, or any changes that go together.
     */
    NavigableMap<String, Inode> afterPowerCut(Optional<RandomGenerator> random) {
        var names = new TreeMap<String, Inode>(durable);
        random.ifPresent(r -> surviving(r).forEach(change -> change.applyTo(names)));
        names.keySet().removeIf(path -> !isReachable(path, names));
        return names;
    }

    private List<NameChange> surviving(RandomGenerator random) {
        if (random.nextBoolean()) {
            return pending.subList(0, random.nextInt(pending.size() + 1));
        }
        return NameChange.closure(pending, _ -> random.nextBoolean());
    }

    private static boolean isReachable(String path, NavigableMap<String, Inode> names) {
        return path.equals(ROOT)
                || (names.containsKey(parent(path)) && isReachable(parent(path), names));
    }
}
