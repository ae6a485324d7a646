package dev.spindle.ui.failure;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Controller of FailureView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class FailureController {
    private final FailureViewModel model;

    @FXML private Node root;
    @FXML private Label summary;
    @FXML private TextArea details;
    @FXML private CheckBox serials;
    @FXML private Label outcome;

    FailureController(FailureViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        summary.setText(model.report().summary());
        details.setText(model.report().details());
        serials.selectedProperty().bindBidirectional(model.serialsProperty());
        outcome.textProperty().bind(model.outcomeProperty());
    }

    @FXML
    private void copy() {
        var content = new ClipboardContent();
        content.putString(model.report().details());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @FXML
    private void save() {
        model.saveBundle();
    }

    @FXML
    private void close() {
        root.getScene().getWindow().hide();
    }
}
