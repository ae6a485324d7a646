package dev.spindle.ui.aftercare;

import dev.spindle.ui.common.WrappedTooltip;

import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;

/** A file that holes hit. Of a long path beginning and end are seen, the rest under the pointer. */
final class HitCell extends ListCell<String> {
    private final Tooltip whole = new WrappedTooltip();

    HitCell() {
        // Width comes from the list: a path that is longer must not have it scroll.
        setPrefWidth(0);
        setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
        super.updateItem(line, empty);
        setText(empty ? null : line);
        whole.setText(line);
        setTooltip(empty || line == null ? null : whole);
    }
}
