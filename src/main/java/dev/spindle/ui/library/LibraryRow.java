package dev.spindle.ui.library;

import dev.spindle.library.RipEntry;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.BiPredicate;

/**
 * A rip as one row of the list.
 *
 * @param state how it ended, or that it did not
 * @param stateName in words
 * @param when it began
 * @param detail when, how large, from which drive
 */
public record LibraryRow(
        RipEntry entry, State state, String stateName, String when, String detail) {
    /** What became of a rip, as far as the next step depends on it. */
    public enum State {
        RUNNING("fth-disc", Tone.NEUTRAL),
        /** By a crash, a power cut or a kill. */
        INTERRUPTED("fth-zap-off", Tone.WARNING),
        STOPPED("fth-stop-circle", Tone.NEUTRAL),
        FAILED("fth-alert-octagon", Tone.DANGER),
        HOLES("fth-alert-triangle", Tone.WARNING),
        COMPLETE("fth-check-circle", Tone.SUCCESS);

        private final String icon;
        private final Tone tone;

        State(String icon, Tone tone) {
            this.icon = icon;
            this.tone = tone;
        }

        public String icon() {
            return icon;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether something of the disc may still be read. */
        public boolean canResume() {
            return this != RUNNING && this != COMPLETE;
        }

        /** Whether there is an image with its final name. */
        public boolean hasImage() {
            return this == COMPLETE || this == HOLES;
        }
    }

    public static LibraryRow of(RipEntry entry, BiPredicate<Long, Instant> isAlive, ZoneId zone) {
        State state = state(entry, isAlive);
        String when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(Texts.locale())
                        .format(entry.startedAt().atZone(zone));
        String from = entry.driveName().isEmpty() ? entry.drive() : entry.driveName();
        return new LibraryRow(
                entry,
                state,
                Texts.of("library-state", state, "name"),
                when,
                Texts.format("library.row.detail", when, Numbers.size(entry.bytes()), from));
    }

    private static State state(RipEntry entry, BiPredicate<Long, Instant> isAlive) {
        return switch (entry.state()) {
            case RUNNING -> entry.isRunning(isAlive) ? State.RUNNING : State.INTERRUPTED;
            case STOPPED -> State.STOPPED;
            case FAILED -> State.FAILED;
            case FINISHED_WITH_HOLES -> State.HOLES;
            case COMPLETE -> State.COMPLETE;
        };
    }
}
