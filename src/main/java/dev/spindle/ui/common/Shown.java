package dev.spindle.ui.common;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Shows and hides: what is hidden takes no room. */
public final class Shown {
    private Shown() {}

    public static void when(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    public static void set(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
