package dev.spindle.ui.music;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.WrappedTooltip;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A track in one line: its number, its title, and at the right how far it has come. */
final class TrackCell extends ListCell<TrackRow> {
    private static final double WIDE = 210;

    private final Label number = new Label();
    private final Label title = new Label();
    private final Label state = new Label();
    private final FontIcon icon = new FontIcon();
    private final Tooltip detail = new WrappedTooltip();
    private final HBox line = new HBox(number, title, state, icon);

    private boolean isUnderWay;

    TrackCell() {
        line.getStyleClass().addAll("line", "track-line");
        number.getStyleClass().addAll("caption", "digits");
        state.getStyleClass().add("caption");
        number.setMinWidth(USE_PREF_SIZE);
        state.setMinWidth(USE_PREF_SIZE);
        // Where there is no room for both, the title matters more than a word for its icon.
        line.widthProperty().subscribe(_ -> showState());
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        // As wide as the list, so that long titles are cut and states stay in sight.
        setPrefWidth(0);
    }

    private void showState() {
        Shown.set(state, isUnderWay || line.getWidth() >= WIDE);
    }

    @Override
    protected void updateItem(@Nullable TrackRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        number.setText(row.number());
        title.setText(row.title());
        state.setText(row.state());
        isUnderWay = row.isUnderWay();
        showState();
        icon.setIconLiteral(row.icon());
        row.tone().applyTo(line);
        detail.setText(row.told());
        setTooltip(detail);
        setAccessibleText(row.spoken());
        setGraphic(line);
    }
}
