package dev.spindle.ui.home;

import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.home.HomeViewModel.Place;
import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.shell.Navigation;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Controller of HomeView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class HomeController {
    private static final PseudoClass STOPS = PseudoClass.getPseudoClass("stops");

    private static final Set<PrimaryAction> STARTING =
            EnumSet.of(PrimaryAction.RIP, PrimaryAction.QUEUE, PrimaryAction.NEW_RIP);

    /** The button takes no press yet. */
    private static final PseudoClass SETTLING = PseudoClass.getPseudoClass("settling");

    private final HomeViewModel model;
    private final DrivesViewModel drives;
    private final Navigation navigation;
    private final RipPages pages;
    private final Chooser chooser;
    private final Supplier<Node> setupPage;

    /**
     * The button changes its meaning under the pointer. The second half of a double click, or a key
     * that repeats, must neither stop what was just started nor abandon the saving.
     */
    private final PauseTransition settling = new PauseTransition(Duration.millis(500));

    @FXML private Region root;
    @FXML private Node noDisc;
    @FXML private Node noDrive;
    @FXML private Pane setupHost;
    @FXML private Pane ripHost;
    @FXML private Node actions;
    @FXML private Label hint;
    @FXML private Button primary;
    @FXML private FontIcon primaryIcon;

    /**
     * A controller.
     *
     * @param setupPage makes what is asked before a rip, once, when it is first needed
     */
    public HomeController(
            HomeViewModel model,
            DrivesViewModel drives,
            Navigation navigation,
            RipPages pages,
            Chooser chooser,
            Supplier<Node> setupPage) {
        this.setupPage = setupPage;
        this.model = model;
        this.pages = pages;
        this.drives = drives;
        this.navigation = navigation;
        this.chooser = chooser;
    }

    @FXML
    private void initialize() {
        var place = model.placeProperty();
        Shown.when(noDisc, place.isEqualTo(Place.NO_DISC));
        Shown.when(
                noDrive, Bindings.createBooleanBinding(() -> !drives.hasDrive(), drives.cards()));
        Shown.when(setupHost, place.isEqualTo(Place.SETUP));
        place.subscribe(this::prepare);
        Shown.when(ripHost, place.isEqualTo(Place.RIP).or(place.isEqualTo(Place.VERDICT)));
        Shown.when(actions, place.isNotEqualTo(Place.NO_DISC));
        model.jobProperty().subscribe(this::show);
        // A job that waited begins without another one being chosen.
        place.addListener((_, _, _) -> show(model.jobProperty().get()));
        place.addListener((_, before, now) -> focusPrimary(before, now));
        hint.textProperty().bind(model.hintProperty());
        primary.disableProperty().bind(model.enabledProperty().not());
        settling.statusProperty()
                .subscribe(now ->
                        primary.pseudoClassStateChanged(SETTLING, now == Animation.Status.RUNNING));
        model.actionProperty().subscribe(this::show);
        root.sceneProperty().subscribe(this::addShortcuts);
    }

    private void prepare(Place now) {
        if (now == Place.SETUP && setupHost.getChildren().isEmpty()) {
            setupHost.getChildren().add(setupPage.get());
        }
    }

    private void show(Optional<Job> job) {
        job.filter(j -> !j.isQueued()).map(pages::of).ifPresent(page -> Shown.only(ripHost, page));
    }

    private void show(PrimaryAction action) {
        primary.setText(Texts.of("action", action, "label"));
        primaryIcon.setIconLiteral(action.icon());
        primary.pseudoClassStateChanged(STOPS, !STARTING.contains(action));
    }

    private void addShortcuts(Scene scene) {
        if (scene == null) {
            return;
        }
        var keys = scene.getAccelerators();
        keys.put(control(KeyCode.O), this::openImage);
        keys.put(new KeyCodeCombination(KeyCode.F5), drives::refresh);
        keys.put(control(KeyCode.R), () -> actIf(STARTING));
        keys.put(
                control(KeyCode.PERIOD),
                () -> actIf(Set.of(PrimaryAction.STOP, PrimaryAction.ABANDON)));
    }

    /** What had the focus is gone with its page; the next step is the button's. */
    private void focusPrimary(Place before, Place now) {
        boolean began = before == Place.SETUP && now == Place.RIP;
        boolean ended = before == Place.RIP && now == Place.VERDICT;
        if ((began || ended) && navigation.shownProperty().get().isEmpty()) {
            primary.requestFocus();
        }
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    @FXML
    private void chooseDemo() {
        drives.choose("demo:");
    }

    @FXML
    private void openImage() {
        chooser.chooseImage().ifPresent(drives::open);
    }

    /**
     * A shortcut means what it says, and what is seen: the one for stopping must never start a rip,
     * nor stop one that another page hides.
     */
    private void actIf(Set<PrimaryAction> meant) {
        boolean seen = navigation.shownProperty().get().isEmpty();
        if (seen && meant.contains(model.actionProperty().get())) {
            act();
        }
    }

    @FXML
    private void act() {
        if (settling.getStatus() != Animation.Status.RUNNING) {
            settling.playFromStart();
            model.act();
        }
    }
}
