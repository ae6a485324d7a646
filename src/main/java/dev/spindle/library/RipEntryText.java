package dev.spindle.library;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.Optional;

/** A {@link RipEntry} as JSON text, and back. Pure; safe for all threads. */
final class RipEntryText {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private RipEntryText() {}

    static String write(RipEntry entry) {
        // Computed ones are left out: what is written once can't contradict itself.
        var tree = MAPPER.<ObjectNode>valueToTree(entry);
        tree.remove("finished");
        return MAPPER.writeValueAsString(tree) + "\n";
    }

    /** Reads what {@link #write} wrote; empty where it is damaged. */
    static Optional<RipEntry> read(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, RipEntry.class))
                    .filter(entry -> entry.recordFile().startsWith("/"));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }
}
