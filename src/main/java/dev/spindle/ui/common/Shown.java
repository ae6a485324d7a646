package dev.spindle.ui.common;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

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

    /**
     * Shows one of several pages. The others stay in the pane, hidden: a page that comes back to
     * the scene is styled anew from its root to its last label, which takes longer than a picture
     * may.
     */
    public static void only(Pane host, Node page) {
        if (!host.getChildren().contains(page)) {
            host.getChildren().add(page);
        }
        host.getChildren().forEach(child -> set(child, child.equals(page)));
    }
}
