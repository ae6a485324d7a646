package dev.spindle.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Habits;
import dev.spindle.library.Habits.OnInsert;
import dev.spindle.library.Settings;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.music.MusicViewModel;
import dev.spindle.ui.options.OptionsViewModel;
import dev.spindle.ui.plan.PlanViewModel;
import dev.spindle.ui.shell.Navigation;
import dev.spindle.ui.shell.Page;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Nothing, show or rip: what happens when a disc is put in. */
@Tag("unit")
class InsertedDiscsTest {
    private static final DriveReport FRESH =
            new DriveReport(
                    "/dev/sr1",
                    Examples.emptyDrive().info(),
                    DriveReport.READY,
                    Optional.of(Examples.disc("FRESH", 4_700_000_000L)));

    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DrivesViewModel drives = new DrivesViewModel(service, background);
    private final DestinationViewModel destination =
            new DestinationViewModel(service, background, "/home/user");
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.STANDARD);
    private final JobsViewModel jobs = new JobsViewModel(service, r -> r::stop);
    private final Navigation navigation =
            new Navigation()
                    .with(Page.of("shell.overview.label", "fth-layers", InsertedDiscsTest.class));
    private final HomeViewModel home =
            new HomeViewModel(
                    drives,
                    destination,
                    new OptionsViewModel(),
                    new PlanViewModel(
                            drives,
                            destination,
                            settings,
                            new SimpleObjectProperty<>(List.of()),
                            new SimpleObjectProperty<>(MusicWishes.STANDARD),
                            InstantSource.system()),
                    new MusicViewModel(drives, settings, _ -> {}),
                    jobs);

    @BeforeEach
    void start() {
        new InsertedDiscs(drives, jobs, navigation, home, () -> settings.get().habits().onInsert());
        destination.usually("/home/user/Spindle");
        drives.refresh();
        drives.choose("demo:");
        navigation.show(0);
    }

    private void set(OnInsert what) {
        settings.set(settings.get().with(Habits.STANDARD.with(what)));
    }

    private void put(DriveReport report) {
        service.becomes(report);
        drives.follow();
    }

    private void folderIsAway() {
        service.folders.clear();
        destination.look();
    }

    private void folderIsThere() {
        service.folders.put("/home/user/Spindle", Examples.localFolder());
        destination.look();
    }

    private String chosen() {
        return drives.selectedProperty().get().map(DriveCard::address).orElse("");
    }

    @Test
    void itsPageIsShown() {
        put(FRESH);
        assertThat(chosen()).isEqualTo("/dev/sr1");
        assertThat(navigation.shownProperty().get()).isEmpty();
        assertThat(service.requests).isEmpty();
    }

    @Test
    void nothingHappensWhereThatIsWished() {
        set(OnInsert.NOTHING);
        put(FRESH);
        assertThat(chosen()).isEqualTo("demo:");
        assertThat(navigation.shownProperty().get()).isPresent();
        destination.look();
        assertThat(service.requests).isEmpty();
    }

    @Test
    void itIsRippedAsSoonAsTheDestinationIsKnown() {
        folderIsAway();
        set(OnInsert.RIP);
        put(FRESH);
        assertThat(chosen()).isEqualTo("/dev/sr1");
        assertThat(service.requests).isEmpty();
        folderIsThere();
        assertThat(service.requests).hasSize(1);
        assertThat(service.requests.getFirst().drive()).isEqualTo("/dev/sr1");
        destination.look();
        assertThat(service.requests).as("once").hasSize(1);
    }

    @Test
    void whoeverChoosesAnotherDiscMeanwhileHasChangedHisMind() {
        folderIsAway();
        set(OnInsert.RIP);
        put(FRESH);
        drives.choose("demo:");
        drives.choose("/dev/sr1");
        folderIsThere();
        assertThat(service.requests).isEmpty();
    }

    @Test
    void oneDiscAfterTheOtherIsRipped() {
        set(OnInsert.RIP);
        destination.look();
        put(FRESH);
        service.rip.become(Examples.ended(RipOutcome.COMPLETE));
        jobs.pull(Optional.empty());
        assertThat(jobs.of("/dev/sr1").orElseThrow().isRunning()).isFalse();
        put(Examples.emptyDrive());
        assertThat(jobs.of("/dev/sr1")).as("its verdict stays until the next disc").isPresent();
        service.rip = new FakeRip(Examples.preparing());
        put(FRESH);
        assertThat(service.requests).hasSize(2);
        assertThat(jobs.of("/dev/sr1").orElseThrow().isRunning()).isTrue();
    }
}
