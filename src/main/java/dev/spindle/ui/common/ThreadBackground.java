package dev.spindle.ui.common;

import dev.spindle.run.Concurrency;

import javafx.application.Platform;

import java.util.function.Consumer;

/**
 * A thread for each piece of work: one that a hung share keeps for ever must not hold up the next.
 */
public final class ThreadBackground implements Background {
    private final Concurrency concurrency;

    public ThreadBackground(Concurrency concurrency) {
        this.concurrency = concurrency;
    }

    @Override
    public <T> void run(String role, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        concurrency.start(
                role,
                () -> {
                    Runnable end;
                    try {
                        T result = work.get();
                        end = () -> done.accept(result);
                    } catch (Exception problem) {
                        end = () -> failed.accept(problem);
                    }
                    Platform.runLater(end);
                });
    }
}
