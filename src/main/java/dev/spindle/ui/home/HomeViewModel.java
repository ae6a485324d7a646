package dev.spindle.ui.home;

import dev.spindle.disc.DiscFacts;
import dev.spindle.rescue.Effort;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.Fill;
import dev.spindle.rip.RipRequest;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.music.MusicViewModel;
import dev.spindle.ui.options.OptionsViewModel;
import dev.spindle.ui.plan.PlanViewModel;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;

import java.time.Duration;
import java.util.Optional;

/** Which part is shown when, and what the primary button does. */
public final class HomeViewModel {
    /** What the right side shows. */
    public enum Place {
        NO_DISC,
        SETUP,
        RIP,
        VERDICT
    }

    private final DrivesViewModel drives;
    private final DestinationViewModel destination;
    private final OptionsViewModel options;
    private final PlanViewModel plan;
    private final MusicViewModel music;
    private final JobsViewModel jobs;
    private final ObjectBinding<Optional<Job>> job;
    private final ObjectBinding<Place> place;
    private final ObjectBinding<PrimaryAction> action;
    private final ObjectBinding<Optional<RipRequest>> request;
    private final BooleanBinding enabled;
    private final StringBinding hint;

    public HomeViewModel(
            DrivesViewModel drives,
            DestinationViewModel destination,
            OptionsViewModel options,
            PlanViewModel plan,
            MusicViewModel music,
            JobsViewModel jobs) {
        this.drives = drives;
        this.destination = destination;
        this.options = options;
        this.plan = plan;
        this.music = music;
        this.jobs = jobs;
        drives.selectedProperty().subscribe(this::tellNeed);
        job =
                Bindings.createObjectBinding(
                        this::findJob, drives.selectedProperty(), jobs.changesProperty());
        place =
                Bindings.createObjectBinding(
                        this::findPlace, drives.selectedProperty(), jobs.changesProperty());
        action =
                Bindings.createObjectBinding(
                        this::findAction, drives.selectedProperty(), jobs.changesProperty());
        request =
                Bindings.createObjectBinding(
                        this::findRequest,
                        drives.selectedProperty(),
                        destination.summaryProperty(),
                        plan.nameProperty(),
                        plan.wishesProperty(),
                        plan.staging().folderProperty(),
                        music.wishesProperty(),
                        music.problemProperty(),
                        options.choiceProperty(),
                        options.ring().typedProperty(),
                        options.sha256Property(),
                        options.retriesProperty());
        enabled = Bindings.createBooleanBinding(this::canAct, action, request);
        hint =
                Bindings.createStringBinding(
                        this::findHint,
                        place,
                        action,
                        request,
                        plan.forecastProperty(),
                        drives.look().progressProperty(),
                        destination.lookingProperty(),
                        destination.problemProperty());
        drives.selectedProperty().addListener((_, before, now) -> lookAgain(before, now));
    }

    /** A rip into the folder, perhaps from another card, has changed what was found there. */
    private void lookAgain(Optional<DriveCard> before, Optional<DriveCard> now) {
        if (now.isPresent()
                && !now.map(DriveCard::address).equals(before.map(DriveCard::address))) {
            destination.look();
        }
    }

    /** The job of the chosen card. */
    public ObjectBinding<Optional<Job>> jobProperty() {
        return job;
    }

    public ObjectBinding<Place> placeProperty() {
        return place;
    }

    public ObjectBinding<PrimaryAction> actionProperty() {
        return action;
    }

    /** Whether the primary button can be pressed. */
    public BooleanBinding enabledProperty() {
        return enabled;
    }

    /** What pressing it will do, or what is missing. */
    public StringBinding hintProperty() {
        return hint;
    }

    /** Does what the primary button says. */
    public void act() {
        if (!enabled.get()) {
            return;
        }
        switch (action.get()) {
            case RIP, QUEUE -> request.get().ifPresent(this::ask);
            case UNQUEUE -> findJob().ifPresent(jobs::putAway);
            case STOP, ABANDON -> findJob().ifPresent(Job::stop);
            case NEW_RIP -> {
                findJob().ifPresent(jobs::putAway);
                drives.refresh();
                destination.look();
            }
            case ABANDONING -> {}
        }
    }

