package dev.spindle.drive.image;

import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.Statement;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What befalls the drive at certain moments, all in nanoseconds since it was opened. Pure. */
final class TimedFaults {
    /** The end of what never ends. */
    static final long NEVER = Long.MAX_VALUE;

    /** A stretch of time; {@code endNanos} does not belong to it. */
    private record Window(long startNanos, long endNanos) {
        static Window of(Duration at, Optional<Duration> howLong) {
            long start = at.toNanos();
            return new Window(start, howLong.map(d -> start + d.toNanos()).orElse(NEVER));
        }

        boolean contains(long nanos) {
            return startNanos <= nanos && nanos < endNanos;
        }
    }

    private final List<Window> hangs;
    private final List<Window> unplugs;

    TimedFaults(Script script) {
        this.hangs =
                script.all(Statement.HangAt.class).stream()
                        .map(h -> Window.of(h.at(), h.howLong()))
                        .sorted(Comparator.comparingLong(Window::startNanos))
                        .toList();
        this.unplugs =
                script.all(Statement.Unplug.class).stream()
                        .map(u -> Window.of(u.at(), u.howLong()))
                        .toList();
    }

    boolean isUnplugged(long nanos) {
        return unplugs.stream().anyMatch(w -> w.contains(nanos));
    }

    /** When the drive is unplugged next; {@link #NEVER} if it is not. */
    long nextUnplug(long afterNanos) {
        return unplugs.stream()
                .mapToLong(Window::startNanos)
                .filter(start -> start > afterNanos)
                .min()
                .orElse(NEVER);
    }

    /** When a command that runs between these moments returns, hangs considered. */
    long end(long startNanos, long endNanos) {
        long end = endNanos;
        for (Window hang : hangs) {
            boolean begins = hang.contains(startNanos);
            boolean runsInto = hang.startNanos < end && startNanos < hang.endNanos;
            if (begins || runsInto) {
                end = Math.max(end, hang.endNanos);
            }
        }
        return end;
    }
}
