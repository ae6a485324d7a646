package dev.spindle.cli;

import dev.spindle.rip.Fill;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.MusicWishes;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The words that an option may stand for, for shells that complete them; made from what the engine
 * knows, so that none is forgotten. picocli makes one of each class by itself.
 */
abstract class Words implements Iterable<String> {
    private final List<String> words;

    private Words(String... words) {
        this.words = List.of(words);
    }

    private Words(List<String> before, Enum<?>[] values) {
        var all = new ArrayList<>(before);
        Arrays.stream(values).map(value -> value.name().toLowerCase(Locale.ROOT)).forEach(all::add);
        this.words = List.copyOf(all);
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    /** Of {@code --policy}. */
    static final class Policies extends Words {
        Policies() {
            super(List.of(), PolicyChoice.Policy.values());
        }
    }

    /** Of {@code --controller}. */
    static final class Controllers extends Words {
        Controllers() {
            super("auto", "drain", "p95", "fixed");
        }
    }

    /** Of {@code --mechanism}. */
    static final class Mechanisms extends Words {
        Mechanisms() {
            super(List.of("auto"), Mechanism.values());
        }
    }

    /** Of {@code --hash}; more than one is typed with commas between. */
    static final class Hashes extends Words {
        Hashes() {
            super(List.of("none"), HashAlgorithm.values());
        }
    }

    /** Of {@code --fill}. */
    static final class Fills extends Words {
        Fills() {
            super(List.of(), Fill.values());
        }
    }

    /** Of {@code --format}. */
    static final class Formats extends Words {
        Formats() {
            super(List.of(), MusicWishes.Format.values());
        }
    }
}
