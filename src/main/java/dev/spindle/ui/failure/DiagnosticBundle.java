package dev.spindle.ui.failure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What is sent along with a report: a ZIP of a few text files. It holds nothing of what files
 * contain, and no serial number unless the user wants it in. Pure.
 */
final class DiagnosticBundle {
    /**
     * The ZIP format counts years from 1980; all entries bear this moment, so that none is told.
     */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Pattern SERIAL =
            Pattern.compile("(?i)(serial(?: number)?[\"']?\\s*[:=]\\s*[\"']?)([^\\s\"',;]+)");

    private DiagnosticBundle() {}

    /**
     * Packs texts.
     *
     * @param texts by file name, in their order
     * @param serials numbers of drives that must not be in it, unless they are wanted
     * @param withSerials whether they are
     */
    static byte[] of(Map<String, String> texts, List<String> serials, boolean withSerials) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var text : texts.entrySet()) {
                var entry = new ZipEntry(text.getKey());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                String content =
                        withSerials ? text.getValue() : withoutSerials(text.getValue(), serials);
                zip.write(content.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Known ones wherever they stand, and whatever is called one. */
    static String withoutSerials(String text, List<String> serials) {
        String left = text;
        for (String serial : serials) {
            if (!serial.isBlank()) {
                left = left.replace(serial, "(removed)");
            }
        }
        return SERIAL.matcher(left).replaceAll("$1(removed)");
    }
}
