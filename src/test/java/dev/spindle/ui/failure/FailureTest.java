package dev.spindle.ui.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.ui.FakeDesktop;
import dev.spindle.ui.SameThread;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;

/** What is told of a fault, and what a bundle holds. */
@Tag("unit")
class FailureTest {
    private final FakeDesktop desktop = new FakeDesktop();

    private static Map<String, String> unpack(byte[] zip) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void theReportHasTheTraceAndTheSystem() {
        var report = FailureReport.of(new IllegalStateException("odd"), "a system");
        assertThat(report.summary()).isEqualTo("java.lang.IllegalStateException: odd");
        assertThat(report.details()).contains("a system", "theReportHasTheTraceAndTheSystem");
    }

    @Test
    void serialNumbersAreTakenOut() {
        assertThat(
                        DiagnosticBundle.withoutSerials(
                                "drive K12 here; Serial: X-9; \"serial\":\"Q7\",", List.of("K12")))
                .isEqualTo("drive (removed) here; Serial: (removed); \"serial\":\"(removed)\",");
    }

    @Test
    void theBundleHoldsFaultLogAndSystem() throws IOException {
        var model =
                new FailureViewModel(
                        FailureReport.of("odd", "trace", "facts"),
                        new SameThread(),
                        desktop,
                        "/home/user",
                        List.of("Q99"));
        model.saveBundle();
        var path = "/home/user/spindle-diagnostics.zip";
        assertThat(model.outcomeProperty().get()).startsWith("Saved as " + path);
        assertThat(unpack(Objects.requireNonNull(desktop.saved.get(path))))
                .containsOnlyKeys("fault.txt", "log.txt", "events.jsonl", "system.txt")
                .containsEntry(
                        "events.jsonl",
                        "{\"type\":\"notice\",\"text\":\"drive (removed) is slow\"}")
                .containsEntry("log.txt", "a line with serial: (removed)");
        model.serialsProperty().set(true);
        model.saveBundle();
        assertThat(unpack(Objects.requireNonNull(desktop.saved.get(path))))
                .containsEntry("log.txt", "a line with serial: K1234567");
        desktop.refuses = true;
        model.saveBundle();
        assertThat(model.outcomeProperty().get()).isEqualTo("there is no room here");
    }
}
