package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code spindle generate}. */
@Tag("unit")
final class GenerateTest {
    private final CliRun cli = new CliRun();

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish", "man"})
    void eachKnowsTheProgramsOwnCommands(String what) {
        assertThat(cli.runPure("generate", what)).isZero();
        for (String command : Cli.commandNames()) {
            boolean isHidden = command.equals("pid") || command.equals("generate");
            assertThat(cli.out().matches("(?s).*\\b" + command + "\\b.*"))
                    .as(command)
                    .isEqualTo(!isHidden);
        }
        assertThat(cli.out().replace("\\-", "-")).contains("mechanism");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void anotherWordIsRefusedInOneSentence() {
        assertThat(cli.runPure("generate", "tcsh")).isEqualTo(1);
        assertThat(cli.out()).isEmpty();
        assertThat(cli.err())
                .isEqualTo(
                        "spindle: there is nothing to generate for 'tcsh'; say bash, zsh, fish or"
                                + " man\n");
    }
}
