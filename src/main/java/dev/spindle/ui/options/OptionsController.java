package dev.spindle.ui.options;

import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

import org.controlsfx.control.ToggleSwitch;

/** Controller of OptionsView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class OptionsController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final OptionsViewModel model;

    @FXML private Label summary;
    @FXML private Label policyCaption;
    @FXML private Label chunkControllerCaption;
    @FXML private Label chunkCaption;
    @FXML private Label retriesCaption;
    @FXML private ComboBox<Policy> policy;
    @FXML private ComboBox<Controller> chunkController;
    @FXML private TextField chunk;
    @FXML private Spinner<Integer> retries;
    @FXML private ToggleSwitch sha256;
    @FXML private Label policyHint;
    @FXML private MessageLine chunkProblem;

    public OptionsController(OptionsViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        policyCaption.setLabelFor(policy);
        chunkControllerCaption.setLabelFor(chunkController);
        chunkCaption.setLabelFor(chunk);
        retriesCaption.setLabelFor(retries);
        summary.textProperty().bind(model.summaryProperty());
        policy.getItems().setAll(Policy.CLASSIC, Policy.PLAIN);
        policy.setConverter(names("policy"));
        policy.valueProperty().bindBidirectional(model.policyProperty());
        chunkController.getItems().setAll(model.controllers());
        chunkController.setConverter(names("controller"));
        chunkController.valueProperty().bindBidirectional(model.controllerProperty());
        var isPlain = model.policyProperty().isEqualTo(Policy.PLAIN);
        chunkController.disableProperty().bind(isPlain);
        chunk.disableProperty().bind(isPlain);
        chunk.textProperty().bindBidirectional(model.chunkProperty());
        sha256.selectedProperty().bindBidirectional(model.sha256Property());
        retries.setValueFactory(
                new SpinnerValueFactory.IntegerSpinnerValueFactory(
                        0, OptionsViewModel.MOST_RETRIES, model.retriesProperty().get()));
        retries.valueProperty().addListener((_, _, value) -> model.retriesProperty().set(value));
        model.policyProperty()
                .subscribe(value -> policyHint.setText(Texts.of("policy", value, "hint")));
        chunkProblem.setTone(Tone.DANGER);
        chunkProblem.textProperty().bind(model.chunkProblemProperty());
        model.chunkProblemProperty()
                .subscribe(problem -> chunk.pseudoClassStateChanged(REFUSED, !problem.isEmpty()));
    }

    private static <E extends Enum<E>> StringConverter<E> names(String area) {
        return new StringConverter<>() {
            @Override
            public String toString(E value) {
                return value == null ? "" : Texts.of(area, value, "name");
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException("not editable");
            }
        };
    }
}
