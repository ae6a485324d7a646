package dev.spindle.ui.plan;

import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Tone;

import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.controlsfx.control.ToggleSwitch;

/** Controller of PlanView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class PlanController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final PlanViewModel model;

    @FXML private Label nameCaption;
    @FXML private TextField name;
    @FXML private Label ending;
    @FXML private MessageLine problem;
    @FXML private Label lastTest;
    @FXML private MessageLine forecast;
    @FXML private ToggleSwitch staging;
    @FXML private Label stagingHint;

    public PlanController(PlanViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        nameCaption.setLabelFor(name);
        ending.textProperty().bind(model.endingProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        problem.setTone(Tone.DANGER);
        problem.textProperty().bind(model.nameProblemProperty());
        model.nameProblemProperty()
                .subscribe(why -> name.pseudoClassStateChanged(REFUSED, !why.isEmpty()));
        lastTest.textProperty().bind(model.lastTestProperty());
        staging.textProperty().bind(model.staging().labelProperty());
        staging.selectedProperty().bindBidirectional(model.staging().wantedProperty());
        Shown.when(staging, model.staging().offeredProperty());
        Shown.when(stagingHint, model.staging().missedProperty());
        model.forecastProperty().subscribe(now -> forecast.say(now.tone(), now.text()));
    }
}
