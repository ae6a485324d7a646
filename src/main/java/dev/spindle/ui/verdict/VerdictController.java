package dev.spindle.ui.verdict;

import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Side;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.kordamp.ikonli.javafx.FontIcon;

/** Controller of VerdictView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class VerdictController {
    private final RipViewModel model;

    @FXML private Node verdict;
    @FXML private FontIcon icon;
    @FXML private Label title;
    @FXML private Label sentence;
    @FXML private Label advice;
    @FXML private Label fileCaption;
    @FXML private TextField file;
    @FXML private Label sha256Caption;
    @FXML private TextField sha256;
    @FXML private Label totalTime;
    @FXML private Label readTime;
    @FXML private Label durableTime;
    @FXML private Label longestStall;
    @FXML private Label readerWait;
    @FXML private Label peakUnconfirmed;
    @FXML private Label badSectors;
    @FXML private Label how;
    @FXML private Label stalledDrive;
    @FXML private Label stalledStorage;
    @FXML private Label stalledUser;
    @FXML private Label stalledSelf;

    public VerdictController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.snapshotProperty()
                .subscribe(now ->
                        now.flatMap(RipSnapshot::verdict)
                                .map(VerdictSummary::of)
                                .ifPresent(this::show));
    }

    private void show(VerdictSummary now) {
        now.tone().applyTo(verdict);
        icon.setIconLiteral(now.icon());
        title.setText(now.title());
        sentence.setText(now.sentence());
        advice.setText(now.advice());
        Shown.set(advice, !now.advice().isEmpty());
        show(fileCaption, file, now.file());
        show(sha256Caption, sha256, now.sha256());
        totalTime.setText(now.totalTime());
        readTime.setText(now.readTime());
        durableTime.setText(now.durableTime());
        longestStall.setText(now.longestStall());
        readerWait.setText(now.readerWait());
        peakUnconfirmed.setText(now.peakUnconfirmed());
        badSectors.setText(now.badSectors());
        how.setText(now.how());
        stalledDrive.setText(now.stalled().get(Side.DRIVE));
        stalledStorage.setText(now.stalled().get(Side.STORAGE));
        stalledUser.setText(now.stalled().get(Side.USER));
        stalledSelf.setText(now.stalled().get(Side.SELF));
    }

    private static void show(Label caption, TextField field, String text) {
        field.setText(text);
        Shown.set(caption, !text.isEmpty());
        Shown.set(field, !text.isEmpty());
    }
}
