package dev.spindle.ui;

import dev.spindle.ui.common.Background;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Does all work on the caller's thread: at once, or when a held test lets it go. */
public final class SameThread implements Background {
    private final Queue<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    public void hold() {
        holding = true;
    }

    public int heldCount() {
        return held.size();
    }

    /** Does what was held first. */
    public void releaseOne() {
        held.remove().run();
    }

    @Override
    public <T> void run(String role, Work<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Runnable job =
                () -> {
                    T result;
                    try {
                        result = work.get();
                    } catch (Exception problem) {
                        failed.accept(problem);
                        return;
                    }
                    done.accept(result);
                };
        if (holding) {
            held.add(job);
        } else {
            job.run();
        }
    }
}
