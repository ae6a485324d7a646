package dev.spindle.rip.record;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/** A {@link RipRecord} as JSON text, and back. Pure; safe for all threads. */
public final class RipRecordText {
    /** How the name of its file ends, behind the rip's own. */
    public static final String ENDING = ".rip.json";

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    private RipRecordText() {}

    /**
     * Does what the first {@link #write} would have to do for all that follow: a rip has its record
     * on the disk before its first byte, and need not wait for that.
     */
    public static void prepare() {
        var _ = MAPPER.writerFor(RipRecord.class);
    }

    /**
     * Does what the {@link #write} of a rip that has ended would have to do for the first time,
     * while its disc is read: the end has to wait for the storage alone then.
     */
    public static void rehearseEnd() {
        var _ = write(EndRehearsal.sample());
    }

    public static String write(RipRecord rip) {
        return MAPPER.writeValueAsString(rip) + "\n";
    }

    /**
     * Reads what {@link #write} wrote; fields that it does not know are passed over.
     *
     * @throws IOException with one sentence for the user
     */
    public static RipRecord read(String text) throws IOException {
        try {
            JsonNode root = MAPPER.readTree(text);
            checkVersion(root);
            return MAPPER.treeToValue(root, RipRecord.class);
        } catch (JacksonException problem) {
            throw new IOException(
                    "this is no record of a rip, or a damaged one: "
                            + firstLine(problem.getOriginalMessage()),
                    problem);
        }
    }

    private static void checkVersion(JsonNode root) throws IOException {
        JsonNode version = root.path("version");
        if (!root.isObject() || !version.isIntegralNumber()) {
            throw new IOException("this is no record of a rip");
        }
        if (!version.canConvertToInt() || version.intValue() != RipRecord.VERSION) {
            throw new IOException(
                    "this record of a rip has version "
                            + version.asString()
                            + "; this program reads version "
                            + RipRecord.VERSION);
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
