package dev.spindle.ui.stalls;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Stall;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import java.util.List;
import java.util.Optional;

/** Controller of StallsView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class StallsController {
    /** A snapshot carries no more. */
    private static final int MOST_SHOWN = 200;

    private final RipViewModel model;
    private List<Stall> shown = List.of();

    @FXML private ListView<StallRow> list;
    @FXML private Label count;
    @FXML private Label nothing;

    public StallsController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new StallCell());
        list.setOnMouseClicked(_ -> jump());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                jump();
            }
        });
        model.snapshotProperty()
                .subscribe(now ->
                        show(
                                now.map(RipSnapshot::stalls).orElse(List.of()),
                                now.filter(StallsController::goesOn).isPresent()));
    }

    /** The charts show what is chosen here. */
    private void jump() {
        Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(row -> model.chooseStall(row.stall()));
    }

    /** A stall is entered when it ends; that there is one is known before. */
    private static boolean goesOn(RipSnapshot now) {
        return now.verdict().isEmpty()
                && now.sample().health() == Health.DEGRADED
                && now.stuckCalls() > 0;
    }

    private void show(List<Stall> stalls, boolean oneGoesOn) {
        if (!stalls.equals(shown)) {
            change(StallsChange.of(shown, stalls));
            shown = stalls;
        }
        String number = Integer.toString(stalls.size());
        String told =
                stalls.size() < MOST_SHOWN ? number : Texts.format("stalls.count.most", number);
        count.setText(oneGoesOn ? Texts.format("stalls.count.open", told) : told);
        nothing.setText(Texts.get(oneGoesOn ? "stalls.list.none-ended" : "stalls.list.empty"));
    }

    /** Only what is another: the user's choice stays, also of a stall that grows. */
    private void change(StallsChange change) {
        var rows = list.getItems();
        var selection = list.getSelectionModel();
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
}
