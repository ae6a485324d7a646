package dev.spindle.ui.library;

import dev.spindle.rip.RipService;
import dev.spindle.rip.verify.Verification;
import dev.spindle.rip.verify.VerifyReport;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Numbers;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one finished rip back, as often as the user wants, one at a time. */
final class Verifying {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final RipService service;
    private final Background background;
    private final Concurrency concurrency;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private volatile Optional<Verification> current = Optional.empty();

    Verifying(RipService service, Background background, Concurrency concurrency) {
        this.service = service;
        this.background = background;
        this.concurrency = concurrency;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Starts; exactly one of both consumers is called at the end. */
    void start(String image, Consumer<VerifyReport> done, Consumer<Exception> failed) {
        if (running.get()) {
            return;
        }
        running.set(true);
        background.run(
                "verify",
                () -> report(service.verify(image)),
                report -> end(() -> done.accept(report)),
                problem -> end(() -> failed.accept(problem)));
    }

    private VerifyReport report(Verification verification) throws IOException {
        current = Optional.of(verification);
        while (!verification.awaitEnd(concurrency.in(LONGEST_WAIT))) {
            // The deadline only keeps this thread from depending on one wake-up alone.
        }
        return verification.report();
    }

    private void end(Runnable tell) {
        current = Optional.empty();
        running.set(false);
        tell.run();
    }

    void stop() {
        current.ifPresent(Verification::stop);
    }

    /** How far it is, in words. */
    String progress() {
        return current.map(v -> Numbers.percent(v.readBytes(), v.totalBytes())).orElse("");
    }
}
