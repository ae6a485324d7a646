package dev.spindle.ui.destination;

import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Tone;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.util.Duration;

/** Controller of DestinationView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class DestinationController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final DestinationViewModel model;
    private final Chooser chooser;

    /** While the user types, a look at each letter would be one too many. */
    private final PauseTransition typingPause = new PauseTransition(Duration.millis(300));

    @FXML private Label folderTitle;
    @FXML private TextField folder;
    @FXML private ProgressIndicator busy;
    @FXML private Node facts;
    @FXML private Label family;
    @FXML private Label fileSystem;
    @FXML private Label free;
    @FXML private Label limit;
    @FXML private MessageLine problem;
    @FXML private MessageLine notice;

    public DestinationController(DestinationViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
    }

    @FXML
    private void initialize() {
        folderTitle.setLabelFor(folder);
        folder.textProperty().bindBidirectional(model.folderProperty());
        typingPause.setOnFinished(_ -> model.look());
        model.folderProperty().addListener((_, _, _) -> typingPause.playFromStart());
        Shown.when(busy, model.lookingProperty());
        problem.setTone(Tone.DANGER);
        problem.textProperty().bind(model.problemProperty());
        model.summaryProperty().subscribe(s -> s.ifPresentOrElse(this::show, this::showNothing));
        model.problemProperty().subscribe(_ -> markRefusal());
    }

    private void show(DestinationSummary summary) {
        Shown.set(facts, true);
        family.setText(summary.family());
        fileSystem.setText(summary.fileSystem());
        free.setText(summary.free());
        limit.setText(summary.limit());
        notice.say(summary.tone(), summary.notice());
        markRefusal();
    }

    private void showNothing() {
        Shown.set(facts, false);
        notice.setText("");
        markRefusal();
    }

    private void markRefusal() {
        boolean refused =
                !model.problemProperty().get().isEmpty()
                        || model.summaryProperty().get().stream()
                                .anyMatch(s -> s.tone() == Tone.DANGER);
        folder.pseudoClassStateChanged(REFUSED, refused);
    }

    @FXML
    private void look() {
        typingPause.stop();
        model.look();
    }

    @FXML
    private void browse() {
        chooser.chooseFolder()
                .ifPresent(chosen -> {
                    model.folderProperty().set(chosen);
                    look();
                });
    }
}
