package dev.spindle.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;

/** The program's version, as the build put it beside this class. */
final class Version {
    private Version() {}

    static String text() {
        var properties = new Properties();
        try (InputStream in =
                Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            properties.load(in);
        } catch (IOException problem) {
            throw new IllegalStateException("the program is incomplete", problem);
        }
        return properties.getProperty("version", "");
    }
}
