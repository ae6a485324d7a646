package dev.spindle.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Optional;

/** Which page the window shows. Without one it shows the disc of the chosen card. */
public final class Navigation {
    private final ObservableList<Page> pages = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Page>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Adds an entry below the others; gives this. */
    public Navigation with(Page page) {
        pages.add(page);
        return this;
    }

    /** The entries from top to bottom; not to be changed by others. */
    public ObservableList<Page> pages() {
        return FXCollections.unmodifiableObservableList(pages);
    }

    /** The page that is shown; empty for the disc of the chosen card. */
    public ReadOnlyObjectProperty<Optional<Page>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows a page; one that is shown already is not opened again. */
    public void show(Page page) {
        if (!pages.contains(page)) {
            throw new IllegalArgumentException("no entry leads to " + page.label());
        }
        if (!shown.get().equals(Optional.of(page))) {
            page.opened().run();
            shown.set(Optional.of(page));
        }
    }

    /** Shows the page at a place in the list, counted from 0; nothing where there is none. */
    public void show(int index) {
        if (index >= 0 && index < pages.size()) {
            show(pages.get(index));
        }
    }

    /** Shows the disc of the chosen card. */
    public void showDisc() {
        shown.set(Optional.empty());
    }
}
