package dev.spindle.ui.drives;

import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Tone;

import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;

import java.util.Optional;

/** Controller of DrivesView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class DrivesController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final DrivesViewModel model;
    private final Chooser chooser;

    @FXML private ListView<DriveCard> cards;
    @FXML private Button refresh;
    @FXML private ProgressIndicator busy;
    @FXML private TextField path;
    @FXML private MessageLine openProblem;
    @FXML private MessageLine listProblem;

    public DrivesController(DrivesViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
    }

    @FXML
    private void initialize() {
        cards.setCellFactory(_ -> new DriveCell());
        cards.setItems(model.cards());
        cards.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, card) -> {
                    // While the list is refilled the selection is lost for a moment.
                    if (card != null) {
                        model.selectedProperty().set(Optional.of(card));
                    }
                });
        model.selectedProperty().subscribe(this::select);
        // A refilled list has lost its selection, even where the chosen card is the same as before.
        model.cards()
                .addListener((InvalidationListener) _ -> select(model.selectedProperty().get()));
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
        card.filter(model.cards()::contains)
                .ifPresentOrElse(
                        c -> cards.getSelectionModel().select(c),
                        cards.getSelectionModel()::clearSelection);
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
