package dev.spindle.cli;

import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.probe.ProbeServices;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.DeviceBudgets;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Calls the command line with a fake engine, on virtual time, and keeps what it says. */
final class CliRun {
    private static final long SEED = 42;

    final FakeRipService service = new FakeRipService();
    private final List<Runnable> signalTakers = new ArrayList<>();
    private final List<Runnable> goodEnoughTakers = new ArrayList<>();

    private final SignalSource signals =
            new SignalSource() {
                @Override
                public void onStop(Runnable stop) {
                    signalTakers.add(stop);
                }

                @Override
                public void onGoodEnough(Runnable goodEnough) {
                    goodEnoughTakers.add(goodEnough);
                }
            };

    private final ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    private String folder = "/cur";
    private boolean isTerminal;
    private int services;
    private boolean isSignalledSoon;

    /** What becomes of the storage before a destination on it is tested. */
    Consumer<ScriptedStorage> storageSetup = _ -> {};

    CliRun in(Object currentFolder) {
        folder = currentFolder.toString();
        return this;
    }

    CliRun onTerminal() {
        isTerminal = true;
        return this;
    }

    /** Runs on virtual time. */
    int run(String... args) {
        var baton = new BatonConcurrency(SEED, Duration.ofDays(1));
        int[] exit = {-1};
        service.rip.runsOn(baton);
        List<String> left =
                baton.run(() -> {
                    exit[0] = run(baton, args);
                    // Threads that have been told to end get their turn.
                    var _ =
                            baton.gate("the end")
                                    .pause(baton.in(Duration.ofMillis(1)), StopToken.never());
                });
        if (!left.isEmpty()) {
            throw new AssertionError("threads are left: " + left);
        }
        return exit[0];
    }

    /** Runs where asking for time or threads is an error. */
    int runPure(String... args) {
        return run(new NoConcurrency(), args);
    }

    int run(Concurrency concurrency, String... args) {
        service.rip.runsOn(concurrency);
        service.concurrency = concurrency;
        var context =
                new CliContext(
                        () -> {
                            services++;
                            return service;
                        },
                        () -> {
                            var storage = new ScriptedStorage(concurrency);
                            storage.insight().folder("/cur/out");
                            storageSetup.accept(storage);
                            if (isSignalledSoon) {
                                signalLater(concurrency);
                            }
                            return new ProbeServices(
                                    concurrency,
                                    storage,
                                    ScriptedFacts.ofOneGiB(),
                                    new DeviceBudgets(concurrency));
                        },
                        concurrency,
                        new PrintStream(outBytes, false, StandardCharsets.UTF_8),
                        new PrintStream(errBytes, false, StandardCharsets.UTF_8),
                        folder,
                        "1.2.3",
                        isTerminal,
                        () -> 4711);
        return Cli.run(context, signals, args);
    }

    private void signalLater(Concurrency concurrency) {
        var _ =
                concurrency.start(
                        "signal",
                        () -> {
                            var _ =
                                    concurrency
                                            .gate("signal")
                                            .pause(
                                                    concurrency.in(Duration.ofSeconds(5)),
                                                    StopToken.never());
                            signal();
                        });
    }

    /** The same, five seconds after the command has begun its work; on virtual time only. */
    void signalSoon() {
        isSignalledSoon = true;
    }

    /** As if the operating system sent a signal. */
    void signal() {
        signalTakers.forEach(Runnable::run);
    }

    /** As if SIGUSR1 came. */
    void signalGoodEnough() {
        goodEnoughTakers.forEach(Runnable::run);
    }

    int signalHandlers() {
        return signalTakers.size();
    }

    int services() {
        return services;
    }

    String out() {
        return outBytes.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return errBytes.toString(StandardCharsets.UTF_8);
    }
}
