package dev.spindle.ui.stalls;

import dev.spindle.ui.charts.Swatch;
import dev.spindle.ui.common.WrappedTooltip;
import dev.spindle.ui.common.WrappingCell;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/**
 * A stall in two lines: how long it was and when; and whose it was, with its cause, wrapped where
 * it is long. What was seen in the kernel meanwhile is told to who points at it.
 */
final class StallCell extends WrappingCell<StallRow> {
    private final Swatch swatch = new Swatch();
    private final Label head = new Label();
    private final Label cause = new Label();
    private final Tooltip evidence = new WrappedTooltip();
    private final VBox lines;

    StallCell() {
        var first = new HBox(swatch, head);
        first.getStyleClass().add("stall-head");
        cause.getStyleClass().add("stall-cause");
        cause.setWrapText(true);
        cause.setMinHeight(USE_PREF_SIZE);
        lines = new VBox(first, cause);
    }

    @Override
    protected void updateItem(@Nullable StallRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            setAccessibleHelp(null);
            setTooltip(null);
            return;
        }
        swatch.setSample(row.side().name());
        head.setText(row.head());
        cause.setText(row.cause());
        setAccessibleText(row.spoken());
        setAccessibleHelp(row.evidence().orElse(null));
        evidence.setText(row.evidence().orElse(null));
        setTooltip(row.evidence().isPresent() ? evidence : null);
        setGraphic(lines);
    }
}
