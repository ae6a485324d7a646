package dev.spindle.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.Node;

import java.util.Locale;

/** How serious something is. The style sheet gives it a colour, the caller a word and an icon. */
public enum Tone {
    NEUTRAL,
    SUCCESS,
    WARNING,
    DANGER;

    public void applyTo(Node node) {
        for (Tone tone : values()) {
            node.pseudoClassStateChanged(tone.pseudoClass(), tone == this);
        }
    }

    private PseudoClass pseudoClass() {
        return PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));
    }
}
