package dev.spindle.ui;

import dev.spindle.rip.DestinationReport;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.Desktop;
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
import dev.spindle.ui.home.InsertedDiscs;
import dev.spindle.ui.home.RipPageController;
import dev.spindle.ui.home.RipPages;
import dev.spindle.ui.home.SetupController;
import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.jobs.OverviewController;
import dev.spindle.ui.music.MusicController;
import dev.spindle.ui.options.FolderWriting;
import dev.spindle.ui.options.OptionsController;
import dev.spindle.ui.options.OptionsViewModel;
import dev.spindle.ui.plan.PlanController;
import dev.spindle.ui.probe.Prober;
import dev.spindle.ui.rip.RipTask;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.rip.SnapshotTicker;
import dev.spindle.ui.rippage.RipPage;
import dev.spindle.ui.shell.Navigation;
import dev.spindle.ui.shell.Page;
import dev.spindle.ui.shell.ShellController;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;

import java.util.List;
import java.util.Optional;

/** Puts the parts of the window together. */
final class Screens {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    /** So late a changed disc may be seen; asking costs nothing. */
    private static final Duration DRIVE_CHANGES = Duration.millis(500);

    /** Its place among the pages. */
    private static final int OVERVIEW = 0;

    private final Concurrency concurrency;
    private final RipService service;
    private final Background background;
    private final Desktop desktop;
    private final Chooser chooser;
    private final DrivesViewModel drives;
    private final DestinationViewModel destination;
    private final JobsViewModel jobs;
    private final ClosingViewModel closing;
    private final HomeViewModel home;
    private final Navigation navigation = new Navigation();
    private final RememberedPages remembered;
    private final Views views = new Views();

    /** {@code memory} is that of earlier starts. */
    Screens(
            RipService service,
            Prober prober,
            Concurrency concurrency,
            Background background,
            Chooser chooser,
            Desktop desktop,
            Memory memory) {
        this.concurrency = concurrency;
        this.service = service;
        this.background = background;
        this.desktop = desktop;
        this.chooser = chooser;
        String homeFolder = memory.homeFolder();
        drives = new DrivesViewModel(service, background);
        destination = new DestinationViewModel(service, background, homeFolder);
        jobs = new JobsViewModel(service, this::startTask);
        closing = new ClosingViewModel(jobs);
        drives.onBusy(
                address -> jobs.of(address).filter(j -> j.isRunning() || j.isQueued()).isPresent());
        var options = new OptionsViewModel();
        var files = new FilesViewModel(service, background, drives);
        remembered =
                new RememberedPages(
                        memory, service, prober, background, concurrency, desktop, this::goOn);
        var music = remembered.music(drives);
        var lookup = remembered.lookup(music);
        var plan = remembered.plan(drives, destination, music);
        var settings = remembered.settings().settingsProperty();
        settings.map(now -> now.habits().folder())
                .subscribe(f -> destination.usually(f.isEmpty() ? homeFolder + "/Spindle" : f));
        var writing =
                new FolderWriting(
                        options,
                        destination.reportProperty().map(r -> r.map(DestinationReport::folder)),
                        settings,
                        remembered.settings()::useForFolder);
        home = new HomeViewModel(drives, destination, options, plan, music, jobs);
        navigation.with(Page.of("shell.overview.label", "fth-layers", OverviewController.class));
        var pages = new RipPages(jobs, this::ripPage);
        withRip(views, new RipViewModel(this::startTask))
                .with(
                        ShellController.class,
                        () -> new ShellController(navigation, views, this::open))
                .with(
                        HomeController.class,
                        () ->
                                new HomeController(
                                        home, drives, navigation, pages, chooser, this::setupPage))
                .with(SetupController.class, SetupController::new)
                .with(ClosingController.class, () -> new ClosingController(closing))
                .with(
                        DrivesController.class,
                        () -> new DrivesController(drives, jobs, navigation, chooser))
                .with(DiscController.class, () -> new DiscController(drives))
                .with(MusicController.class, () -> new MusicController(music, lookup, chooser))
                .with(FilesController.class, () -> new FilesController(files))
                .with(
                        DestinationController.class,
                        () -> new DestinationController(destination, chooser))
                .with(PlanController.class, () -> new PlanController(plan))
                .with(OptionsController.class, () -> new OptionsController(options, writing))
                .with(OverviewController.class, () -> new OverviewController(jobs, this::show));
        remembered.addTo(views, navigation, drives, jobs, chooser);
        new InsertedDiscs(drives, jobs, navigation, home, () -> settings.get().habits().onInsert());
    }

