package dev.spindle.ui.disc;

import dev.spindle.rip.DriveReport;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.drives.Progress;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import java.util.Optional;

/** Controller of DiscView.fxml: only shows, so the list of drives is model enough. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class DiscController {
    private final DrivesViewModel drives;

    @FXML private Label title;
    @FXML private Label source;
    @FXML private Node facts;
    @FXML private Label kind;
    @FXML private Label label;
    @FXML private Label size;
    @FXML private Label identity;
    @FXML private Tooltip fullIdentity;
    @FXML private Label sizes;
    @FXML private Label contents;
    @FXML private VBox notes;
    @FXML private MessageLine protection;
    @FXML private MessageLine state;

    public DiscController(DrivesViewModel drives) {
        this.drives = drives;
    }

    @FXML
    private void initialize() {
        protection.setTone(Tone.WARNING);
        drives.selectedProperty().subscribe(this::show);
        drives.look().progressProperty().subscribe(this::showState);
    }

    private void show(Optional<DriveCard> chosen) {
        chosen.ifPresent(this::show);
        showState(drives.look().progressProperty().get());
    }

    private void show(DriveCard card) {
        title.setText(card.title());
        source.setText(
                card.name().equals(card.title()) || card.name().equals(card.address())
                        ? card.address()
                        : Texts.format("disc.source.line", card.name(), card.address()));
        var summary = card.report().disc().map(DiscSummary::of);
        Shown.set(facts, summary.isPresent());
        summary.ifPresent(this::show);
        if (summary.isEmpty()) {
            notes.getChildren().clear();
            protection.setText("");
        }
    }

    private void show(DiscSummary summary) {
        kind.setText(summary.kind());
        label.setText(summary.label());
        size.setText(summary.size());
        identity.setText(summary.identity());
        fullIdentity.setText(summary.fullIdentity());
        sizes.setText(summary.sizes());
        contents.setText(summary.contents());
        notes.getChildren().setAll(summary.notes().stream().map(DiscController::line).toList());
        protection.setText(summary.protection());
    }

    private static MessageLine line(DiscSummary.Note note) {
        var line = new MessageLine();
        line.say(note.tone(), note.text());
        return line;
    }

    private void showState(Progress look) {
        var report = drives.selectedProperty().get().map(DriveCard::report);
        var address = report.map(DriveReport::address).orElse("");
        boolean known = report.flatMap(DriveReport::disc).isPresent();
        String problem = look.problem(address);
        if (known || report.isEmpty()) {
            state.setText("");
        } else if (look.isRunning(address)) {
            state.say(Tone.NEUTRAL, Texts.get("disc.state.looking"));
        } else if (!problem.isEmpty()) {
            state.say(Tone.DANGER, problem);
        } else {
            state.say(Tone.NEUTRAL, Texts.get("disc.state.none"));
        }
    }
}
