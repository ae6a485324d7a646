package dev.spindle.os.script;

import dev.spindle.os.Errno;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** One statement of a script, in force until it is removed. */
public final class Rule {
    /** What happens to a call that the rule is about. */
    sealed interface Effect {}

    /** The call takes so long, by its number. */
    record Cost(LongFunction<Duration> byNumber) implements Effect {}

    /** The call hangs so long, or until the rule is removed. */
    record Hang(Optional<Duration> longest) implements Effect {}

    /** The call fails. */
    record Fail(Errno errno) implements Effect {}

    /** The call takes or gives no more than so many bytes. */
    record Take(int mostBytes) implements Effect {}

    private final Calls calls;
    private final Predicate<CallSite> fits;
    private final LongPredicate numbers;
    private final Effect effect;
    private long fitting;
    private boolean removed;

    Rule(Calls calls, Predicate<CallSite> fits, LongPredicate numbers, Effect effect) {
        this.calls = calls;
        this.fits = fits;
        this.numbers = numbers;
        this.effect = effect;
    }

    /** Ends the rule; calls that hang because of it go on. */
    public void remove() {
        calls.change(() -> removed = true);
    }

    boolean isRemoved() {
        return removed;
    }

    /** Counts the call and adds what the rule does to it. */
    void plan(CallSite call, CallPlan plan) {
        if (removed || !fits.test(call)) {
            return;
        }
        fitting++;
        if (!numbers.test(fitting)) {
            return;
        }
        switch (effect) {
            case Cost cost -> plan.cost = cost.byNumber.apply(fitting);
            case Hang hang -> plan.hang(this, hang.longest);
            case Fail fail -> plan.errno = fail.errno;
            case Take take -> plan.mostBytes = take.mostBytes;
        }
    }
}
