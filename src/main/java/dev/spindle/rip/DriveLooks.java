package dev.spindle.rip;

import dev.spindle.drive.DriveInfo;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into several drives at once, and waits for none that does not answer. */
final class DriveLooks {
    /** A disc that spins up takes some seconds; a drive that hangs must not hide the others. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Looks into one. */
    @FunctionalInterface
    interface Look {
        DriveReport at(String address) throws IOException;
    }

    private final Concurrency concurrency;
    private final Look look;
    private final Gate gate;
    private final Map<String, DriveReport> found = new HashMap<>();

    DriveLooks(Concurrency concurrency, Look look) {
        this.concurrency = concurrency;
        this.look = look;
        this.gate = concurrency.gate("drive looks");
    }

    /** The drives with what is in them, in the same order. */
    List<DriveReport> at(List<DriveInfo> drives) {
        for (DriveInfo info : drives) {
            var _ =
                    concurrency.start(
                            "look into " + info.address(),
                            () -> {
                                DriveReport report = look(info);
                                gate.update(() -> found.put(info.address(), report));
                            });
        }
        var _ =
                gate.await(
                        () -> found.size() == drives.size(),
                        concurrency.in(PATIENCE),
                        StopToken.never());
        return gate.read(() ->
                drives.stream()
                        .map(info ->
                                found.getOrDefault(
                                        info.address(), without(info, "has not answered yet")))
                        .toList());
    }

    private DriveReport look(DriveInfo info) {
        try {
            return look.at(info.address());
        } catch (IOException problem) {
            return without(info, DiscSource.sentence(problem, info.address()));
        } catch (RuntimeException fault) {
            return without(info, "can't be looked at: " + fault);
        }
    }

    private static DriveReport without(DriveInfo info, String state) {
        return new DriveReport(info.address(), info, state, Optional.empty());
    }
}
