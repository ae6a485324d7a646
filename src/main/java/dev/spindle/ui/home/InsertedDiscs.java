package dev.spindle.ui.home;

import dev.spindle.library.Habits.OnInsert;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.shell.Navigation;

import java.util.Optional;
import java.util.function.Supplier;

/** Does with a disc that was put in what the user has set. For the interface thread. */
public final class InsertedDiscs {
    private final DrivesViewModel drives;
    private final JobsViewModel jobs;
    private final Navigation navigation;
    private final HomeViewModel home;
    private final Supplier<OnInsert> habit;

    /** The drive whose disc is ripped as soon as its destination is known to be usable. */
    private Optional<String> toBeRipped = Optional.empty();

    /** {@code habit} tells what the user has set. */
    public InsertedDiscs(
            DrivesViewModel drives,
            JobsViewModel jobs,
            Navigation navigation,
            HomeViewModel home,
            Supplier<OnInsert> habit) {
        this.drives = drives;
        this.jobs = jobs;
        this.navigation = navigation;
        this.home = home;
        this.habit = habit;
        drives.onInserted(this::take);
        drives.selectedProperty().subscribe(_ -> step());
        home.enabledProperty().subscribe(_ -> step());
        home.actionProperty().subscribe(_ -> step());
    }

    private void take(DriveCard card) {
        // The verdict of the disc before is in the library; here it would be taken for this one's.
        jobs.of(card.address())
                .filter(job -> !job.isRunning() && !job.isQueued())
                .ifPresent(jobs::putAway);
        OnInsert what = habit.get();
        if (what == OnInsert.NOTHING) {
            return;
        }
        drives.choose(card.address());
        navigation.showDisc();
        if (what == OnInsert.RIP) {
            toBeRipped = Optional.of(card.address());
            step();
        }
    }

    /** Whoever chooses another disc meanwhile has changed his mind. */
    private void step() {
        if (toBeRipped.isEmpty()) {
            return;
        }
        if (!drives.selectedProperty().get().map(DriveCard::address).equals(toBeRipped)) {
            toBeRipped = Optional.empty();
        } else if (home.enabledProperty().get()
                && home.actionProperty().get() == PrimaryAction.RIP) {
            toBeRipped = Optional.empty();
            home.act();
        }
    }
}
