package dev.spindle.ui.options;

import dev.spindle.library.Settings;
import dev.spindle.library.Writing;
import dev.spindle.ui.common.Texts;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Lets the options begin with what is set for the destination folder, and sets for it what was
 * chosen. What the user changes for one rip stays until folder or settings change.
 */
public final class FolderWriting {
    private final OptionsViewModel options;
    private final ObservableValue<Optional<String>> folder;
    private final ObservableValue<Settings> settings;
    private final BiConsumer<String, Writing> keeper;
    private final BooleanBinding canKeep;
    private final ReadOnlyStringWrapper kept = new ReadOnlyStringWrapper("");
    private Optional<Begun> begun = Optional.empty();

    private record Begun(String folder, Writing writing) {}

    /**
     * Follows folder and settings from now on.
     *
     * @param folder absolute path of the destination; empty while it is not known
     * @param keeper keeps how to write into a folder
     */
    public FolderWriting(
            OptionsViewModel options,
            ObservableValue<Optional<String>> folder,
            ObservableValue<Settings> settings,
            BiConsumer<String, Writing> keeper) {
        this.options = options;
        this.folder = folder;
        this.settings = settings;
        this.keeper = keeper;
        canKeep =
                Bindings.createBooleanBinding(
                        () -> folder.getValue().isPresent() && options.writing().isPresent(),
                        folder,
                        options.choiceProperty(),
                        options.ring().typedProperty());
        folder.subscribe(_ -> follow());
        settings.subscribe(_ -> follow());
        options.choiceProperty().subscribe(_ -> kept.set(""));
    }

    /** Whether there is a folder, and a choice that can be kept for it. */
    BooleanBinding canKeepProperty() {
        return canKeep;
    }

    /** What was kept last; empty where the choice has changed since. */
    ReadOnlyStringProperty keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Keeps the choice for the folder, for good. */
    void keep() {
        folder.getValue()
                .ifPresent(path ->
                        options.writing()
                                .ifPresent(writing -> {
                                    // More was chosen than is kept, and it stays for this rip.
                                    begun = Optional.of(new Begun(path, writing));
                                    keeper.accept(path, writing);
                                    kept.set(Texts.format("options.keep.done", path));
                                }));
    }

    private void follow() {
        var next = folder.getValue().map(p -> new Begun(p, settings.getValue().writingFor(p)));
        if (next.isPresent() && !next.equals(begun)) {
            begun = next;
            options.begin(next.get().writing());
            kept.set("");
        }
    }
}
