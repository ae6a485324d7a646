package dev.spindle.ui.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A piece of software that comes with the program.
 *
 * @param artifact its Maven coordinates without version, {@code group:artifact}; or a name
 * @param name as people call it
 * @param licence its SPDX identifier, or an expression of those
 * @param copyright whom it belongs to
 */
public record Component(String artifact, String name, String licence, String copyright) {
    private static final String FILE = "components.tsv";

    /** All of them, from the file beside this class, which a test compares with the build. */
    public static List<Component> all() {
        try (InputStream in =
                Objects.requireNonNull(Component.class.getResourceAsStream(FILE), FILE)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException("the program is incomplete", problem);
        }
    }

    /** One a line, in four columns with tabs between; {@code #} begins a comment. */
    static List<Component> parse(String text) {
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(part -> new Component(part[0], part[1], part[2], part[3]))
                .toList();
    }
}
