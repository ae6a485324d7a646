package dev.spindle.cli;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.timeline.Health;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Progress on standard error: on a terminal one line that is drawn again, else a line every ten
 * seconds and at each new phase; in both cases what the user should know.
 */
final class Progress {
    /** A terminal that is narrower cuts the line off. */
    private static final int WIDTH = 140;

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Screen screen;
    private final Concurrency concurrency;
    private @Nullable Phase phase;
    private Deadline nextLine;
    private String notice = "";
    private Health health = Health.HEALTHY;

    Progress(Screen screen, Concurrency concurrency) {
        this.screen = screen;
        this.concurrency = concurrency;
        this.nextLine = concurrency.in(BETWEEN_LINES);
    }

    void show(RipSnapshot snapshot) {
        tellNotice(snapshot.notice());
        tellHealth(snapshot);
        if (snapshot.phase() == Phase.ENDED) {
            screen.clear();
        } else if (screen.isTerminal()) {
            screen.status(ProgressLine.render(snapshot, WIDTH));
        } else if (isNews(snapshot) || nextLine.hasPassed(concurrency.nanoTime())) {
            screen.line(ProgressLine.plain(snapshot));
            nextLine = concurrency.in(BETWEEN_LINES);
        }
        phase = snapshot.phase();
    }

    /** Preparing is told only once it takes long: most refusals come out of it, alone on a line. */
    private boolean isNews(RipSnapshot snapshot) {
        return snapshot.phase() != phase && snapshot.phase() != Phase.PREPARING;
    }

    /** A notice in which only figures have changed is not told again. */
    private void tellNotice(String text) {
        String gist = text.replaceAll("[0-9][0-9.,]*", "0");
        if (!text.isEmpty() && !gist.equals(notice)) {
            screen.line("spindle: " + Texts.oneLine(text));
        }
        notice = gist;
    }

    private void tellHealth(RipSnapshot snapshot) {
        Health now = snapshot.sample().health();
        if (now != health) {
            String why = snapshot.healthReason();
            screen.line(
                    "spindle: the destination is "
                            + now
                            + (why.isEmpty() ? "" : ": " + Texts.oneLine(why)));
            health = now;
        }
    }
}
