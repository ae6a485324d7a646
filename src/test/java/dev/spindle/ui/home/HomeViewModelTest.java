package dev.spindle.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Settings;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.home.HomeViewModel.Place;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.music.MusicViewModel;
import dev.spindle.ui.options.OptionsViewModel;
import dev.spindle.ui.plan.PlanViewModel;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

@Tag("unit")
class HomeViewModelTest {
    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DrivesViewModel drives = new DrivesViewModel(service, background);
    private final DestinationViewModel destination =
            new DestinationViewModel(service, background, "/home/user");
    private final OptionsViewModel options = new OptionsViewModel();
    private final JobsViewModel jobs = new JobsViewModel(service, r -> r::stop);
    private final MusicViewModel music =
            new MusicViewModel(drives, new SimpleObjectProperty<>(Settings.STANDARD), _ -> {});
    private final SimpleObjectProperty<Settings> settings =
            new SimpleObjectProperty<>(Settings.STANDARD);
    private final PlanViewModel plan =
            new PlanViewModel(
                    drives,
                    destination,
                    settings,
                    new SimpleObjectProperty<>(List.of()),
                    music.wishesProperty(),
                    InstantSource.system());
    private final HomeViewModel model =
            new HomeViewModel(drives, destination, options, plan, music, jobs);
    private final ClosingViewModel closing = new ClosingViewModel(jobs);

    @BeforeEach
    void list() {
        drives.refresh();
        destination.folderProperty().set("/home/user/Spindle");
    }

    @Test
    void leadsFromNothingToARip() {
        assertThat(model.placeProperty().get()).isEqualTo(Place.NO_DISC);
        assertThat(model.enabledProperty().get()).isFalse();
        background.hold();
        choose(1);
        assertThat(model.placeProperty().get()).isEqualTo(Place.SETUP);
        assertThat(model.hintProperty().get()).isEqualTo("Looking at the destination folder…");
        while (background.heldCount() > 0) {
            background.releaseOne();
        }
        assertThat(model.hintProperty().get()).isEqualTo("4.38 GB to /home/user/Spindle");
        assertThat(model.enabledProperty().get()).isTrue();
        model.act();
        assertThat(model.placeProperty().get()).isEqualTo(Place.RIP);
        var request = service.requests.getFirst();
        assertThat(request.drive()).isEqualTo("/dev/sr0");
        assertThat(request.resume()).isEqualTo(RipRequest.ResumeMode.ADAPT);
        assertThat(request.effort().retries()).isEqualTo(3);
    }

    /** What lies there may have changed since the folder was typed: a rip has made it. */
    @Test
    void anotherCardHasTheFolderLookedAtAgain() {
        choose(1);
        assertThat(model.enabledProperty().get()).isTrue();
        service.folders.clear();
        drives.refresh();
        assertThat(model.enabledProperty().get()).as("the same card").isTrue();
        choose(0);
        assertThat(model.enabledProperty().get()).isFalse();
    }

    @Test
    void needsADiscAFolderAndUsableOptions() {
        destination.look();
        choose(2);
        assertThat(model.enabledProperty().get()).isFalse();
        choose(1);
        options.chunk().typedProperty().set("x");
        assertThat(model.enabledProperty().get()).isFalse();
        assertThat(model.hintProperty().get()).isEqualTo("One of the options can’t be used yet.");
        options.chunk().typedProperty().set("4M");
        destination.folderProperty().set("/gone/x");
        destination.look();
        assertThat(model.enabledProperty().get()).isFalse();
        assertThat(model.hintProperty().get()).startsWith("Choose a destination folder");
        model.act();
        assertThat(service.requests).isEmpty();
    }

    @Test
    void asksForTheNameThatWasTypedAndForNoneThatWasOnlyProposed() {
        destination.look();
        choose(1);
        assertThat(plan.nameProperty().get()).isEqualTo("HOLIDAY_2019");
        plan.nameProperty().set("a/b");
        assertThat(model.enabledProperty().get()).isFalse();
        assertThat(model.hintProperty().get()).startsWith("The name must not contain “/”");
        plan.nameProperty().set("Summer");
        model.act();
        assertThat(service.requests.getFirst().name()).contains("Summer");
    }

    @Test
    void saysHowLongItMayTakeWhereThatIsKnown() {
        destination.look();
        service.drives.set(1, Examples.driveOf(27_000_000));
        drives.refresh();
        choose(1);
        assertThat(model.hintProperty().get())
                .isEqualTo("4.38 GB to /home/user/Spindle · about 4 min");
    }

    @Test
    void asksForTheLocalFolderThatIsToBeRippedToFirst() {
        destination.look();
        choose(1);
        var habits = settings.get().habits().withStagingFolder("/srv/first");
        settings.set(settings.get().with(habits));
        plan.staging().wantedProperty().set(true);
        model.act();
        assertThat(service.requests.getFirst().staging()).contains("/srv/first");
    }

    @Test
    void asksForTheRingThatWasTyped() {
        destination.look();
        choose(1);
        options.ring().typedProperty().set("48M");
        model.act();
        assertThat(service.requests.getFirst().ringBytes()).hasValue(48 << 20);
    }

