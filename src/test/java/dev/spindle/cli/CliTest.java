package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class CliTest {
    private final CliRun cli = new CliRun();

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void saysItsVersion(String option) {
        assertThat(cli.runPure(option)).isZero();
        assertThat(cli.out()).isEqualTo("spindle 1.2.3\n");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.services()).isZero();
    }

    @Test
    void helpNamesEveryCommandButThatForTests() {
        assertThat(cli.runPure("--help")).isZero();
        assertThat(cli.out())
                .contains("rip", "demo", "drives", "info", "report", "verify", "SIZE")
                .contains("probe");
        assertThat(cli.out()).doesNotContain("pid");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.services()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rip", "demo", "drives", "info", "report", "verify", "probe"})
    void everyCommandHasHelp(String command) {
        assertThat(cli.runPure(command, "--help")).isZero();
        assertThat(cli.out()).startsWith("Usage: spindle " + command).contains("--log", "-v");
        assertThat(cli.err()).isEmpty();
        assertThat(cli.services()).isZero();
    }

    @Test
    void helpOfRipNamesItsOptionsAndNoneThatIsPlanned() {
        cli.runPure("rip", "--help");
        assertThat(cli.out())
                .contains("-o", "--name", "--policy", "--controller", "--chunk", "--ring")
                .contains("--mechanism", "--budget", "--verify", "--wait")
                .contains(
                        "--hash",
                        "--retries",
                        "--resume",
                        "--restart",
                        "--merge",
                        "--also",
                        "--fill",
                        "--staging",
                        "--format",
                        "--offset",
                        "--track-name",
                        "--titles",
                        "--cover",
                        "--lookup",
                        "--release",
                        "--server",
                        "--events",
                        "--json");
    }

    @Test
    void printsTheProcessIdOfItsContext() {
        assertThat(cli.runPure("pid")).isZero();
        assertThat(cli.out()).isEqualTo("4711\n");
    }

    @Test
    void knowsWhatIsForIt() {
        assertThat(Cli.commandNames()).hasSize(9).allMatch(name -> Cli.understands(name));
        assertThat(Cli.understands("verify", "x.iso")).isTrue();
        assertThat(Cli.understands("probe", "out")).isTrue();
        assertThat(Cli.understands("--frobnicate")).isTrue();
        assertThat(Cli.understands()).isFalse();
        assertThat(Cli.understands("/home/me/disc.iso")).isFalse();
    }

    @Test
    void aFaultOfOurOwnIsToldAsOne() {
        cli.service.onStart =
                () -> {
                    throw new IllegalStateException("the wheel\nis loose");
                };
        assertThat(cli.run("rip", "demo:", "-o", "out")).isEqualTo(70);
        assertThat(cli.err())
                .isEqualTo(
                        "spindle: this is a fault of Spindle itself: the wheel is loose; -vv shows"
                                + " where\n");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void aLibraryThatIsMissingIsAFaultOfOurOwn() {
        cli.service.onStart =
                () -> {
                    throw new UnsatisfiedLinkError("libfoo.so");
                };
        assertThat(cli.run("demo")).isEqualTo(70);
        assertThat(cli.err()).contains("libfoo.so").hasLineCount(1);
    }
}
