package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipSnapshot.Phase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

@Tag("unit")
class LogsTest {
    private static final Logger LOG = LoggerFactory.getLogger("dev.spindle.writeback.Test");

    private final CliRun cli = new CliRun();

    private static void logOnEachLevel() {
        LOG.error("e {}", 1, new IllegalStateException("why"));
        LOG.warn("w\n{}", 2);
        LOG.info("i 3");
        LOG.debug("d 4");
        LOG.trace("t 5");
    }

    @Test
    void warningsAreSentences() {
        cli.service.onStart = LogsTest::logOnEachLevel;
        cli.run("demo");
        assertThat(cli.err()).isEqualTo("spindle: error: e 1: why\nspindle: warning: w 2\n");
    }

    @ParameterizedTest
    @CsvSource({"-v,true,false", "-vv,true,true", "-vvv,true,true"})
    void moreIsShownOnDemand(String option, boolean info, boolean trace) {
        cli.service.onStart = LogsTest::logOnEachLevel;
        cli.run("demo", option);
        assertThat(cli.err().contains("INFO  [main] writeback.Test: i 3\n")).isEqualTo(info);
        assertThat(cli.err().contains(": t 5\n")).isEqualTo(trace);
        assertThat(cli.err()).contains("java.lang.IllegalStateException: why\n");
    }

    @Test
    void theFileGetsEverythingAndStandardErrorNoMoreThanElse(@TempDir Path folder)
            throws IOException {
        cli.in(folder).service.onStart = LogsTest::logOnEachLevel;
        cli.run("--log", "spindle.log", "demo");
        cli.run("demo", "--log=spindle.log");
        String log = Files.readString(folder.resolve("spindle.log"));
        assertThat(log.lines().filter(line -> line.endsWith("writeback.Test: t 5"))).hasSize(2);
        assertThat(log)
                .containsPattern(
                        "(?m)^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ ERROR ")
                .contains("IllegalStateException: why");
        assertThat(cli.err()).hasLineCount(4);
    }

    @Test
    void aFullDiskEndsTheLogWithOneWarning() {
        cli.service.onStart = LogsTest::logOnEachLevel;
        assertThat(cli.run("demo", "--log", "/dev/full")).isZero();
        assertThat(cli.err())
                .containsOnlyOnce("the log ends here: /dev/full: No space left on device");
    }

    @Test
    void aLogLineClearsTheProgressLineFirst() {
        var text = new ByteArrayOutputStream();
        var screen = new Screen(new PrintStream(text, true, StandardCharsets.UTF_8), true);
        screen.status("50 %");
        screen.line("a warning\u0007");
        screen.clear();
        screen.line("after");
        assertThat(text.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "\r\u001b[K\u001b[?7l50 %\u001b[?7h"
                                + "\r\u001b[Ka warning?\n\u001b[?7l50 %\u001b[?7h"
                                + "\r\u001b[K"
                                + "after\n");
    }

    @Test
    void aLineThatIsLoggedMeanwhileIsShownByTheEnd() {
        var reading = Samples.at(Phase.SWEEPING, 1000, 10, 0);
        cli.onTerminal().service.rip =
                new FakeRip().thenDo(reading, () -> LOG.warn("slow")).then(Samples.ended());
        cli.run("demo");
        assertThat(cli.err()).contains("spindle: warning: slow\n");
    }
}