    private void tellNeed(Optional<DriveCard> card) {
        destination
                .neededBytesProperty()
                .set(card.flatMap(c -> c.report().disc()).map(DiscFacts::bytes).orElse(0L));
    }

    private void ask(RipRequest asked) {
        drives.selectedProperty()
                .get()
                .ifPresent(card -> jobs.ask(card.address(), card.title(), isImage(card), asked));
    }

    private static boolean isImage(DriveCard card) {
        return card.kind() == DriveCard.Kind.IMAGE;
    }

    private Optional<Job> findJob() {
        return drives.selectedProperty().get().map(DriveCard::address).flatMap(jobs::of);
    }

    private Place findPlace() {
        if (drives.selectedProperty().get().isEmpty()) {
            return Place.NO_DISC;
        }
        return findJob()
                .filter(found -> !found.isQueued())
                .map(found -> found.isRunning() ? Place.RIP : Place.VERDICT)
                .orElse(Place.SETUP);
    }

    private PrimaryAction findAction() {
        var found = findJob();
        if (found.isEmpty()) {
            boolean waits =
                    drives.selectedProperty().get().filter(HomeViewModel::isImage).isPresent()
                            && jobs.imageHasToWait();
            return waits ? PrimaryAction.QUEUE : PrimaryAction.RIP;
        }
        return switch (found.get().model().stateProperty().get()) {
            case NONE -> PrimaryAction.UNQUEUE;
            case RIPPING -> PrimaryAction.STOP;
            case STOPPING -> PrimaryAction.ABANDON;
            case ABANDONING -> PrimaryAction.ABANDONING;
            case ENDED -> PrimaryAction.NEW_RIP;
        };
    }

    private boolean canAct() {
        return switch (action.get()) {
            case RIP, QUEUE -> request.get().isPresent();
            case UNQUEUE, STOP, ABANDON, NEW_RIP -> true;
            case ABANDONING -> false;
        };
    }

    private Optional<RipRequest> findRequest() {
        var drive =
                drives.selectedProperty()
                        .get()
                        .map(DriveCard::report)
                        .filter(report -> report.disc().isPresent())
                        .map(DriveReport::address);
        var folder = destination.usableFolder();
        var policy = options.choiceProperty().get();
        boolean isNamed = plan.nameProblemProperty().get().isEmpty();
        boolean isMusicUsable = music.problemProperty().get().isEmpty();
        if (drive.isEmpty() || folder.isEmpty() || policy.isEmpty() || !isNamed || !isMusicUsable) {
            return Optional.empty();
        }
        return Optional.of(
                new RipRequest(
                        drive.get(),
                        folder.get(),
                        plan.chosenName(),
                        policy.get(),
                        options.ringBytes(),
                        options.hashes(),
                        Effort.retries(options.retriesProperty().get()),
                        RipRequest.ResumeMode.ADAPT,
                        false,
                        Duration.ZERO,
                        plan.wishesProperty().get(),
                        Optional.empty(),
                        Fill.ZEROS,
                        plan.staging().folderProperty().get(),
                        music.wishesProperty().get()));
    }

    private String findHint() {
        if (action.get() != PrimaryAction.RIP && action.get() != PrimaryAction.QUEUE) {
            return Texts.of("action", action.get(), "hint");
        }
        var disc = drives.selectedProperty().get().flatMap(card -> card.report().disc());
        if (disc.isEmpty()) {
            return "";
        }
        if (request.get().isPresent()) {
            String hint =
                    Texts.format(
                            action.get() == PrimaryAction.QUEUE
                                    ? "action.queue.hint"
                                    : "action.rip.hint",
                            Numbers.size(disc.get().bytes()),
                            request.get().get().folder());
            String time = plan.forecastProperty().get().brief();
            return time.isEmpty() ? hint : hint + " · " + time;
        }
        if (!plan.nameProblemProperty().get().isEmpty()) {
            return plan.nameProblemProperty().get();
        }
        if (!music.problemProperty().get().isEmpty()) {
            return music.problemProperty().get();
        }
        if (options.choiceProperty().get().isEmpty()) {
            return Texts.get("home.hint.options");
        }
        return Texts.get(
                destination.lookingProperty().get()
                        ? "home.hint.looking"
                        : "home.hint.destination");
    }
}