    /** What shows one rip: the controllers of its page. */
    private Views withRip(Views shown, RipViewModel rip) {
        return RipPage.add(shown, rip, service, background, desktop, this::localFolder)
                .with(RipPageController.class, () -> new RipPageController(rip));
    }

    /** Where a rip goes first whose destination does not keep up: as it was set, or is chosen. */
    private Optional<String> localFolder(String target) {
        return Optional.of(remembered.stagingFolder())
                .filter(typed -> !typed.isEmpty())
                .map(destination::absolute)
                .filter(folder -> !folder.equals(target))
                .or(chooser::chooseFolder);
    }

    /** Goes on with a rip of the library; one of that drive that runs already is shown instead. */
    private void goOn(RipRequest request) {
        String address = request.drive();
        Optional<Job> job = jobs.of(address);
        if (job.filter(j -> j.isRunning() || j.isQueued()).isEmpty()) {
            job.ifPresent(jobs::putAway);
            boolean isImage = !address.startsWith("/dev/");
            jobs.ask(address, request.name().orElse(address), isImage, request);
        }
        navigation.show(OVERVIEW);
    }

    private Parent setupPage() {
        return views.load(SetupController.class);
    }

    private Parent ripPage(RipViewModel rip) {
        return withRip(views.copy(), rip).load(RipPageController.class);
    }

    Views views() {
        return views;
    }

    /** Fills the stage and asks the engine for what is there; showing it is left to the caller. */
    void fill(Stage stage, List<String> files) {
        var scene = new Scene(views.load(ShellController.class), WIDTH, HEIGHT);
        Theme.dress(scene);
        stage.setTitle("Spindle");
        stage.getIcons().setAll(WindowIcons.all());
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
                        remembered.close();
                        stage.close();
                    }
                });
        remembered.followTheme();
        jobs.changesProperty().subscribe(_ -> remembered.refresh());
        var showing = stage.showingProperty();
        letGo(
                stage,
                new WindowKeeper(remembered.settings(), navigation, stage).keep(),
                remembered.watch(stage)::close,
                new SnapshotTicker(
                                SnapshotTicker.SNAPSHOT, this::pull, jobs.runningProperty(), stage)
                        ::close,
                new SnapshotTicker(DRIVE_CHANGES, drives::follow, showing, stage)::close);
        drives.refresh();
        destination.look();
        open(files);
    }

    /** A window that was closed holds nothing of what it has shown. */
    private static void letGo(Stage stage, Subscription... held) {
        stage.setOnHidden(_ -> {
            Subscription.combine(held).unsubscribe();
            stage.setOnCloseRequest(null);
            stage.setOnHidden(null);
        });
    }

    /** Serial numbers of the drives that are shown. */
    List<String> serials() {
        return drives.cards().stream().map(card -> card.report().info().serial()).toList();
    }

    /** Opens images as cards, and what tells of a rip as that rip. JavaFX's thread. */
    void open(List<String> files) {
        files.forEach(this::open);
    }

    private void open(String file) {
        if (!remembered.open(file, navigation)) {
            drives.open(file);
        }
    }

    /** Whoever starts the program a second time wants to see its window. */
    void takeOver(Stage stage, List<String> files) {
        open(files);
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private void pull() {
        boolean isDiscShown = navigation.shownProperty().get().isEmpty();
        jobs.pull(isDiscShown ? home.jobProperty().get() : Optional.empty());
        closing.tell();
    }

    private void show(Job job) {
        drives.choose(job.address());
        navigation.showDisc();
    }

    private Runnable startTask(Rip started) {
        var task = new RipTask(started, concurrency);
        concurrency.start("rip-task", task);
        return task::cancel;
    }
}
