package dev.spindle.os.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the small texts of /proc and /sys. */
final class KernelText {
    private KernelText() {}

    /** The text, or nothing where it is missing, withheld, or beyond the locale's letters. */
    static Optional<String> read(String path) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(path));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }
}
