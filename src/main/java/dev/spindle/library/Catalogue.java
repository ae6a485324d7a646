package dev.spindle.library;

import dev.spindle.os.Storage;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rips of this user, one file for each, so that damage stays with one rip and programs that run
 * side by side don't overwrite each other. Beside it lies a copy of the rip's record: its charts
 * can be seen even when the image has moved or its disk is not there.
 *
 * <p>All calls may block as long as the home folder pleases: never on the interface thread. Safe
 * for all threads.
 */
public final class Catalogue {
    private static final String ENTRY = ".json";
    private final Storage storage;
    private final Optional<String> folder;
    private final long pid;

    /**
     * A catalogue.
     *
     * @param folder absolute path; made when it is needed; empty where there is no home
     * @param pid of this process
     */
    public Catalogue(Storage storage, Optional<String> folder, long pid) {
        this.storage = storage;
        this.folder = folder;
        this.pid = pid;
    }

    /**
     * What the catalogue holds.
     *
     * @param entries the latest first
     * @param damaged how many files could not be read, and were left alone
     */
    public record Listing(List<RipEntry> entries, int damaged) {
        public Listing {
            entries = List.copyOf(entries);
        }

        /** Rips of this disc, the latest first. */
        public List<RipEntry> ofDisc(String identity) {
            return entries.stream()
                    .filter(entry -> !identity.isEmpty() && entry.discIdentity().equals(identity))
                    .toList();
        }
    }

    /**
     * All rips.
     *
     * @throws IOException with one sentence for the user, where the folder can't be read
     */
    public Listing list() throws IOException {
        if (folder.isEmpty() || storage.lookUp(folder.get()).isEmpty()) {
            return new Listing(List.of(), 0);
        }
        var entries = new ArrayList<RipEntry>();
        int damaged = 0;
        for (String name : storage.list(folder.get())) {
            if (name.endsWith(ENTRY) && !name.endsWith(RipRecordText.ENDING)) {
                var entry = entry(folder.get() + "/" + name);
                entry.ifPresent(entries::add);
                damaged += entry.isPresent() ? 0 : 1;
            }
        }
        entries.sort(Comparator.comparing(RipEntry::startedAt).reversed());
        SmallFile.removeLeftovers(storage, folder.get(), Processes::isAlive);
        return new Listing(entries, damaged);
    }

    private Optional<RipEntry> entry(String path) {
        try {
            return SmallFile.read(storage, path).flatMap(RipEntryText::read);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Adds a rip, or replaces what was known of it.
     *
     * @param record its record, where there is one
     */
    public void put(RipEntry entry, Optional<RipRecord> record) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        if (record.isPresent()) {
            SmallFile.replace(
                    storage,
                    path(entry, RipRecordText.ENDING),
                    RipRecordText.write(record.get()),
                    pid);
        }
        SmallFile.replace(storage, path(entry, ENTRY), RipEntryText.write(entry), pid);
    }

    /** Forgets a rip; its files stay where they are. */
    public void remove(RipEntry entry) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        SmallFile.remove(storage, path(entry, ENTRY));
        SmallFile.remove(storage, path(entry, RipRecordText.ENDING));
    }

    /**
     * The record of a rip, with all that its charts need, from the catalogue's own copy.
     *
     * @throws IOException with one sentence for the user, where there is none
     */
    public RipRecord record(RipEntry entry) throws IOException {
        if (folder.isPresent()) {
            var text = SmallFile.read(storage, path(entry, RipRecordText.ENDING));
            if (text.isPresent()) {
                return RipRecordText.read(text.get());
            }
        }
        throw new IOException("the record of " + entry.name() + " is not in the library any more");
    }

    /**
     * The record in a file that lies anywhere, be it of a rip of this user or of another.
     *
     * @throws IOException with one sentence for the user, where there is none
     */
    public RipRecord recordIn(String file) throws IOException {
        var text = SmallFile.read(storage, file);
        if (text.isEmpty()) {
            throw new IOException("there is no " + file + ", which would tell of that rip");
        }
        return RipRecordText.read(text.get());
    }

    private String path(RipEntry entry, String ending) {
        return folder.orElseThrow() + "/" + entry.id() + ending;
    }
}
