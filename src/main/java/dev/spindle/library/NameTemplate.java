package dev.spindle.library;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How images are named: any text with {@code {label}}, {@code {date}} and {@code {kind}} in it.
 * Pure.
 */
public final class NameTemplate {
    /** As the command line has it for {@code --name}: room for endings within 255 bytes. */
    private static final int LONGEST_BYTES = 200;

    private NameTemplate() {}

    /**
     * The base name for a disc; empty where the template is empty or leaves nothing, and the name
     * is to be taken from the disc as usual.
     *
     * @param label the disc's label, as a file may be called; may be empty
     * @param kind of disc, in a word
     */
    public static Optional<String> expand(
            String template, String label, String kind, LocalDate date) {
        String name =
                template.replace("{label}", label)
                        .replace("{date}", date.toString())
                        .replace("{kind}", kind)
                        .replaceAll("[/\\p{Cntrl}]+", " ")
                        .replaceAll("\\s+", " ")
                        .strip();
        String bare = name.replaceAll("^[.\\s_-]+|[\\s_-]+$", "");
        return bare.isEmpty() ? Optional.empty() : Optional.of(shortened(bare));
    }

    private static String shortened(String name) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end).strip();
    }
}
