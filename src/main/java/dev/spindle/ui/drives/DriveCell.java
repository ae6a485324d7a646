package dev.spindle.ui.drives;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws a card. */
final class DriveCell extends ListCell<DriveCard> {
    private final FontIcon icon = new FontIcon();
    private final Label title = label("card-title");
    private final Label detail = label("card-detail");
    private final Label state = label("card-state");
    private final HBox card = new HBox(icon, new VBox(title, detail, state));

    DriveCell() {
        icon.getStyleClass().add("card-icon");
        card.getStyleClass().add("drive-card");
        // Width comes from the list, so that long labels end in an ellipsis and nothing scrolls.
        setPrefWidth(0);
    }

    private static Label label(String styleClass) {
        var label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    @Override
    protected void updateItem(@Nullable DriveCard item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconLiteral(item.kind().icon());
        title.setText(item.title());
        detail.setText(item.detail());
        state.setText(item.state());
        setGraphic(card);
        setAccessibleText(item.title() + ", " + item.detail() + ", " + item.state());
    }
}
