package dev.spindle.ui;

import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.Views;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.rippage.RipController;
import dev.spindle.ui.rippage.RipPage;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.TilePane;
import javafx.stage.Stage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A benchmark, not a test: four pages show rips of eight hours, all at once. It prints the CPU time
 * of the interface thread for each pulse, from the pull of the snapshots to the end of the layout
 * and the drawing of the canvases, and the memory in use. Arguments: simulated hours, and simulated
 * seconds between two pulses.
 */
public final class Smoothness {
    private static final int RIPS = 4;
    private static final int WARM_UP_PULSES = 600;

    private final double hours;
    private final double step;
    private final List<SimulatedRip> rips = new ArrayList<>();
    private final List<FakeRip> fakes = new ArrayList<>();
    private final List<RipViewModel> pages = new ArrayList<>();
    private final List<Long> nanos = new ArrayList<>();
    private final Stage stage = new Stage();
    private double seconds;
    private long pulseStart = -1;

    private Smoothness(double hours, double step) {
        this.hours = hours;
        this.step = step;
    }

    public static void main(String[] arguments) {
        double hours = arguments.length > 0 ? Double.parseDouble(arguments[0]) : 8;
        double step = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 5;
        Platform.startup(() -> new Smoothness(hours, step).begin());
    }

    private void begin() {
        Theme.use(ColorScheme.LIGHT);
        var all = new TilePane();
        all.setPrefColumns(2);
        var service = FakeRipService.usual();
        for (int i = 0; i < RIPS; i++) {
            rips.add(new SimulatedRip(i, hours));
            fakes.add(new FakeRip(rips.get(i).snapshot()));
            var page = new RipViewModel(r -> r::stop);
            var views = new Views();
            var _ = RipPage.add(views, page, service, new SameThread(), new FakeDesktop());
            var node = views.load(RipController.class);
            node.resize(1000, 740);
            all.getChildren().add(node);
            pages.add(page);
            page.begin(fakes.get(i), FakeRipService.request());
        }
        var scene = new Scene(all, 2000, 1480);
        Theme.dress(scene);
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(this::pulseEnded);
        stage.show();
        Platform.runLater(this::pulse);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void pulse() {
        for (int i = 0; i < RIPS; i++) {
            rips.get(i).pass(step);
            fakes.get(i).become(rips.get(i).snapshot());
        }
        seconds += step;
        pulseStart = cpuNanos();
        pages.forEach(RipViewModel::pull);
        // The text of the forecast changes at each step, so there is always a pulse to wait for.
        Platform.requestNextPulse();
    }

    private void pulseEnded() {
        if (pulseStart < 0) {
            return;
        }
        nanos.add(cpuNanos() - pulseStart);
        pulseStart = -1;
        if (nanos.size() % 720 == 0) {
            tellMemory();
        }
        if (seconds >= hours * 3600) {
            tell();
            Runtime.getRuntime().halt(0);
        }
        Platform.runLater(this::pulse);
    }

    private void tellMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                Locale.ROOT,
                "after %.2f h: %d MB of heap in use, %s%n",
                seconds / 3600,
                (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000,
                resident());
    }

    private static String resident() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS")).findFirst().orElse("");
        } catch (IOException unknown) {
            return "";
        }
    }

    private void tell() {
        long[] sorted =
                nanos.stream().skip(WARM_UP_PULSES).mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d pulses after a warm-up of %d: p50 %.1f ms, p99 %.1f ms, max %.1f ms; first"
                        + " pulse %.1f ms; load %.1f%n",
                sorted.length,
                WARM_UP_PULSES,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                Arrays.stream(sorted).max().orElse(0) / 1e6,
                nanos.getFirst() / 1e6,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