    @Test
    void turnsItsButtonFromRipToNewRip() {
        begin();
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.STOP);
        model.act();
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.ABANDON);
        model.act();
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.ABANDONING);
        assertThat(model.enabledProperty().get()).isFalse();
        service.rip.become(Examples.ended(RipOutcome.STOPPED));
        jobs.pull(model.jobProperty().get());
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.NEW_RIP);
        assertThat(model.placeProperty().get()).isEqualTo(Place.VERDICT);
        model.act();
        assertThat(model.placeProperty().get()).isEqualTo(Place.SETUP);
        assertThat(model.enabledProperty().get()).isTrue();
    }

    @Test
    void closesAtOnceWithoutARip() {
        closing.request();
        assertThat(closing.stageProperty().get()).isEqualTo(ClosingViewModel.Stage.CLOSED);
    }

    @Test
    void closesOnlyAfterTheVerdict() {
        begin();
        closing.request();
        assertThat(closing.stageProperty().get()).isEqualTo(ClosingViewModel.Stage.ASKING);
        closing.keepOpen();
        assertThat(state()).isEqualTo(RipViewModel.State.RIPPING);
        closing.request();
        closing.confirm();
        assertThat(state()).isEqualTo(RipViewModel.State.STOPPING);
        assertThat(closing.stageProperty().get()).isEqualTo(ClosingViewModel.Stage.WAITING);
        closing.request();
        assertThat(state()).isEqualTo(RipViewModel.State.ABANDONING);
        service.rip.become(Examples.ended(RipOutcome.STOPPED));
        jobs.pull(model.jobProperty().get());
        assertThat(closing.stageProperty().get()).isEqualTo(ClosingViewModel.Stage.CLOSED);
    }

    @Test
    void asksNoMoreWhereTheRipEndsMeanwhile() {
        begin();
        closing.request();
        service.rip.become(Examples.ended(RipOutcome.COMPLETE));
        jobs.pull(model.jobProperty().get());
        assertThat(closing.stageProperty().get()).isEqualTo(ClosingViewModel.Stage.OPEN);
    }

    @Test
    void eachDriveHasItsOwnRip() {
        begin();
        choose(0);
        assertThat(model.placeProperty().get()).isEqualTo(Place.SETUP);
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.RIP);
        model.act();
        assertThat(service.requests)
                .extracting(RipRequest::drive)
                .containsExactly("/dev/sr0", "demo:");
        choose(1);
        assertThat(model.placeProperty().get()).isEqualTo(Place.RIP);
        assertThat(model.jobProperty().get().orElseThrow().title()).isEqualTo("HOLIDAY_2019");
    }

    @Test
    void imagesQueueUp() {
        open("/a.iso");
        destination.look();
        model.act();
        open("/b.iso");
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.QUEUE);
        assertThat(model.hintProperty().get()).endsWith("when the images before it are done");
        model.act();
        assertThat(service.requests).hasSize(1);
        assertThat(model.placeProperty().get()).isEqualTo(Place.SETUP);
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.UNQUEUE);
        assertThat(model.enabledProperty().get()).isTrue();
        model.act();
        assertThat(model.actionProperty().get()).isEqualTo(PrimaryAction.QUEUE);
        assertThat(jobs.jobs()).hasSize(1);
    }

    private void open(String path) {
        service.discs.put(path, Examples.image(path, Examples.disc("A", 4096)));
        drives.open(path);
    }

    private RipViewModel.State state() {
        return model.jobProperty().get().orElseThrow().model().stateProperty().get();
    }

    private void choose(int card) {
        drives.selectedProperty().set(Optional.of(drives.cards().get(card)));
    }

    private void begin() {
        choose(1);
        destination.look();
        model.act();
    }

    @Test
    void saysWhatEachPressWillDo() {
        begin();
        assertThat(model.hintProperty().get()).startsWith("Stop keeps what was read");
        model.act();
        assertThat(model.hintProperty().get()).startsWith("The drive gets no new command");
        model.act();
        assertThat(model.hintProperty().get()).isEqualTo("Waiting for the verdict.");
        service.rip.become(Examples.ended(RipOutcome.STOPPED));
        jobs.pull(model.jobProperty().get());
        assertThat(model.hintProperty().get()).isEmpty();
    }

    @Test
    void aPressWhileAbandoningDoesNothing() {
        begin();
        model.act();
        model.act();
        model.act();
        assertThat(service.rip.stops()).isEqualTo(2);
    }

    @Test
    void theDestinationLearnsHowMuchTheDiscNeeds() {
        choose(1);
        assertThat(destination.neededBytesProperty().get()).isEqualTo(Examples.DISC_BYTES);
        choose(2);
        assertThat(destination.neededBytesProperty().get()).isZero();
        drives.selectedProperty().set(Optional.empty());
        assertThat(destination.neededBytesProperty().get()).isZero();
    }

    @Test
    void aNewRipLooksForDrivesAgain() {
        begin();
        service.rip.become(Examples.ended(RipOutcome.COMPLETE));
        jobs.pull(model.jobProperty().get());
        service.drives.remove(1);
        model.act();
        assertThat(drives.cards()).hasSize(2);
        assertThat(model.placeProperty().get()).as("its disc is gone").isEqualTo(Place.NO_DISC);
        assertThat(model.enabledProperty().get()).isFalse();
    }

    @Test
    void whatIsChosenLaterCountsForTheRequest() {
        destination.look();
        choose(1);
        options.retriesProperty().set(7);
        options.sha256Property().set(false);
        model.act();
        var request = service.requests.getFirst();
        assertThat(request.effort().retries()).isEqualTo(7);
        assertThat(request.hashes()).isEmpty();
        assertThat(request.name()).isEmpty();
        assertThat(request.folder()).isEqualTo("/home/user/Spindle");
    }
}
