package dev.spindle.ui.home;

import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.home.HomeViewModel.Place;
import dev.spindle.ui.shell.Navigation;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Set;

/** Controller of HomeView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class HomeController {
    private static final PseudoClass STOPS = PseudoClass.getPseudoClass("stops");

    /** The button takes no press yet. */
    private static final PseudoClass SETTLING = PseudoClass.getPseudoClass("settling");

    private final HomeViewModel model;
    private final DrivesViewModel drives;
    private final Navigation navigation;
    private final Chooser chooser;

    /**
     * The button changes its meaning under the pointer. The second half of a double click, or a key
     * that repeats, must neither stop what was just started nor abandon the saving.
     */
    private final PauseTransition settling = new PauseTransition(Duration.millis(500));

    @FXML private Region root;
    @FXML private Node noDisc;
    @FXML private ScrollPane setup;
    @FXML private ScrollPane ripPage;
    @FXML private Node progress;
    @FXML private Node verdict;
    @FXML private Node actions;
    @FXML private Label hint;
    @FXML private Button primary;
    @FXML private FontIcon primaryIcon;

    public HomeController(
            HomeViewModel model, DrivesViewModel drives, Navigation navigation, Chooser chooser) {
        this.model = model;
        this.drives = drives;
        this.navigation = navigation;
        this.chooser = chooser;
    }

    @FXML
    private void initialize() {
        var place = model.placeProperty();
        var ripping = place.isEqualTo(Place.RIP);
        var ended = place.isEqualTo(Place.VERDICT);
        Shown.when(noDisc, place.isEqualTo(Place.NO_DISC));
        Shown.when(setup, place.isEqualTo(Place.SETUP));
        Shown.when(ripPage, ripping.or(ended));
        Shown.when(progress, ripping);
        Shown.when(verdict, ended);
        Shown.when(actions, place.isNotEqualTo(Place.NO_DISC));
        ended.addListener((_, _, _) -> ripPage.setVvalue(0));
        place.addListener((_, _, now) -> focusPrimary(now));
        hint.textProperty().bind(model.hintProperty());
        primary.disableProperty().bind(model.enabledProperty().not());
        settling.statusProperty()
                .subscribe(now ->
                        primary.pseudoClassStateChanged(SETTLING, now == Animation.Status.RUNNING));
        model.actionProperty().subscribe(this::show);
        root.sceneProperty().subscribe(this::addShortcuts);
    }

    private void show(PrimaryAction action) {
        primary.setText(Texts.of("action", action, "label"));
        primaryIcon.setIconLiteral(action.icon());
        primary.pseudoClassStateChanged(
                STOPS, action != PrimaryAction.RIP && action != PrimaryAction.NEW_RIP);
    }

    private void addShortcuts(Scene scene) {
        if (scene == null) {
            return;
        }
        var keys = scene.getAccelerators();
        keys.put(control(KeyCode.O), this::openImage);
        keys.put(new KeyCodeCombination(KeyCode.F5), drives::refresh);
        keys.put(control(KeyCode.R), () -> actIf(Set.of(PrimaryAction.RIP, PrimaryAction.NEW_RIP)));
        keys.put(
                control(KeyCode.PERIOD),
                () -> actIf(Set.of(PrimaryAction.STOP, PrimaryAction.ABANDON)));
    }

    /** The list that had the focus is out of use now; the next step is the button's. */
    private void focusPrimary(Place now) {
        if (now == Place.RIP || now == Place.VERDICT) {
            primary.requestFocus();
        }
    }

    private static KeyCombination control(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

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
