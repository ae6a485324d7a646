package dev.spindle.ui.home;

import dev.spindle.disc.DiscFacts;
import dev.spindle.rescue.Effort;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.options.OptionsViewModel;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Which part is shown when, and what the primary button does. */
public final class HomeViewModel {
    /** What the right side shows. */
    public enum Place {
        NO_DISC,
        SETUP,
        RIP,
        VERDICT
    }

    private final RipService service;
    private final DrivesViewModel drives;
    private final DestinationViewModel destination;
    private final OptionsViewModel options;
    private final RipViewModel rip;
    private final ObjectBinding<Place> place;
    private final ObjectBinding<PrimaryAction> action;
    private final ObjectBinding<Optional<RipRequest>> request;
    private final BooleanBinding enabled;
    private final StringBinding hint;

    public HomeViewModel(
            RipService service,
            DrivesViewModel drives,
            DestinationViewModel destination,
            OptionsViewModel options,
            RipViewModel rip) {
        this.service = service;
        this.drives = drives;
        this.destination = destination;
        this.options = options;
        this.rip = rip;
        drives.selectedProperty().subscribe(this::tellNeed);
        place =
                Bindings.createObjectBinding(
                        this::findPlace, rip.stateProperty(), drives.selectedProperty());
        action = Bindings.createObjectBinding(this::findAction, rip.stateProperty());
        request =
                Bindings.createObjectBinding(
                        this::findRequest,
                        drives.selectedProperty(),
                        destination.summaryProperty(),
                        options.choiceProperty(),
                        options.sha256Property(),
                        options.retriesProperty());
        enabled = Bindings.createBooleanBinding(this::canAct, action, request);
        hint =
                Bindings.createStringBinding(
                        this::findHint,
                        place,
                        action,
                        request,
                        drives.look().progressProperty(),
                        destination.lookingProperty(),
                        destination.problemProperty());
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
            case RIP -> request.get().map(service::start).ifPresent(rip::begin);
            case STOP, ABANDON -> rip.stop();
            case NEW_RIP -> {
                rip.putAway();
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

    private Place findPlace() {
        return switch (rip.stateProperty().get()) {
            case RIPPING, STOPPING, ABANDONING -> Place.RIP;
            case ENDED -> Place.VERDICT;
            case NONE -> drives.selectedProperty().get().isPresent() ? Place.SETUP : Place.NO_DISC;
        };
    }

    private PrimaryAction findAction() {
        return switch (rip.stateProperty().get()) {
            case NONE -> PrimaryAction.RIP;
            case RIPPING -> PrimaryAction.STOP;
            case STOPPING -> PrimaryAction.ABANDON;
            case ABANDONING -> PrimaryAction.ABANDONING;
            case ENDED -> PrimaryAction.NEW_RIP;
        };
    }

    private boolean canAct() {
        return switch (action.get()) {
            case RIP -> request.get().isPresent();
            case STOP, ABANDON, NEW_RIP -> true;
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
        if (drive.isEmpty() || folder.isEmpty() || policy.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RipRequest(
                        drive.get(),
                        folder.get(),
                        Optional.empty(),
                        policy.get(),
                        OptionalLong.empty(),
                        options.hashes(),
                        Effort.retries(options.retriesProperty().get()),
                        RipRequest.ResumeMode.ADAPT,
                        false,
                        Duration.ZERO));
    }

    private String findHint() {
        if (action.get() != PrimaryAction.RIP) {
            return Texts.of("action", action.get(), "hint");
        }
        var disc = drives.selectedProperty().get().flatMap(card -> card.report().disc());
        if (disc.isEmpty()) {
            return "";
        }
        if (request.get().isPresent()) {
            return Texts.format(
                    "action.rip.hint",
                    Numbers.size(disc.get().bytes()),
                    request.get().get().folder());
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
