package dev.spindle.ui.discmap;

import dev.spindle.rescue.DiscMap;
import dev.spindle.rescue.DiscMap.State;
import dev.spindle.ui.common.Texts;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the cells of the map mean, and how many sectors of the disc that are. */
public final class MapLegend extends FlowPane {
    /** In the order in which a disc is worked on; {@link State#STARTED} is of cells only. */
    private static final List<State> STATES =
            List.of(
                    State.FINISHED,
                    State.TRIMMED,
                    State.SCRAPED,
                    State.RETRIED,
                    State.SKIPPED,
                    State.BAD,
                    State.NOT_TRIED);

    private final Map<State, Label> labels = new EnumMap<>(State.class);

    /** Without counts until a map is shown. */
    public MapLegend() {
        for (State state : STATES) {
            var label = new Label();
            label.setId("legend-" + state.name().toLowerCase(Locale.ROOT));
            labels.put(state, label);
            add(state.name(), label);
        }
        add(CellSwatch.HEAD, new Label(Texts.get("map.head.text")));
        show(DiscMap.none());
    }

    private void add(String sample, Label label) {
        var swatch = new CellSwatch();
        swatch.setSample(sample);
        var item = new HBox(swatch, label);
        item.getStyleClass().add("legend-item");
        getChildren().add(item);
    }

    /** Counts what is in the map; before the disc is known there is nothing to count. */
    void show(DiscMap map) {
        labels.forEach((state, label) -> {
            String name = Texts.of("map-state", state, "name");
            String count = CellText.grouped(map.sectors(state));
            boolean isKnown = !map.cells().isEmpty();
            label.setText(isKnown ? Texts.format("map.count.text", name, count) : name);
            label.setAccessibleText(
                    isKnown ? Texts.format("map.count.accessible", name, count) : name);
        });
    }
}
