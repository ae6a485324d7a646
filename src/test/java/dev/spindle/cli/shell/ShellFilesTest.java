package dev.spindle.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Iterator;
import java.util.List;

/** Completion and manual page, made from small commands whose answers can be seen at a glance. */
@Tag("unit")
final class ShellFilesTest {
    private static final List<CommandWords> COMMANDS =
            CommandWords.all(new CommandLine(new Root()));

    @Command(
            name = "spindle",
            subcommands = {Copy.class, Look.class, Secret.class})
    static final class Root {}

    @Command(name = "copy", description = "Copies: it's [all] there is.")
    static final class Copy {
        @Option(
                names = {"-o", "--out"},
                paramLabel = "DIR",
                description = "where to")
        String out = "";

        @Option(names = "--log", paramLabel = "FILE", description = "what happened")
        String log = "";

        @Option(names = "--size", paramLabel = "SIZE", description = "how much: a 'size'")
        String size = "";

        @Option(
                names = "--how",
                paramLabel = "H",
                completionCandidates = Ways.class,
                description = "one way")
        String how = "";

        @Option(names = "--json", description = "as JSON [one line]")
        boolean json;

        @Option(names = "--inner", hidden = true)
        boolean inner;

        @Parameters(paramLabel = "DRIVE")
        String drive = "";
    }

    /** What an option may stand for. */
    static final class Ways implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("fast", "slow").iterator();
        }
    }

    @Command(name = "look", description = "Looks at a folder.")
    static final class Look {
        @Parameters(paramLabel = "DIR")
        String folder = "";
    }

    @Command(name = "secret", hidden = true)
    static final class Secret {}

    @Test
    void whatIsHiddenIsNotTold() {
        assertThat(COMMANDS).extracting(CommandWords::name).containsExactly("copy", "look");
        assertThat(COMMANDS.getFirst().options())
                .extracting(option -> option.names().getLast())
                .containsExactly("--how", "--json", "--log", "--out", "--size");
        assertThat(COMMANDS.getFirst().operands()).containsExactly("DRIVE");
    }

    @ParameterizedTest
    @EnumSource(Shell.class)
    void eachShellKnowsEachCommandAndOption(Shell shell) {
        String script = shell.completion(COMMANDS);
        assertThat(script).contains("copy", "look", "json", "size", "log", "out");
        assertThat(script).doesNotContain("secret", "inner");
        assertThat(Shell.named(shell.word())).contains(shell);
    }

    @Test
    void bashCompletesFoldersAndFilesBehindTheirOptions() {
        assertThat(Shell.BASH.completion(COMMANDS))
                .contains("copy:-o|copy:--out) COMPREPLY=($(compgen -d")
                .contains("copy:--log) COMPREPLY=($(compgen -f")
                .contains("copy:--size) COMPREPLY=();")
                .contains("copy:--how) COMPREPLY=($(compgen -W \"fast slow\" -- \"$word\"));")
                .contains("look) COMPREPLY=($(compgen -d");
    }

    @Test
    void zshMarksAreEscaped() {
        assertThat(Shell.ZSH.completion(COMMANDS))
                .startsWith("#compdef spindle\n")
                .contains("'--json[as JSON \\[one line\\]]'")
                .contains("'--size[how much\\: a '\\''size'\\'']:SIZE: '")
                .contains("'--how[one way]:H:(fast slow)'")
                .contains("'--out[where to]:DIR:_files -/'")
                .contains("'*:folder:_files -/'");
    }

    @Test
    void fishTellsFoldersFilesAndOtherArgumentsApart() {
        assertThat(Shell.FISH.completion(COMMANDS))
                .contains("-a copy -d 'Copies: it\\'s [all] there is.'")
                .contains("-s o -l out -x -a '(__fish_complete_directories)' -d 'where to'")
                .contains("-l log -r -d 'what happened'")
                .contains("-l size -x -d")
                .contains("-l how -x -a 'fast slow' -d 'one way'")
                .contains("-l json -d");
    }

    @Test
    void theManualHasEachCommandWithItsOptions() {
        assertThat(ManualPage.of("1.2-rc", COMMANDS))
                .contains("\"Spindle 1.2\\-rc\"")
                .contains(".SS \"spindle copy DRIVE\"\nCopies: it's [all] there is.\n")
                .contains(".TP\n\\fB\\-o\\fR, \\fB\\-\\-out\\fR \\fIDIR\\fR\nwhere to\n")
                .contains(".SH EXIT STATUS");
    }

    @Test
    void aLineThatRoffWouldTakeForARequestIsPlainText() {
        var odd = new CommandWords("odd", ".not a request \\ at all", List.of(), List.of());
        assertThat(ManualPage.of("1", List.of(odd))).contains("\n\\&.not a request \\e at all\n");
    }
}
