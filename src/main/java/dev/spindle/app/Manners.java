package dev.spindle.app;

import dev.spindle.desktop.Desktop;
import dev.spindle.library.Habits.WhenFinished;
import dev.spindle.library.SettingsStore;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipVerdict;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Texts;

import java.time.Duration;
import java.util.function.Consumer;

/** Keeps the machine awake while a rip runs, and tells its end where the user wishes so. */
final class Manners implements Consumer<Rip> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Desktop desktop;
    private final SettingsStore settings;
    private final Concurrency concurrency;

    Manners(Desktop desktop, SettingsStore settings, Concurrency concurrency) {
        this.desktop = desktop;
        this.settings = settings;
        this.concurrency = concurrency;
    }

    @Override
    public void accept(Rip rip) {
        desktop.stayAwake(Texts.get("desktop.awake.reason"));
        var _ = concurrency.start("manners", () -> follow(rip));
    }

    private void follow(Rip rip) {
        while (!rip.awaitEnd(concurrency.in(LONGEST_WAIT))) {
            // The deadline only keeps this thread from depending on one wake-up alone.
        }
        desktop.mayRest();
        var last = rip.snapshot();
        if (settings.current().habits().whenFinished() == WhenFinished.NOTIFY) {
            desktop.tell(
                    last.title(),
                    last.verdict().map(RipVerdict::text).map(EngineWords::of).orElse(""));
        }
    }
}
