package dev.spindle.ui.common;

import javafx.scene.control.ScrollPane;

/** For pages that scroll, and change while they are looked at. */
public final class Scrolling {
    private Scrolling() {}

    /**
     * Paints only what has changed. The skin of a scroll pane keeps a picture of all that it shows:
     * that is good for scrolling, but has to be painted anew from edge to edge, and then once more
     * onto the window, for each figure that changes.
     */
    public static void paintDirectly(ScrollPane pane) {
        pane.skinProperty()
                .subscribe(skin -> {
                    if (skin != null) {
                        pane.lookupAll(".viewport").forEach(port -> port.setCache(false));
                    }
                });
    }
}
