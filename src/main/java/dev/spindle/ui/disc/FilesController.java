package dev.spindle.ui.disc;

import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.disc.FilesViewModel.Files;
import dev.spindle.ui.disc.FilesViewModel.Stage;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.TreeView;

/** Controller of FilesView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class FilesController {
    private final FilesViewModel model;

    @FXML private TitledPane pane;
    @FXML private Label summary;
    @FXML private MessageLine problem;
    @FXML private TreeView<DiscEntry> tree;

    public FilesController(FilesViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new EntryCell());
        model.wantedProperty().bind(pane.expandedProperty());
        model.filesProperty().subscribe(this::show);
    }

    private void show(Files files) {
        Shown.set(pane, files.stage() != Stage.NOTHING);
        summary.setText(files.summary());
        boolean isComplete = files.tree().map(t -> t.problems().isEmpty()).orElse(true);
        problem.say(
                isComplete ? Tone.DANGER : Tone.WARNING,
                files.tree().map(FilesController::problems).orElse(files.problem()));
        Shown.set(tree, files.tree().isPresent());
        tree.setRoot(files.tree().map(t -> new EntryItem(t.root())).orElse(null));
    }

    /** The first of them say enough. */
    private static String problems(DiscTree tree) {
        return String.join("; ", tree.problems().stream().limit(3).map(EngineWords::of).toList());
    }
}
