package dev.spindle.writeback;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.FileSystemKind.Writeback;
import dev.spindle.run.Concurrency;

import java.util.Optional;

/**
 * Finds the mechanism for one file: what the kernel says of this very file decides where to begin,
 * and what it does decides whether to stay. Each refusal or broken word leads one step down.
 */
final class MechanismChooser {
    private final Concurrency concurrency;
    private final OutputFiles files;
    private final FileSystemKind kind;
    private final Optional<Mechanism> wish;

    MechanismChooser(
            Concurrency concurrency,
            OutputFiles files,
            FileSystemKind kind,
            Optional<Mechanism> wish) {
        this.concurrency = concurrency;
        this.files = files;
        this.kind = kind;
        this.wish = wish;
    }

    /**
     * A mechanism, and why it is the one.
     *
     * @param reason a few words for people
     */
    record Choice(MechanismCalls calls, String reason) {}

    /** Where to begin. */
    Choice first() {
        if (wish.isPresent()) {
            return wish.get() == Mechanism.DIRECT && files.direct().isEmpty()
                    ? next(Mechanism.DIRECT, kind.name() + " refuses O_DIRECT").orElseThrow()
                    : new Choice(make(wish.get()), "asked for");
        }
        if (kind.writeback() != Writeback.RANGES) {
            return new Choice(make(Mechanism.DATASYNC), whyOnlySync());
        }
        if (files.facts().directOffsetAlignBytes() > 0 && files.direct().isPresent()) {
            return new Choice(
                    make(Mechanism.DIRECT),
                    kind.name()
                            + " offers O_DIRECT for this file in steps of "
                            + files.facts().directOffsetAlignBytes()
                            + " bytes");
        }
        return new Choice(
                make(Mechanism.DONTCACHE), kind.name() + " does not offer O_DIRECT for this file");
    }

    /** What to do where this one was refused or does not do what it says; empty at the end. */
    Optional<Choice> next(Mechanism refused, String why) {
        return below(refused).map(lower -> new Choice(make(lower), why));
    }

    private Optional<Mechanism> below(Mechanism refused) {
        if (kind.writeback() != Writeback.RANGES && refused != Mechanism.DATASYNC) {
            return Optional.of(Mechanism.DATASYNC);
        }
        return switch (refused) {
            case DIRECT -> Optional.of(Mechanism.DONTCACHE);
            case DONTCACHE -> Optional.of(Mechanism.RANGE);
            case RANGE -> Optional.of(Mechanism.DATASYNC);
            case DATASYNC -> Optional.empty();
        };
    }

    private String whyOnlySync() {
        if (kind.writeback() == Writeback.NONE) {
            return kind.name() + " is memory: there is no device to write back to";
        }
        return kind.isKnown()
                ? "on " + kind.name() + " only fdatasync tells that bytes have arrived"
                : "the file system is " + kind.name() + ": fdatasync works everywhere";
    }

    private MechanismCalls make(Mechanism mechanism) {
        return switch (mechanism) {
            case DIRECT ->
                    new DirectCalls(
                            concurrency, files.direct().orElseThrow(), files, wish.isPresent());
            case DONTCACHE -> new BufferedCalls.DontCache(files);
            case RANGE -> new BufferedCalls.Range(files);
            case DATASYNC -> new BufferedCalls.Datasync(files);
        };
    }
}
