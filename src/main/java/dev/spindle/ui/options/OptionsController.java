package dev.spindle.ui.options;

import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;

import org.controlsfx.control.ToggleSwitch;

import java.util.EnumSet;
import java.util.Set;

/** Controller of OptionsView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class OptionsController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final OptionsViewModel model;
    private final FolderWriting folder;

    @FXML private Label summary;
    @FXML private Label policyCaption;
    @FXML private Label chunkControllerCaption;
    @FXML private Label chunkCaption;
    @FXML private Label mechanismCaption;
    @FXML private Label budgetCaption;
    @FXML private Label retriesCaption;
    @FXML private ComboBox<Policy> policy;
    @FXML private ComboBox<Controller> chunkController;
    @FXML private ComboBox<MechanismWish> mechanism;
    @FXML private TextField chunk;
    @FXML private TextField budget;
    @FXML private Spinner<Integer> retries;
    @FXML private ToggleSwitch sha256;
    @FXML private Label policyHint;
    @FXML private Label mechanismHint;
    @FXML private MessageLine problem;
    @FXML private Label ringCaption;
    @FXML private TextField ring;
    @FXML private Button keep;
    @FXML private Label kept;

    public OptionsController(OptionsViewModel model, FolderWriting folder) {
        this.model = model;
        this.folder = folder;
    }

    @FXML
    private void initialize() {
        policyCaption.setLabelFor(policy);
        chunkControllerCaption.setLabelFor(chunkController);
        chunkCaption.setLabelFor(chunk);
        mechanismCaption.setLabelFor(mechanism);
        budgetCaption.setLabelFor(budget);
        retriesCaption.setLabelFor(retries);
        summary.textProperty().bind(model.summaryProperty());
        offer(policy, model.policyProperty(), "policy", EnumSet.allOf(Policy.class));
        offer(
                chunkController,
                model.controllerProperty(),
                "controller",
                EnumSet.complementOf(EnumSet.of(Controller.NONE)));
        offer(
                mechanism,
                model.mechanismProperty(),
                "mechanism",
                EnumSet.allOf(MechanismWish.class));
        chunkController.disableProperty().bind(model.hasChunksProperty().not());
        chunk.disableProperty().bind(model.hasChunksProperty().not());
        mechanism.disableProperty().bind(model.hasBudgetProperty().not());
        budget.disableProperty().bind(model.hasBudgetProperty().not());
        show(model.chunk(), chunk);
        show(model.budget(), budget);
        ringCaption.setLabelFor(ring);
        show(model.ring(), ring);
        keep.disableProperty().bind(folder.canKeepProperty().not());
        kept.textProperty().bind(folder.keptProperty());
        sha256.selectedProperty().bindBidirectional(model.sha256Property());
        retries.setValueFactory(
                new SpinnerValueFactory.IntegerSpinnerValueFactory(
                        0, OptionsViewModel.MOST_RETRIES, model.retriesProperty().get()));
        retries.valueProperty().addListener((_, _, value) -> model.retriesProperty().set(value));
        model.policyProperty()
                .subscribe(value -> policyHint.setText(Texts.of("policy", value, "hint")));
        Shown.when(mechanismHint, model.hasBudgetProperty());
        model.mechanismProperty()
                .subscribe(value -> mechanismHint.setText(Texts.of("mechanism", value, "hint")));
        problem.setTone(Tone.DANGER);
        problem.textProperty().bind(model.problemProperty());
    }

    @FXML
    private void keep() {
        folder.keep();
    }

    private static <E extends Enum<E>> void offer(
            ComboBox<E> box, ObjectProperty<E> value, String area, Set<E> all) {
        box.getItems().setAll(all);
        box.setConverter(names(area));
        box.valueProperty().bindBidirectional(value);
    }

    private static void show(SizeField size, TextField field) {
        field.textProperty().bindBidirectional(size.typedProperty());
        size.problemProperty()
                .subscribe(wrong -> field.pseudoClassStateChanged(REFUSED, !wrong.isEmpty()));
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
