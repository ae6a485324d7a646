package dev.spindle.ui.common;

import javafx.scene.control.Label;

import org.kordamp.ikonli.javafx.FontIcon;

/** A sentence with an icon, in the place it is about; takes no room while it has no text. */
public final class MessageLine extends Label {
    private final FontIcon icon = new FontIcon();

    public MessageLine() {
        getStyleClass().add("message-line");
        setWrapText(true);
        setGraphic(icon);
        setMinHeight(USE_PREF_SIZE);
        Shown.when(this, textProperty().isNotEmpty());
        setTone(Tone.NEUTRAL);
    }

    public void setTone(Tone tone) {
        tone.applyTo(this);
        icon.setIconLiteral(
                switch (tone) {
                    case NEUTRAL -> "fth-info";
                    case SUCCESS -> "fth-check-circle";
                    case WARNING -> "fth-alert-triangle";
                    case DANGER -> "fth-alert-octagon";
                });
    }

    /** Says something, or nothing where the text is empty. */
    public void say(Tone tone, String text) {
        setTone(tone);
        setText(text);
    }
}
