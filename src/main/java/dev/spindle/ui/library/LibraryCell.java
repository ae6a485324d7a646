package dev.spindle.ui.library;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A row of the library: icon, name, when and what, and how it ended in a word. */
final class LibraryCell extends ListCell<LibraryRow> {
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label state = new Label();
    private final HBox row;

    LibraryCell() {
        icon.getStyleClass().add("card-icon");
        name.getStyleClass().add("card-title");
        detail.getStyleClass().add("card-state");
        state.getStyleClass().add("tag");
        state.setMinWidth(USE_PREF_SIZE);
        var words = new VBox(name, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(icon, words, state);
        row.getStyleClass().add("library-row");
        // The list, not its longest name, says how wide a row is.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LibraryRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconLiteral(item.state().icon());
        item.state().tone().applyTo(row);
        name.setText(item.entry().name());
        detail.setText(item.detail());
        state.setText(item.stateName());
        setGraphic(row);
        setAccessibleText(String.join(", ", item.entry().name(), item.stateName(), item.detail()));
    }
}
