package dev.spindle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.run.RealConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Saving, opening and telling on a real system. */
@Tag("unit")
class LinuxDesktopTest {
    @TempDir private Path folder = Path.of("");

    private final RecentEvents events = new RecentEvents(new RealConcurrency());
    private final LinuxDesktop desktop = new LinuxDesktop(new RecentLog(), events);

    @Test
    void savesWithoutOverwriting() throws IOException {
        String path = folder.resolve("charts.png").toString();
        assertThat(desktop.save(path, new byte[] {1})).isEqualTo(path);
        assertThat(desktop.save(path, new byte[] {2})).endsWith("/charts-2.png");
        assertThat(desktop.save(path, new byte[] {3})).endsWith("/charts-3.png");
        assertThat(Files.readAllBytes(folder.resolve("charts.png"))).containsExactly(1);
        assertThat(Files.readAllBytes(folder.resolve("charts-3.png"))).containsExactly(3);
    }

    @Test
    void saysWhereItCannotBeSaved() {
        String path = folder.resolve("missing/charts.png").toString();
        assertThatThrownBy(() -> desktop.save(path, new byte[0]))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(path + " can't be written");
    }

    @Test
    void saysThatThereIsNoFileManager() {
        var without = new LinuxDesktop(new RecentLog(), events, List.of("no-such-program-at-all"));
        assertThatThrownBy(() -> without.openFolder("/tmp"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-program-at-all is missing");
    }

    @Test
    void remembersTheLog() {
        var log = RecentLog.attach();
        LoggerFactory.getLogger("spindle.test").warn("remember {}", "this", new IOException("odd"));
        log.stop();
        assertThat(new LinuxDesktop(log, events).log())
                .contains("WARN spindle.test: remember this", "odd");
    }

    @Test
    void tellsOfTheSystem() {
        assertThat(desktop.systemFacts()).contains("Spindle ", "Java ", "Processors ");
    }
}
