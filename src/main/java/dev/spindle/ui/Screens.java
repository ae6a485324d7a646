package dev.spindle.ui;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipService;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.badge.BadgeController;
import dev.spindle.ui.charts.ChartsController;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.Views;
import dev.spindle.ui.destination.DestinationController;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.disc.DiscController;
import dev.spindle.ui.disc.FilesController;
import dev.spindle.ui.disc.FilesViewModel;
import dev.spindle.ui.drives.DrivesController;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.home.ClosingController;
import dev.spindle.ui.home.ClosingViewModel;
import dev.spindle.ui.home.HomeController;
import dev.spindle.ui.home.HomeViewModel;
import dev.spindle.ui.options.OptionsController;
import dev.spindle.ui.options.OptionsViewModel;
import dev.spindle.ui.progress.ProgressController;
import dev.spindle.ui.rip.RipTask;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.rip.SnapshotTicker;
import dev.spindle.ui.shell.Navigation;
import dev.spindle.ui.shell.ShellController;
import dev.spindle.ui.stalls.StallsController;
import dev.spindle.ui.verdict.VerdictController;

import javafx.scene.Scene;
import javafx.stage.Stage;

import java.util.List;

/** Puts the parts of the window together. */
final class Screens {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    private final Concurrency concurrency;
    private final DrivesViewModel drives;
    private final DestinationViewModel destination;
    private final RipViewModel rip;
    private final ClosingViewModel closing;
    private final Navigation navigation = new Navigation();
    private final Views views;

    /** {@code home} is the user's home folder. */
    Screens(
            RipService service,
            Concurrency concurrency,
            Background background,
            Chooser chooser,
            String home) {
        this.concurrency = concurrency;
        drives = new DrivesViewModel(service, background);
        destination = new DestinationViewModel(service, background, home);
        rip = new RipViewModel(this::startTask);
        closing = new ClosingViewModel(rip);
        var options = new OptionsViewModel();
        var files = new FilesViewModel(service, background, drives);
        var model = new HomeViewModel(service, drives, destination, options, rip);
        views = new Views();
        views.with(ShellController.class, () -> new ShellController(navigation, views))
                .with(
                        HomeController.class,
                        () -> new HomeController(model, drives, navigation, chooser))
                .with(ClosingController.class, () -> new ClosingController(closing))
                .with(
                        DrivesController.class,
                        () -> new DrivesController(drives, navigation, chooser))
                .with(DiscController.class, () -> new DiscController(drives))
                .with(FilesController.class, () -> new FilesController(files))
                .with(
                        DestinationController.class,
                        () -> new DestinationController(destination, chooser))
                .with(OptionsController.class, () -> new OptionsController(options))
                .with(ProgressController.class, () -> new ProgressController(rip))
                .with(BadgeController.class, () -> new BadgeController(rip))
                .with(ChartsController.class, () -> new ChartsController(rip))
                .with(StallsController.class, () -> new StallsController(rip))
                .with(VerdictController.class, () -> new VerdictController(rip));
        destination.folderProperty().set(home + "/Spindle");
    }

    Views views() {
        return views;
    }

    /** Fills the stage and asks the engine for what is there; showing it is left to the caller. */
    void fill(Stage stage, List<String> files) {
        var scene = new Scene(views.load(ShellController.class), WIDTH, HEIGHT);
        Theme.dress(scene);
        stage.setTitle("Spindle");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            closing.request();
        });
        closing.stageProperty()
                .subscribe(now -> {
                    if (now == ClosingViewModel.Stage.CLOSED) {
                        stage.close();
                    }
                });
        new SnapshotTicker(rip, stage);
        drives.refresh();
        destination.look();
        files.forEach(drives::open);
    }

    private Runnable startTask(Rip started) {
        var task = new RipTask(started, concurrency);
        concurrency.start("rip-task", task);
        return task::cancel;
    }
}
