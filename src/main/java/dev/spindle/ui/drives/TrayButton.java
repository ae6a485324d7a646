package dev.spindle.ui.drives;

import dev.spindle.rip.TrayMove;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The button of a card that ejects its disc, or closes its tray. */
final class TrayButton extends Button {
    private static final PseudoClass CLOSES = PseudoClass.getPseudoClass("closes");

    private final DrivesViewModel drives;
    private final Tooltip meaning = new Tooltip();

    TrayButton(DrivesViewModel drives) {
        this.drives = drives;
        var sign = new Region();
        sign.getStyleClass().add("tray-sign");
        setGraphic(sign);
        getStyleClass().addAll("flat", "icon-button", "tray-button");
        setMinWidth(USE_PREF_SIZE);
        setTooltip(meaning);
    }

    void show(DriveCard card) {
        Shown.set(this, card.kind() == DriveCard.Kind.DRIVE);
        boolean closes = Trays.next(card) == TrayMove.CLOSE;
        pseudoClassStateChanged(CLOSES, closes);
        setAccessibleText(
                Texts.format(
                        closes ? "drives.load.accessible" : "drives.eject.accessible",
                        card.title()));
        meaning.setText(Texts.get(closes ? "drives.load.label" : "drives.eject.label"));
        setDisable(
                !drives.canMoveTray(card)
                        || drives.trays().progressProperty().get().isRunning(card.address()));
        setOnAction(_ -> drives.moveTray(card));
    }
}
