package dev.spindle.cli;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.VerdictRecords;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.run.Concurrency;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Runs one rip from start to verdict: pulls, shows, logs, and tells the end. */
final class RipRunner {
    /** How often the snapshot is pulled. */
    private static final Duration PULL = Duration.ofMillis(100);

    private final Session session;
    private final Optional<EventsFile> events;
    private final Concurrency concurrency;
    private final EventLines lines = new EventLines();
    private final Progress progress;
    private final StopRelay stops;
    private final AtomicBoolean stopTold = new AtomicBoolean();

    private RipRunner(Session session, Optional<EventsFile> events) {
        this.session = session;
        this.events = events;
        this.concurrency = session.context().concurrency();
        this.progress = new Progress(session.screen(), concurrency);
        this.stops = new StopRelay(concurrency);
    }

    /** Returns the exit code. */
    static int run(Session session, RipRequest request, Optional<Path> eventsPath, boolean json)
            throws UsageException {
        Optional<EventsFile> events = Optional.empty();
        if (eventsPath.isPresent()) {
            Concurrency concurrency = session.context().concurrency();
            events = Optional.of(EventsFile.open(eventsPath.get(), concurrency, session.screen()));
        }
        var runner = new RipRunner(session, events);
        session.signals().onStop(runner::stop);
        session.signals().onGoodEnough(runner.stops::goodEnough);
        return runner.tell(runner.verdict(request), json);
    }

    private RipVerdict verdict(RipRequest request) {
        try {
            Rip rip = session.context().service().get().start(request);
            stops.attach(rip);
            RipVerdict verdict = follow(rip);
            log(() -> List.of(VerdictJson.line(VerdictRecords.of(verdict))));
            return verdict;
        } finally {
            // What comes now stops nothing any more.
            stopTold.set(true);
            session.screen().clear();
            events.ifPresent(EventsFile::end);
        }
    }

    /** Most rips are followed without a file: then their events are not turned into text. */
    private void log(Supplier<List<String>> eventLines) {
        events.ifPresent(file -> file.add(eventLines.get()));
    }

    private RipVerdict follow(Rip rip) {
        while (true) {
            boolean ended = rip.awaitEnd(concurrency.in(PULL));
            RipSnapshot snapshot = rip.snapshot();
            // Taken after the snapshot: with a verdict in it, these are the last ones.
            var happened = rip.takeEvents();
            log(() -> lines.of(happened));
            tellNotices(happened);
            tellStop();
            progress.show(snapshot);
            if (snapshot.verdict().isPresent()) {
                return snapshot.verdict().get();
            }
            if (ended) {
                throw new IllegalStateException("the rip ended without a verdict");
            }
        }
    }

    private void tellNotices(List<RipEvent> happened) {
        for (RipEvent event : happened) {
            if (event instanceof RipEvent.Noticed(_, _, String text)) {
                session.screen().line("spindle: " + Texts.oneLine(text));
            }
        }
    }

    /**
     * Told on the signal's own thread: whoever follows the rip may be at something else just now.
     * Stop comes first, since telling may wait for a terminal that is held.
     */
    private void stop() {
        stops.request();
        tellStop();
    }

    /** Told once, and always before the verdict. */
    private void tellStop() {
        if (stops.requests() > 0 && stopTold.compareAndSet(false, true)) {
            session.screen()
                    .line("spindle: stopping; a second Ctrl-C gives up what is not saved yet");
        }
    }

    private int tell(RipVerdict verdict, boolean json) {
        VerdictRecord told = VerdictRecords.of(verdict);
        if (json) {
            session.result(VerdictJson.line(told));
        }
        if (isRefusal(verdict)) {
            session.refuse(verdict.text());
        } else if (!json) {
            VerdictText.lines(told).forEach(session::result);
        }
        return verdict.outcome().exitCode();
    }

    /** Whether nothing has begun, so that its sentence belongs where all refusals are told. */
    private static boolean isRefusal(RipVerdict verdict) {
        return switch (verdict.outcome()) {
            case REFUSED_INPUT, INTERNAL_ERROR -> true;
            case DESTINATION_FAILED, DRIVE_FAILED, PROTECTED_DISC -> verdict.file().isEmpty();
            case COMPLETE, FINISHED_WITH_HOLES, STOPPED, NOT_CONFIRMED -> false;
        };
    }
}
