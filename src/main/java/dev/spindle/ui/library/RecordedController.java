package dev.spindle.ui.library;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.TrackProgress;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;
import javafx.scene.Node;

import java.util.List;
import java.util.Optional;

/** Controller of RecordedView.fxml: a rip of the library with its verdict and its charts. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class RecordedController {
    private final RipViewModel rip;

    @FXML private MessageLine message;
    @FXML private Node verdict;
    @FXML private Node charts;
    @FXML private Node stalls;
    @FXML private Node tracks;

    /** {@code rip} holds the last snapshot. */
    public RecordedController(RipViewModel rip) {
        this.rip = rip;
    }

    /** The model of a rip that was opened, for the views that show it. */
    public static RipViewModel model(LibraryViewModel.Opened opened) {
        var model = new RipViewModel(_ -> () -> {});
        model.begin(
                new EndedRip(
                        RecordedSnapshot.of(opened.row().entry(), opened.record()),
                        opened.record().album().map(TrackProgress::of).orElse(List.of())));
        return model;
    }

    @FXML
    private void initialize() {
        Optional<RipSnapshot> last = rip.snapshotProperty().get();
        boolean hasCharts = last.filter(now -> !now.chart().isEmpty()).isPresent();
        boolean hasVerdict = last.flatMap(RipSnapshot::verdict).isPresent();
        Shown.set(verdict, hasVerdict);
        Shown.set(charts, hasCharts);
        Shown.set(stalls, hasCharts);
        Shown.set(tracks, !rip.tracksProperty().get().isEmpty());
        if (!hasVerdict) {
            message.say(Tone.WARNING, Texts.get("library.opened.interrupted"));
        } else if (!hasCharts) {
            message.say(Tone.NEUTRAL, Texts.get("library.opened.no-charts"));
        }
    }
}
