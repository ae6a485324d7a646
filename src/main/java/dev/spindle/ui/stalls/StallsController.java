package dev.spindle.ui.stalls;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.charts.Swatch;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Controller of StallsView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class StallsController {
    /** A snapshot carries no more. */
    private static final int MOST_SHOWN = 200;

    private final RipViewModel model;
    private List<Stall> shown = List.of();

    @FXML private TableView<StallRow> table;
    @FXML private TableColumn<StallRow, String> start;
    @FXML private TableColumn<StallRow, String> length;
    @FXML private TableColumn<StallRow, StallRow> side;
    @FXML private TableColumn<StallRow, String> cause;
    @FXML private Label count;

    public StallsController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        text(start, StallRow::start);
        text(length, StallRow::length);
        text(cause, StallRow::cause);
        side.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        side.setCellFactory(_ -> new SideCell());
        table.setOnMouseClicked(_ -> jump());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                jump();
            }
        });
        model.snapshotProperty()
                .subscribe(now -> show(now.map(RipSnapshot::stalls).orElse(List.of())));
    }

    private static void text(
            TableColumn<StallRow, String> column, Function<StallRow, String> value) {
        column.setCellValueFactory(row ->
                new ReadOnlyStringWrapper(value.apply(row.getValue())).getReadOnlyProperty());
    }

    /** The charts show what is chosen here. */
    private void jump() {
        Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                .ifPresent(row -> model.chooseStall(row.stall()));
    }

    private void show(List<Stall> stalls) {
        if (!stalls.equals(shown)) {
            change(StallsChange.of(shown, stalls));
            shown = stalls;
        }
        String number = Integer.toString(stalls.size());
        count.setText(
                stalls.size() < MOST_SHOWN ? number : Texts.format("stalls.count.most", number));
    }

    /** Only what is another: the user's choice stays, also of a stall that grows. */
    private void change(StallsChange change) {
        var rows = table.getItems();
        var selection = table.getSelectionModel();
        int chosen = change.placeOf(selection.getSelectedIndex(), rows.size());
        rows.remove(rows.size() - change.gone(), rows.size());
        rows.remove(0, change.replaced());
        rows.addAll(0, StallRow.newestFirst(change.come()));
        if (chosen < 0) {
            selection.clearSelection();
        } else if (selection.getSelectedIndex() != chosen) {
            selection.clearAndSelect(chosen);
        }
    }

    private static final class SideCell extends TableCell<StallRow, StallRow> {
        private final Swatch swatch = new Swatch();

        @Override
        protected void updateItem(@Nullable StallRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            swatch.setSample(row.side().name());
            setGraphic(swatch);
            setText(row.sideName());
        }
    }
}
