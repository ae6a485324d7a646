package dev.spindle.ui.music;

import dev.spindle.rip.TrackProgress;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

import java.util.List;

/** Controller of TracksView.fxml: the tracks of a rip, and how far each has come. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class TracksController {
    private final RipViewModel model;

    @FXML private ListView<TrackRow> list;
    @FXML private Label count;

    public TracksController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        list.setCellFactory(_ -> new TrackCell());
        model.tracksProperty().subscribe(this::show);
    }

    /** Only rows that are others, so that what was chosen stays so. */
    private void show(List<TrackProgress> tracks) {
        var rows = tracks.stream().map(TrackRow::of).toList();
        var items = list.getItems();
        if (items.size() != rows.size()) {
            items.setAll(rows);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).equals(items.get(i))) {
                items.set(i, rows.get(i));
            }
        }
        count.setText(
                Texts.format(
                        "music.done.text",
                        Long.toString(tracks.stream().filter(TracksController::isFile).count()),
                        Integer.toString(tracks.size())));
    }

    private static boolean isFile(TrackProgress track) {
        return switch (track.stage()) {
            case DONE, DOUBTFUL, INCOMPLETE -> true;
            case WAITING, READING, READ, DAMAGED, CONFIRMED, WRITING -> false;
        };
    }
}
