package dev.spindle.ui.probe;

import dev.spindle.library.Settings;
import dev.spindle.library.TestMemory;
import dev.spindle.probe.ProbeAdvice;
import dev.spindle.probe.ProbeCurve;
import dev.spindle.probe.ProbeReport;
import dev.spindle.probe.ProbeRequest;
import dev.spindle.probe.ProbeRun;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.settings.SettingsViewModel;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The destination test as the window knows it. For the interface thread. */
public final class ProbeViewModel {
    /** Tests that a hung folder holds. It must not collect threads without end. */
    private static final int MOST_HANGING = 3;

    private static final long PACE = ProbeRequest.USUAL_BYTES_PER_SECOND;

    private final RipService service;
    private final Prober prober;
    private final Background background;
    private final SettingsViewModel settings;
    private final InstantSource clock;
    private final String home;
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<ProbeLook> look =
            new ReadOnlyObjectWrapper<>(ProbeLook.NOTHING);
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<ProbeReport> report = Optional.empty();
    private int hanging;

    /** {@code home} stands for {@code ~} in what the user types. */
    public ProbeViewModel(
            RipService service,
            Prober prober,
            Background background,
            SettingsViewModel settings,
            InstantSource clock,
            String home) {
        this.service = service;
        this.prober = prober;
        this.background = background;
        this.settings = settings;
        this.clock = clock;
        this.home = home;
    }

    StringProperty folderProperty() {
        return folder;
    }

    /** Whether a test is under way, so that {@link #pull} has something to see. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ProbeLook> lookProperty() {
        return look.getReadOnlyProperty();
    }

    /** Tests the folder as it is typed now. */
    void start() {
        String typed = folder.get().strip();
        if (attempt.isPresent() || typed.isEmpty()) {
            return;
        }
        if (hanging >= MOST_HANGING) {
            say(Tone.DANGER, Texts.get("probe.hanging.text"));
            return;
        }
        String path =
                typed.equals("~") || typed.startsWith("~/") ? home + typed.substring(1) : typed;
        var mine = new Attempt(service, prober, path);
        attempt = Optional.of(mine);
        report = Optional.empty();
        hanging++;
        running.set(true);
        pull();
        background.run(
                "destination-test",
                mine::work,
                found -> ended(mine, () -> found.ifPresent(this::take)),
                problem -> ended(mine, () -> say(Tone.DANGER, Problems.sentence(problem))));
    }

    /** Stops the test; at once where the folder has not even been looked at yet. */
    public void stop() {
        attempt.ifPresent(mine -> {
            mine.stop();
            if (mine.run().isEmpty()) {
                leave();
                say(Tone.NEUTRAL, Texts.get("probe.stopped.text"));
            } else {
                show(mine.run(), Texts.get("probe.status.stopping"));
            }
        });
    }

    /** Shows how far the test has come. */
    public void pull() {
        attempt.filter(mine -> !mine.isStopped())
                .ifPresent(mine -> {
                    Optional<ProbeRun> run = mine.run();
                    show(
                            run,
                            run.map(r -> ProbeWords.status(r.progress(), r.curves()))
                                    .orElseGet(() -> Texts.get("probe.status.looking")));
                });
    }

    private void show(Optional<ProbeRun> run, String status) {
        double share =
                run.map(ProbeRun::progress)
                        .filter(now -> now.totalBytes() > 0)
                        .map(now -> (double) now.writtenBytes() / now.totalBytes())
                        .orElse(0.0);
        var columns = ProbeLook.columns(curves(run), List.of(), PACE);
        look.set(new ProbeLook(true, status, share, Tone.NEUTRAL, "", columns, false));
    }

    private static List<ProbeCurve> curves(Optional<ProbeRun> run) {
        return run.map(ProbeRun::curves).orElse(List.of());
    }

    private void ended(Attempt which, Runnable take) {
        hanging--;
        if (attempt.equals(Optional.of(which))) {
            take.run();
            leave();
        }
    }

    private void leave() {
        attempt = Optional.empty();
        running.set(false);
    }

    private void take(ProbeReport found) {
        report = Optional.of(found);
        var figures = found.measures().stream().map(ProbeWords::figures).toList();
        look.set(
                new ProbeLook(
                        false,
                        "",
                        0,
                        ProbeWords.tone(found),
                        ProbeWords.verdict(found),
                        ProbeLook.columns(curves(attempt.flatMap(Attempt::run)), figures, PACE),
                        ProbeAdvice.of(found).isPresent()));
        TestMemory.of(found, clock.instant())
                .ifPresent(test ->
                        settings.change((Settings now) ->
                                now.withFolder(found.folder(), m -> m.with(test))));
    }

    private void say(Tone tone, String text) {
        var before = look.get();
        look.set(new ProbeLook(false, "", 0, tone, text, before.columns(), false));
    }

    /** "Use these settings for this folder." */
    void use() {
        report.flatMap(ProbeAdvice::of)
                .ifPresent(advice -> {
                    String tested = report.orElseThrow().folder();
                    var writing = settings.settingsProperty().get().writingFor(tested);
                    settings.useForFolder(tested, writing.with(advice.policy()));
                    say(Tone.SUCCESS, Texts.format("probe.used.text", tested));
                });
    }
}
