package dev.spindle.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

@Tag("unit")
class DrawingTest {
    @TempDir Path folder;

    private final Properties properties = new Properties();

    @Test
    void aGraphicsDeviceIsUsed() throws Exception {
        Drawing.choose(Files.createDirectory(folder.resolve("dri")), properties);
        assertThat(properties).isEmpty();
    }

    @Test
    void withoutOneNothingImitatesIt() {
        Drawing.choose(folder.resolve("none"), properties);
        assertThat(properties).containsOnly(Map.entry("prism.order", "sw"));
    }

    @Test
    void whatTheUserSaysStays() {
        properties.setProperty("prism.order", "es2");
        Drawing.choose(folder.resolve("none"), properties);
        assertThat(properties).containsOnly(Map.entry("prism.order", "es2"));
    }
}
