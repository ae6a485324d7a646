package dev.spindle.ui;

import javafx.scene.image.Image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The program's icon, in the sizes that window managers choose from; drawn by the build. */
final class WindowIcons {
    private static final int[] SIZES = {16, 24, 32, 48, 64, 128};

    private WindowIcons() {}

    /** The smallest first. JavaFX's thread. */
    static List<Image> all() {
        return IntStream.of(SIZES).mapToObj(WindowIcons::icon).toList();
    }

    private static Image icon(int size) {
        String name = "icons/spindle-" + size + ".png";
        try (var drawn = WindowIcons.class.getResourceAsStream(name)) {
            return new Image(Objects.requireNonNull(drawn, name));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be read", e);
        }
    }
}
