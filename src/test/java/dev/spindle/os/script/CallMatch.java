package dev.spindle.os.script;

import dev.spindle.os.Errno;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/**
 * Which calls a rule is about. Numbers count the calls of that kind, path and offset, from 1 for
 * the first after the rule was made.
 */
public final class CallMatch {
    private final Calls calls;
    private final Predicate<CallSite> fits;
    private final LongPredicate numbers;

    CallMatch(Calls calls, Predicate<CallSite> fits, LongPredicate numbers) {
        this.calls = calls;
        this.fits = fits;
        this.numbers = numbers;
    }

    public CallMatch path(String path) {
        return and(call -> call.path().equals(path));
    }

    public CallMatch pathEndsWith(String end) {
        return and(call -> call.path().endsWith(end));
    }

    /** Calls that touch bytes at this offset or behind it. */
    public CallMatch fromOffset(long offsetBytes) {
        return and(call -> call.range().endBytes() > offsetBytes);
    }

    /** Calls that are made while this holds. */
    public CallMatch when(BooleanSupplier condition) {
        return and(_ -> condition.getAsBoolean());
    }

    public CallMatch nth(long number) {
        return new CallMatch(calls, fits, n -> n == number);
    }

    /** The n-th and all later ones. */
    public CallMatch from(long number) {
        return new CallMatch(calls, fits, n -> n >= number);
    }

    /** The first n. */
    public CallMatch first(long number) {
        return new CallMatch(calls, fits, n -> n <= number);
    }

    public Rule cost(Duration cost) {
        return rule(new Rule.Cost(_ -> cost));
    }

    /** A cost that depends on the call's number. */
    public Rule cost(LongFunction<Duration> byNumber) {
        return rule(new Rule.Cost(byNumber));
    }

    public Rule hang(Duration duration) {
        return rule(new Rule.Hang(Optional.of(duration)));
    }

    /** Hangs until the rule is removed. */
    public Rule hangForEver() {
        return rule(new Rule.Hang(Optional.empty()));
    }

    public Rule fail(Errno errno) {
        return rule(new Rule.Fail(errno));
    }

    /** A short write or read. */
    public Rule take(int mostBytes) {
        return rule(new Rule.Take(mostBytes));
    }

    private CallMatch and(Predicate<CallSite> more) {
        return new CallMatch(calls, fits.and(more), numbers);
    }

    private Rule rule(Rule.Effect effect) {
        return calls.add(new Rule(calls, fits, numbers, effect));
    }
}
