package dev.spindle.ui.drives;

import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.shell.Navigation;

import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import java.util.Optional;
import java.util.Set;

/** Controller of DrivesView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class DrivesController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    /** The chosen card is not what the right side shows. */
    private static final PseudoClass ELSEWHERE = PseudoClass.getPseudoClass("elsewhere");

    private static final Set<KeyCode> CHOOSING =
            Set.of(
                    KeyCode.UP,
                    KeyCode.DOWN,
                    KeyCode.HOME,
                    KeyCode.END,
                    KeyCode.PAGE_UP,
                    KeyCode.PAGE_DOWN,
                    KeyCode.ENTER,
                    KeyCode.SPACE);

    private final DrivesViewModel model;
    private final JobsViewModel jobs;
    private final Navigation navigation;
    private final Chooser chooser;
    private boolean isRefilling;

    @FXML private ListView<DriveCard> cards;
    @FXML private Button refresh;
    @FXML private ProgressIndicator busy;
    @FXML private TextField path;
    @FXML private MessageLine openProblem;
    @FXML private MessageLine listProblem;

    public DrivesController(
            DrivesViewModel model, JobsViewModel jobs, Navigation navigation, Chooser chooser) {
        this.model = model;
        this.jobs = jobs;
        this.navigation = navigation;
        this.chooser = chooser;
    }

    @FXML
    private void initialize() {
        cards.setCellFactory(_ -> new DriveCell(model, jobs));
        // Before the list's own listener, which moves the mark, and the last one after it.
        model.cards().addListener((ListChangeListener<DriveCard>) _ -> isRefilling = true);
        cards.setItems(model.cards());
        cards.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, card) -> {
                    // While the list is refilled it marks whatever stands at the old place.
                    if (card != null && !isRefilling) {
                        model.selectedProperty().set(Optional.of(card));
                    }
                });
        cards.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> navigation.showDisc());
        cards.sceneProperty().subscribe(this::addShortcut);
        cards.addEventHandler(KeyEvent.KEY_PRESSED, this::showChosen);
        navigation
                .shownProperty()
                .subscribe(page -> cards.pseudoClassStateChanged(ELSEWHERE, page.isPresent()));
        model.onOpened(navigation::showDisc);
        model.selectedProperty().subscribe(this::select);
        model.cards()
                .addListener(
                        (ListChangeListener<DriveCard>)
                                _ -> {
                                    isRefilling = false;
                                    select(model.selectedProperty().get());
                                });
        openProblem.setTone(Tone.DANGER);
        openProblem.textProperty().bind(model.openProblemProperty());
        listProblem.setTone(Tone.DANGER);
        listProblem.textProperty().bind(model.listProblemProperty());
        Shown.when(busy, model.openingProperty().or(model.listingProperty()));
        refresh.disableProperty().bind(model.listingProperty());
        path.textProperty().bindBidirectional(model.typedPathProperty());
        model.openProblemProperty()
                .subscribe(problem -> path.pseudoClassStateChanged(REFUSED, !problem.isEmpty()));
    }

    private void select(Optional<DriveCard> card) {
        int index = card.map(model.cards()::indexOf).orElse(-1);
        if (index < 0) {
            cards.getSelectionModel().clearSelection();
        } else if (cards.getSelectionModel().getSelectedIndex() != index) {
            cards.getSelectionModel().clearAndSelect(index);
        }
    }

    /** Moves the tray of the chosen card, wherever the focus is. */
    private void addShortcut(Scene scene) {
        if (scene != null) {
            scene.getAccelerators()
                    .put(
                            new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN),
                            () -> model.selectedProperty().get().ifPresent(model::moveTray));
        }
    }

    private void showChosen(KeyEvent event) {
        if (CHOOSING.contains(event.getCode())) {
            navigation.showDisc();
        }
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void choose() {
        chooser.chooseImage().ifPresent(model::open);
    }

    @FXML
    private void openTyped() {
        model.open(path.getText());
    }
}
