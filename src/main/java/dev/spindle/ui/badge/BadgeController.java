package dev.spindle.ui.badge;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipViewModel;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** Controller of BadgeView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class BadgeController {
    private final RipViewModel model;
    private final PopOver popOver = new PopOver();

    @FXML private HBox badge;
    @FXML private Label family;
    @FXML private Button health;
    @FXML private FontIcon icon;
    @FXML private Node detail;
    @FXML private Label meaning;
    @FXML private Label why;
    @FXML private Label since;
    @FXML private Node whyPart;
    @FXML private Label effect;
    @FXML private Node writebackPart;
    @FXML private Label how;
    @FXML private Label reason;
    @FXML private Node reasonCaption;
    @FXML private Label chunk;
    @FXML private Label budget;
    @FXML private Label familyNote;
    @FXML private Node familyPart;
    @FXML private Label stuck;
    @FXML private Label advice;

    public BadgeController(RipViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        // Before the destination is known there is nothing to say of it.
        Shown.when(badge, family.textProperty().isNotEmpty());
        Shown.when(whyPart, why.textProperty().isNotEmpty());
        Shown.when(familyPart, familyNote.textProperty().isNotEmpty());
        Shown.when(since, since.textProperty().isNotEmpty());
        Shown.when(writebackPart, how.textProperty().isNotEmpty());
        Shown.when(reason, reason.textProperty().isNotEmpty());
        Shown.when(reasonCaption, reason.textProperty().isNotEmpty());
        popOver.setHideOnEscape(true);
        Theme.dress(popOver.getRoot());
        popOver.setContentNode(detail);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        model.snapshotProperty()
                .subscribe(now ->
                        now.map(BadgeSummary::of).ifPresentOrElse(this::show, popOver::hide));
    }

    private void show(BadgeSummary now) {
        now.tone().applyTo(badge);
        Tone.NEUTRAL.applyTo(family);
        family.setText(now.family());
        health.setText(now.health());
        health.setAccessibleText(
                Texts.format("badge.button.accessible", now.family(), now.health()));
        icon.setIconLiteral(now.icon());
        meaning.setText(now.meaning());
        why.setText(now.why());
        since.setText(now.since());
        effect.setText(now.effect());
        show(now.writeback());
        familyNote.setText(now.familyNote());
        stuck.setText(now.stuck());
        advice.setText(now.advice());
    }

    private void show(Optional<WritebackSummary> now) {
        how.setText(now.map(WritebackSummary::how).orElse(""));
        reason.setText(now.map(WritebackSummary::reason).orElse(""));
        chunk.setText(now.map(WritebackSummary::chunk).orElse(""));
        budget.setText(now.map(WritebackSummary::budget).orElse(""));
    }

    @FXML
    private void explain() {
        if (popOver.isShowing()) {
            popOver.hide(Duration.ZERO);
        } else {
            popOver.show(badge);
        }
    }
}
