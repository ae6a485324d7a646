package dev.spindle.ui.disc;

import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscFolder;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;
import dev.spindle.ui.common.Numbers;

import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the tree of files: what it is, its name, and its size at the right. */
final class EntryCell extends TreeCell<DiscEntry> {
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label size = new Label();
    private final HBox line = new HBox(icon, name, size);

    EntryCell() {
        line.getStyleClass().add("line");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        size.setMinWidth(Region.USE_PREF_SIZE);
        size.getStyleClass().add("caption");
        HBox.setHgrow(name, Priority.ALWAYS);
        // As wide as the tree, so that long names are cut and sizes stay in sight.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable DiscEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            return;
        }
        icon.setIconLiteral(icon(entry));
        name.setText(EntryWords.of(entry));
        size.setText(entry instanceof DiscFile file ? Numbers.size(file.sizeBytes()) : "");
        setGraphic(line);
    }

    private static String icon(DiscEntry entry) {
        return switch (entry) {
            case DiscFile _ -> "fth-file";
            case DiscFolder _ -> "fth-folder";
            case DiscLink _ -> "fth-link";
            case DiscSpecial _ -> "fth-cpu";
        };
    }
}
