package dev.spindle.ui.about;

import dev.spindle.ui.common.Texts;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Controller of AboutView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class AboutController {
    private final String programVersion;

    @FXML private Label version;
    @FXML private VBox components;

    /** {@code programVersion} is for people. */
    public AboutController(String programVersion) {
        this.programVersion = programVersion;
    }

    @FXML
    private void initialize() {
        version.setText(Texts.format("about.version.text", programVersion));
        components
                .getChildren()
                .setAll(Component.all().stream().map(AboutController::line).toList());
    }

    private static VBox line(Component component) {
        var name = new Label(component.name());
        name.getStyleClass().add("card-title");
        var terms =
                new Label(
                        Texts.format(
                                "about.component.terms",
                                component.licence(),
                                component.copyright()));
        terms.getStyleClass().add("caption");
        terms.setWrapText(true);
        return new VBox(name, terms);
    }
}
