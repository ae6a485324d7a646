package dev.spindle.ui.disc;

import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFolder;

import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** An entry in the tree of files; what is in a folder is made once it is opened. */
final class EntryItem extends TreeItem<DiscEntry> {
    private boolean isFilled;

    EntryItem(DiscEntry entry) {
        super(entry);
    }

    @Override
    public boolean isLeaf() {
        return !(getValue() instanceof DiscFolder);
    }

    @Override
    public ObservableList<TreeItem<DiscEntry>> getChildren() {
        if (!isFilled && getValue() instanceof DiscFolder folder) {
            isFilled = true;
            super.getChildren().setAll(folder.entries().stream().map(EntryItem::new).toList());
        }
        return super.getChildren();
    }
}
