package dev.spindle.rip.stream;

import dev.spindle.drive.Drive;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the user wants of the drive while it is being read. It is done by the reader, between two
 * commands: nobody else may touch the drive. Safe for all threads.
 */
public final class BetweenReads {
    private final Gate gate;
    private Optional<Consumer<Drive>> wish = Optional.empty();

    /** Nothing is wished for yet. */
    public BetweenReads(Concurrency concurrency) {
        this.gate = concurrency.gate("between reads");
    }

    /** Takes the place of a wish that was not carried out yet. */
    public void ask(Consumer<Drive> next) {
        gate.update(() -> wish = Optional.of(next));
    }

    /** The wish that is to be carried out now; whoever takes it does so. */
    Optional<Consumer<Drive>> take() {
        return gate.read(() -> {
            var taken = wish;
            wish = Optional.empty();
            return taken;
        });
    }
}
