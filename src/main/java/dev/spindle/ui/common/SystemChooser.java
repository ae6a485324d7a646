package dev.spindle.ui.common;

import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The desktop's own dialogs. They hand out files; this is the only class of the window that touches
 * such objects, and it asks them for their path alone. No starting folder is set: to be accepted it
 * would have to be looked at here, on the interface thread.
 */
public final class SystemChooser implements Chooser {
    private final Supplier<Window> owner;

    public SystemChooser(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<String> chooseImage() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get("drives.chooser.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                Texts.get("drives.chooser.images"), "*.iso", "*.ISO", "*.img"),
                        new FileChooser.ExtensionFilter(Texts.get("drives.chooser.all"), "*"));
        var chosen = chooser.showOpenDialog(owner.get());
        return chosen == null ? Optional.empty() : Optional.of(chosen.getPath());
    }

    @Override
    public Optional<String> choosePicture() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get("music.cover.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                Texts.get("music.cover.pictures"),
                                "*.jpg",
                                "*.JPG",
                                "*.jpeg",
                                "*.png",
                                "*.PNG"),
                        new FileChooser.ExtensionFilter(Texts.get("drives.chooser.all"), "*"));
        var chosen = chooser.showOpenDialog(owner.get());
        return chosen == null ? Optional.empty() : Optional.of(chosen.getPath());
    }

    @Override
    public Optional<String> chooseFolder() {
        var chooser = new DirectoryChooser();
        chooser.setTitle(Texts.get("destination.chooser.title"));
        var chosen = chooser.showDialog(owner.get());
        return chosen == null ? Optional.empty() : Optional.of(chosen.getPath());
    }
}
