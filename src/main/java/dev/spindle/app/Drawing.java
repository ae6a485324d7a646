package dev.spindle.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** How JavaFX draws; to be chosen before the toolkit starts. */
final class Drawing {
    /** Where Linux has its graphics devices (drm(7)). */
    static final Path DEVICES = Path.of("/dev/dri");

    private static final String ORDER = "prism.order";

    private Drawing() {}

    /**
     * Without a graphics device the C library's OpenGL would imitate one: JavaFX's own software
     * drawing does the same in less time and memory. What the user has said stays.
     */
    static void choose(Path devices, Properties properties) {
        if (!properties.containsKey(ORDER) && !Files.isDirectory(devices)) {
            properties.setProperty(ORDER, "sw");
        }
    }
}
