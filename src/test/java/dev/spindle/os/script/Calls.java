package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls of one process: their time, script and trace. Its gate guards the whole disk. */
final class Calls {
    static final ByteRange NO_RANGE = new ByteRange(0, 0);

    private final Concurrency concurrency;
    private final Gate gate;
    private final Device device;
    private final List<Rule> rules = new ArrayList<>();
    private final List<TraceEntry> trace = new ArrayList<>();
    private final List<CallSite> underWay = new ArrayList<>();
    private boolean dead;

    Calls(Concurrency concurrency, Device device) {
        this.concurrency = concurrency;
        this.gate = concurrency.gate("scripted storage");
        this.device = device;
    }

    /** A whole call: what it does once its scripted time is over. */
    interface Body<T extends @Nullable Object> {
        T run(CallSite call, CallPlan plan) throws OsException;
    }

    /** A change of the disk, made at one moment. */
    interface Effect<T extends @Nullable Object> {
        T run() throws OsException;
    }

    /** Foretells when a request will be done, as long as nothing changes. */
    private record Forecast(Deadline end, long changes) {}

    long now() {
        return concurrency.nanoTime();
    }

    /** Makes a call: hang, cost, scripted error, body. */
    <T extends @Nullable Object> T call(CallKind kind, String path, ByteRange range, Body<T> body)
            throws OsException {
        var call = new CallSite(kind, path, range, Thread.currentThread().getName(), now());
        CallPlan plan =
                effect(() -> {
                    underWay.add(call);
                    var planned = new CallPlan();
                    rules.forEach(rule -> rule.plan(call, planned));
                    return planned;
                });
        Optional<Errno> errno = Optional.empty();
        try {
            passTime(plan);
            if (plan.errno != null) {
                throw call.failure(plan.errno);
            }
            return body.run(call, plan);
        } catch (OsException failed) {
            errno = Optional.of(failed.errno());
            throw failed;
        } finally {
            ended(call, errno);
        }
    }

    /** Waits for the device to give bytes. */
    void awaitRead(long bytes) {
        awaitThaw();
        long nanos = gate.read(() -> device.readNanos(bytes));
        if (nanos > 0) {
            var _ = gate.pause(Deadline.at(now() + nanos), StopToken.never());
        }
    }

    private void passTime(CallPlan plan) {
        Rule hang = plan.hang;
        if (hang != null) {
            var _ =
                    gate.await(
                            hang::isRemoved,
                            plan.longestHang.map(concurrency::in).orElse(Deadline.never()),
                            StopToken.never());
        }
        if (plan.cost.isPositive()) {
            var _ = gate.pause(concurrency.in(plan.cost), StopToken.never());
        }
    }

    private void ended(CallSite call, Optional<Errno> errno) {
        gate.update(() -> {
            underWay.remove(call);
            trace.add(call.ended(now(), errno));
        });
    }

    /** Changes the disk at once; a thread of a process that was killed gets stuck here. */
    <T extends @Nullable Object> T effect(Effect<T> effect) throws OsException {
        var result = new Result<T>();
        gate.update(() -> {
            advance();
            result.run(effect, dead);
        });
        if (result.wasDead) {
            var _ = gate.pause(Deadline.never(), StopToken.never());
        }
        return result.get();
    }

    /** Waits until the device has done the request. */
    void awaitDevice(long number) {
        while (true) {
            Optional<Forecast> forecast = gate.read(() -> forecast(number));
            if (forecast.isEmpty()) {
                return;
            }
            long changes = forecast.get().changes();
            var _ =
                    gate.await(
                            () -> isDone(number) || (!dead && device.changes() != changes),
                            forecast.get().end(),
                            StopToken.never());
        }
    }

    void awaitThaw() {
        var _ = gate.await(() -> !dead && !device.isFrozen(), Deadline.never(), StopToken.never());
    }

    private Optional<Forecast> forecast(long number) {
        if (isDone(number)) {
            return Optional.empty();
        }
        Deadline end = dead ? Deadline.never() : device.end(number);
        return Optional.of(new Forecast(end, device.changes()));
    }

    private boolean isDone(long number) {
        advance();
        return !dead && device.isDone(number);
    }

    /** The disk may go on with another clock once this process is dead. */
    private void advance() {
        if (!dead) {
            device.advance(now());
        }
    }

    /** A change by the test's hand. */
    void change(Runnable change) {
        gate.update(() -> {
            advance();
            change.run();
        });
    }

    <T extends @Nullable Object> T read(Supplier<T> view) {
        return gate.read(() -> {
            advance();
            return view.get();
        });
    }

    Rule add(Rule rule) {
        change(() -> rules.add(rule));
        return rule;
    }

    List<TraceEntry> trace() {
        return gate.read(() -> List.copyOf(trace));
    }

    List<CallSite> underWay() {
        return gate.read(() -> List.copyOf(underWay));
    }

    /** From now on no call has an effect or returns; under the gate. */
    void die() {
        dead = true;
    }

    private static final class Result<T extends @Nullable Object> {
        private @Nullable T value;
        private @Nullable OsException problem;
        private boolean wasDead;

        void run(Effect<T> effect, boolean dead) {
            wasDead = dead;
            if (dead) {
                return;
            }
            try {
                value = effect.run();
            } catch (OsException failed) {
                problem = failed;
            }
        }

        @SuppressWarnings("NullAway") // T itself says whether the value may be null
        T get() throws OsException {
            if (problem != null) {
                throw problem;
            }
            return value;
        }
    }
}
