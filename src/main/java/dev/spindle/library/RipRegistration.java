package dev.spindle.library;

import dev.spindle.os.Storage;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.SavedRecord;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;
import dev.spindle.run.Concurrency;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Enters one rip into the catalogue; runs on a thread of its own. */
public final class RipRegistration {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.library");

    /** How soon a rip that has begun is entered, so that it is found even after a crash. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Once it is entered, only its end matters; the deadline is but a second chance to see it. */
    private static final Duration LONG_LOOK = Duration.ofSeconds(30);

    private final Shelf shelf;
    private final Concurrency concurrency;
    private final RipRequest request;

    /**
     * Where rips are entered.
     *
     * @param storage that records of rips are read from
     * @param wallClock for rips whose record can't be read
     * @param pid of this process
     */
    public record Shelf(Catalogue catalogue, Storage storage, InstantSource wallClock, long pid) {}

    RipRegistration(Shelf shelf, Concurrency concurrency, RipRequest request) {
        this.shelf = shelf;
        this.concurrency = concurrency;
        this.request = request;
    }

    /** Follows the rip to its end. An image that is moved is entered where it goes as well. */
    void follow(Rip rip) {
        // The drive is looked at meanwhile.
        RipRecordText.prepare();
        var entered = new LinkedHashMap<String, RipEntry>();
        while (!rip.awaitEnd(concurrency.in(entered.isEmpty() ? LOOK : LONG_LOOK))) {
            var now = rip.snapshot();
            recordOf(now)
                    .filter(file -> !entered.containsKey(file))
                    .ifPresent(file -> {
                        entered.put(file, enter(rip, now, file));
                        // The disc is read now; what is known already is not done again.
                        RipRecordText.rehearseEnd();
                    });
        }
        var last = rip.snapshot();
        recordOf(last).ifPresent(file -> enter(rip, last, file));
        // The last first: the first may lie on a share that hangs.
        entered.sequencedValues().reversed().stream()
                .filter(entry -> !recordOf(last).equals(Optional.of(entry.recordFile())))
                .forEach(this::renewOrForget);
    }

    /** The record of its file; empty where there is nothing to enter yet: the rip has none. */
    private static Optional<String> recordOf(RipSnapshot now) {
        boolean hasBegun = now.totalBytes() > 0 && now.phase() != RipSnapshot.Phase.PREPARING;
        return hasBegun ? now.file().map(RipEntry::recordOf) : Optional.empty();
    }

    /** Of an image that was moved away nothing is left there; one that was not is as it ended. */
    private void renewOrForget(RipEntry old) {
        try {
            var record = record(old.recordFile());
            if (record.isPresent()) {
                shelf.catalogue().put(RipEntry.of(old.recordFile(), record.get()), record);
            } else if (shelf.storage().lookUp(old.recordFile()).isEmpty()) {
                shelf.catalogue().remove(old);
            }
        } catch (IOException problem) {
            LOG.warn("{} stays in the library: {}", old.recordFile(), problem.getMessage());
        }
    }

    private RipEntry enter(Rip rip, RipSnapshot now, String recordFile) {
        // Asked again, a destination that hangs now would keep the rip out of the library.
        var found =
                rip.savedRecord()
                        .filter(saved -> saved.file().equals(recordFile))
                        .map(SavedRecord::record)
                        .or(() -> record(recordFile));
        // A record that the end could not replace is that of the start: it tells less than we know.
        boolean isCurrent = found.isPresent() && (now.verdict().isEmpty() || hasEnded(found.get()));
        var entry =
                isCurrent ? RipEntry.of(recordFile, found.get()) : entry(recordFile, now, found);
        var record = isCurrent ? found : Optional.<RipRecord>empty();
        try {
            shelf.catalogue().put(entry, record);
        } catch (IOException problem) {
            LOG.warn("the rip could not be entered into the library: {}", problem.getMessage());
        }
        return entry;
    }

    private Optional<RipRecord> record(String path) {
        try {
            var text = SmallFile.read(shelf.storage(), path);
            return text.isPresent()
                    ? Optional.of(RipRecordText.read(text.get()))
                    : Optional.empty();
        } catch (IOException problem) {
            LOG.warn("the record of the rip could not be read: {}", problem.getMessage());
            return Optional.empty();
        }
    }

    private static boolean hasEnded(RipRecord record) {
        return record.verdict().isPresent();
    }

    private RipEntry entry(String recordFile, RipSnapshot now, Optional<RipRecord> begun) {
        var known = begun.map(record -> RipEntry.of(recordFile, record));
        Optional<RipVerdict> verdict = now.verdict();
        return new RipEntry(
                recordFile,
                known.map(RipEntry::label).orElse(now.title()),
                known.map(RipEntry::discIdentity).orElse(""),
                now.totalBytes(),
                request.drive(),
                known.map(RipEntry::driveName).orElse(""),
                known.map(RipEntry::startedAt).orElseGet(shelf.wallClock()::instant),
                shelf.pid(),
                verdict.map(RipRegistration::state).orElse(RipState.RUNNING),
                verdict.map(RipVerdict::durable).orElse(false),
                verdict.map(RipVerdict::badSectors).orElse(0L),
                verdict.map(RipVerdict::totalSeconds).orElse(0.0),
                verdict.map(RipVerdict::text).orElse(""),
                known.map(RipEntry::sectorBytes).orElse(0));
    }

    private static RipState state(RipVerdict verdict) {
        return switch (verdict.outcome()) {
            case COMPLETE -> RipState.COMPLETE;
            case FINISHED_WITH_HOLES -> RipState.FINISHED_WITH_HOLES;
            case STOPPED -> RipState.STOPPED;
            default -> RipState.FAILED;
        };
    }
}
