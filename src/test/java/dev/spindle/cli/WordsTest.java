package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shell offers behind an option is what the option takes. */
@Tag("unit")
final class WordsTest {
    private final CliRun cli = new CliRun();

    @ParameterizedTest
    @CsvSource({
        "--policy, auto steady classic plain",
        "--controller, auto drain p95 fixed",
        "--mechanism, auto direct dontcache range datasync",
        "--hash, none sha256 crc32 md5 sha1",
        "--fill, zeros pattern",
        "--format, flac wav image"
    })
    void eachShellOffersTheWordsOfAnOption(String option, String words) {
        assertThat(cli.run("generate", "bash")).isZero();
        String line =
                cli.out()
                        .lines()
                        .filter(l -> l.contains("rip:" + option + ")"))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.replaceFirst(".*compgen -W \"([^\"]*)\".*", "$1").split(" "))
                .containsExactlyInAnyOrder(words.split(" "));
        for (String word : words.split(" ")) {
            var run = new CliRun();
            run.run("rip", "missing.iso", "-o", "out", option, word);
            assertThat(run.err()).as("%s %s is taken", option, word).doesNotContain(option);
        }
    }
}
