package dev.spindle.ui;

import dev.spindle.library.RipEntry;
import dev.spindle.library.Settings;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.about.AboutController;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.Desktop;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.Views;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.library.LibraryController;
import dev.spindle.ui.library.LibraryViewModel;
import dev.spindle.ui.library.RecordedController;
import dev.spindle.ui.library.RippedBeforeController;
import dev.spindle.ui.music.LookupViewModel;
import dev.spindle.ui.music.MusicViewModel;
import dev.spindle.ui.plan.PlanViewModel;
import dev.spindle.ui.probe.ProbeController;
import dev.spindle.ui.probe.ProbeViewModel;
import dev.spindle.ui.probe.Prober;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.rip.SnapshotTicker;
import dev.spindle.ui.rippage.RipPage;
import dev.spindle.ui.settings.SettingsController;
import dev.spindle.ui.settings.SettingsViewModel;
import dev.spindle.ui.shell.Navigation;
import dev.spindle.ui.shell.Page;

import javafx.scene.Parent;
import javafx.stage.Stage;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** The pages that show what is remembered: the library, the settings, and About. */
final class RememberedPages {
    private final Memory memory;
    private final RipService service;
    private final Background background;
    private final Desktop desktop;
    private final SettingsViewModel settings;
    private final LibraryViewModel library;
    private final Page list;
    private final ProbeViewModel probe;

    /**
     * The pages.
     *
     * @param prober tests destinations
     * @param starter starts a rip and shows it
     */
    RememberedPages(
            Memory memory,
            RipService service,
            Prober prober,
            Background background,
            Concurrency concurrency,
            Desktop desktop,
            Consumer<RipRequest> starter) {
        this.memory = memory;
        this.service = service;
        this.background = background;
        this.desktop = desktop;
        settings = new SettingsViewModel(memory.settings());
        library =
                new LibraryViewModel(
                        memory.catalogue(),
                        memory.settings(),
                        service,
                        background,
                        concurrency,
                        starter);
        list =
                new Page(
                        "shell.library.label",
                        "fth-archive",
                        LibraryController.class,
                        library::refresh);
        probe =
                new ProbeViewModel(
                        service,
                        prober,
                        background,
                        settings,
                        InstantSource.system(),
                        memory.homeFolder());
    }

    SettingsViewModel settings() {
        return settings;
    }

    /** What is made of the music of the chosen disc. */
    MusicViewModel music(DrivesViewModel drives) {
        return new MusicViewModel(drives, settings.settingsProperty(), settings::change);
    }

    /** The local folder that can be ripped to first, as it was typed; empty for none. */
    String stagingFolder() {
        return settings.settingsProperty().get().habits().stagingFolder().strip();
    }

    /** Which release the chosen disc is, where databases may be asked. */
    LookupViewModel lookup(MusicViewModel music) {
        return new LookupViewModel(service, background, music, settings.settingsProperty());
    }

    /** What can be told of a rip before it begins, from settings and library. */
    PlanViewModel plan(
            DrivesViewModel drives, DestinationViewModel destination, MusicViewModel music) {
        return new PlanViewModel(
                drives,
                destination,
                settings.settingsProperty(),
                library.allProperty(),
                music.wishesProperty(),
                InstantSource.system());
    }

    /** Adds the pages to the window. */
    void addTo(
            Views views,
            Navigation navigation,
            DrivesViewModel drives,
            JobsViewModel jobs,
            Chooser chooser) {
        views.with(LibraryController.class, () -> new LibraryController(library, this::recorded))
                .with(SettingsController.class, () -> new SettingsController(settings, chooser))
                .with(
                        RecordedController.class,
                        () -> new RecordedController(new RipViewModel(_ -> () -> {})))
                .with(
                        RippedBeforeController.class,
                        () -> new RippedBeforeController(drives, library))
                .with(
                        ProbeController.class,
                        () -> new ProbeController(probe, chooser, jobs.runningProperty()))
                .with(AboutController.class, () -> new AboutController(memory.version()));
        navigation
                .with(list)
                .with(Page.of("shell.probe.label", "fth-activity", ProbeController.class))
                .with(Page.of("shell.settings.label", "fth-settings", SettingsController.class))
                .with(Page.of("shell.about.label", "fth-info", AboutController.class));
    }

    /** Shows the rip that a report or map tells of; false where the file is neither. */
    boolean open(String file, Navigation navigation) {
        var record = RipEntry.recordMeantBy(file.strip());
        record.ifPresent(found -> {
            navigation.show(list);
            library.openFile(found);
        });
        return record.isPresent();
    }

    /** While a test runs it is looked at, as long as this window shows. */
    SnapshotTicker watch(Stage stage) {
        return new SnapshotTicker(
                SnapshotTicker.SNAPSHOT, probe::pull, probe.runningProperty(), stage);
    }

    /** Ends what would outlive the window. */
    void close() {
        probe.stop();
    }

    /** Reads the library anew, as the disc's page says which discs it knows. */
    void refresh() {
        library.refresh();
    }

    /** The theme follows its setting, now and whenever it changes. */
    void followTheme() {
        settings.settingsProperty()
                .map(Settings::appearance)
                .subscribe(look -> Theme.follow(look.theme()));
    }

    private Parent recorded(LibraryViewModel.Opened opened) {
        var rip = RecordedController.model(opened);
        return RipPage.add(new Views(), rip, service, background, desktop, _ -> Optional.empty())
                .with(RecordedController.class, () -> new RecordedController(rip))
                .load(RecordedController.class);
    }
}
