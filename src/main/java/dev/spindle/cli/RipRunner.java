package dev.spindle.cli;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipOutcome;
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

/** Runs one rip from start to verdict: pulls, shows, logs, and tells the end. */
final class RipRunner {
    /** How often the snapshot is pulled. */
    private static final Duration PULL = Duration.ofMillis(100);

    private final Session session;
    private final Concurrency concurrency;
    private final EventLines lines = new EventLines();
    private final Progress progress;
    private final StopRelay stops;
    private int stopsTold;

    RipRunner(Session session) {
        this.session = session;
        this.concurrency = session.context().concurrency();
        this.progress = new Progress(session.screen(), concurrency);
        this.stops = new StopRelay(concurrency);
    }

    /** Returns the exit code. */
    int run(RipRequest request, Optional<Path> eventsPath, boolean json) throws UsageException {
        Optional<EventsFile> events = Optional.empty();
        if (eventsPath.isPresent()) {
            events = Optional.of(EventsFile.open(eventsPath.get(), concurrency, session.screen()));
        }
        session.signals().onStop(stops::request);
        RipVerdict verdict;
        try {
            Rip rip = session.context().service().get().start(request);
            stops.attach(rip);
            verdict = follow(rip, events);
            VerdictRecord told = VerdictRecords.of(verdict);
            events.ifPresent(file -> file.add(List.of(VerdictJson.line(told))));
        } finally {
            session.screen().clear();
            events.ifPresent(EventsFile::end);
        }
        return tell(verdict, json);
    }

    private RipVerdict follow(Rip rip, Optional<EventsFile> events) {
        while (true) {
            boolean ended = rip.awaitEnd(concurrency.in(PULL));
            RipSnapshot snapshot = rip.snapshot();
            // Taken after the snapshot: with a verdict in it, these are the last ones.
            List<String> taken = lines.of(rip.takeEvents());
            events.ifPresent(file -> file.add(taken));
            tellStops();
            progress.show(snapshot);
            if (snapshot.verdict().isPresent()) {
                return snapshot.verdict().get();
            }
            if (ended) {
                throw new IllegalStateException("the rip ended without a verdict");
            }
        }
    }

    private void tellStops() {
        int requests = stops.requests();
        if (stopsTold == 0 && requests > 0) {
            session.screen()
                    .line("spindle: stopping; a second Ctrl-C gives up what is not saved yet");
        }
        stopsTold = requests;
    }

    private int tell(RipVerdict verdict, boolean json) {
        VerdictRecord told = VerdictRecords.of(verdict);
        if (json) {
            session.result(VerdictJson.line(told));
        }
        if (isRefusal(verdict.outcome())) {
            session.refuse(verdict.text());
        } else if (!json) {
            VerdictText.lines(told).forEach(session::result);
        }
        return verdict.outcome().exitCode();
    }

    /** Whether its sentence belongs where all refusals are told. */
    private static boolean isRefusal(RipOutcome outcome) {
        return outcome == RipOutcome.REFUSED_INPUT || outcome == RipOutcome.INTERNAL_ERROR;
    }
}
