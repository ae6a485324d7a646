package dev.spindle.ui;

import javafx.scene.Scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * Measures the CPU time that the interface thread spends from the end of one pulse to that of the
 * next, where that shows a new picture: taking the snapshots, painting, layout, and handing it all
 * to the renderer.
 */
final class PulseMeter {
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final double MEGA = 1e6;

    private final IntSupplier looks;
    private final List<Long> nanos = new ArrayList<>();
    private long startNanos;
    private long warmUpNanos;
    private long lastCpuNanos = -1;
    private int lastLooks;

    /** {@code looks} grows with each new picture. */
    PulseMeter(IntSupplier looks) {
        this.looks = looks;
    }

    /** Begins; on the interface thread. */
    void follow(Scene scene) {
        startNanos = System.nanoTime();
        scene.addPostLayoutPulseListener(this::ended);
    }

    private synchronized void ended() {
        long cpuNanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long spent = cpuNanos - lastCpuNanos;
        int now = looks.getAsInt();
        boolean isNew = now != lastLooks;
        lastLooks = now;
        if (!isNew || lastCpuNanos < 0) {
            lastCpuNanos = cpuNanos;
            return;
        }
        if (System.nanoTime() - startNanos > WARM_UP.toNanos()) {
            nanos.add(spent);
        } else {
            warmUpNanos = Math.max(warmUpNanos, spent);
        }
        lastCpuNanos = cpuNanos;
    }

    private synchronized long[] sorted() {
        return nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    double quantileMillis(double share) {
        long[] sorted = sorted();
        int at = (int) Math.min(sorted.length - 1, Math.floor(sorted.length * share));
        return sorted.length == 0 ? Double.NaN : sorted[at] / MEGA;
    }

    /** What is reachable. */
    long liveBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** What the whole process holds, the toolkit's and the test's own parts included. */
    long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            String line = lines.filter(l -> l.startsWith("VmRSS")).findFirst().orElseThrow();
            return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    void tell(List<Long> liveBytes) {
        System.out.printf(
                Locale.ROOT,
                "interface thread, of %d pulses with a new picture: p50 %.1f ms, p99 %.1f ms, max"
                        + " %.1f ms; longest while warming up %.1f ms%n",
                sorted().length,
                quantileMillis(0.5),
                quantileMillis(0.99),
                quantileMillis(1),
                warmUpNanos / MEGA);
        System.out.printf(
                Locale.ROOT,
                "memory: reachable after a quarter %.1f MB, at the end %.1f MB; resident %.0f MB%n",
                liveBytes.get(liveBytes.size() / 4) / MEGA,
                liveBytes.getLast() / MEGA,
                residentBytes() / MEGA);
    }
}
