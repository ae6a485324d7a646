package dev.spindle.ui.rippage;

import dev.spindle.rip.RipService;
import dev.spindle.ui.aftercare.AftercareController;
import dev.spindle.ui.badge.BadgeController;
import dev.spindle.ui.charts.ChartsController;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Desktop;
import dev.spindle.ui.common.Views;
import dev.spindle.ui.discmap.DiscMapController;
import dev.spindle.ui.music.TracksController;
import dev.spindle.ui.progress.ProgressController;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.stalls.StallsController;
import dev.spindle.ui.verdict.VerdictController;

import java.util.Optional;
import java.util.function.Function;

/** Says how the parts of a rip's page are made. */
public final class RipPage {
    private RipPage() {}

    /**
     * Adds the makers of a page that shows this rip; gives the views.
     *
     * @param localFolder gives where a rip to a folder may go first; may ask the user
     */
    public static Views add(
            Views views,
            RipViewModel rip,
            RipService service,
            Background background,
            Desktop desktop,
            Function<String, Optional<String>> localFolder) {
        var files = new RipFiles(rip, service, background);
        return views.with(RipController.class, () -> new RipController(rip))
                .with(ProgressController.class, () -> new ProgressController(rip, localFolder))
                .with(BadgeController.class, () -> new BadgeController(rip))
                .with(ChartsController.class, () -> new ChartsController(rip))
                .with(DiscMapController.class, () -> new DiscMapController(rip, files))
                .with(TracksController.class, () -> new TracksController(rip))
                .with(StallsController.class, () -> new StallsController(rip))
                .with(VerdictController.class, () -> new VerdictController(rip))
                .with(
                        AftercareController.class,
                        () ->
                                new AftercareController(
                                        rip, files, service, background, desktop, localFolder));
    }
}
