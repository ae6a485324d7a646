package dev.spindle.ui.discmap;

import dev.spindle.rescue.DiscMap;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The map, and the cell that is told about. For the interface thread. */
final class DiscMapViewModel {
    /**
     * What is shown.
     *
     * @param chosen the cell under the pointer or chosen by keyboard, -1 for none
     * @param text what is told of it, or of the whole
     */
    record Picture(DiscMap map, int chosen, String text) {}

    private final RipViewModel rip;
    private final RipFiles files;
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
    private int chosen = -1;

    DiscMapViewModel(RipViewModel rip, RipFiles files) {
        this.rip = rip;
        this.files = files;
        draw();
        rip.snapshotProperty().addListener((_, _, _) -> draw());
        files.indexProperty().addListener((_, _, _) -> draw());
    }

    ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Tells of a cell; -1 for none. */
    void choose(int cell) {
        chosen = cell;
        draw();
    }

    /** Goes so many cells on; begins at the head. */
    void step(int cells) {
        var map = map();
        if (!map.cells().isEmpty()) {
            int from = chosen < 0 ? map.headCell() : chosen + cells;
            choose(Math.clamp(from, 0, map.cells().size() - 1));
        }
    }

    /** Goes to the next cell, or the one before, that has trouble; stays where there is none. */
    void stepToTrouble(int direction) {
        var cells = map().cells();
        for (int at = chosen + direction; at >= 0 && at < cells.size(); at += direction) {
            switch (cells.get(at).state()) {
                case BAD, SKIPPED, TRIMMED, SCRAPED, RETRIED -> {
                    choose(at);
                    return;
                }
                case NOT_TRIED, STARTED, FINISHED -> {}
            }
        }
    }

    private DiscMap map() {
        return rip.snapshotProperty().get().map(RipSnapshot::map).orElse(DiscMap.none());
    }

    private void draw() {
        var map = map();
        if (chosen >= map.cells().size()) {
            chosen = -1;
        }
        picture.set(new Picture(map, chosen, text(map)));
    }

    private String text(DiscMap map) {
        if (map.cells().isEmpty()) {
            return Texts.get("map.state.none");
        }
        return chosen >= 0 ? CellText.of(map, chosen, files.indexProperty().get()) : whole(map);
    }

    private static String whole(DiscMap map) {
        long bad = map.count(DiscMap.State.BAD);
        long skipped = map.count(DiscMap.State.SKIPPED);
        return bad + skipped == 0
                ? Texts.get("map.state.sound")
                : Texts.format("map.state.troubled", Long.toString(bad), Long.toString(skipped));
    }
}
