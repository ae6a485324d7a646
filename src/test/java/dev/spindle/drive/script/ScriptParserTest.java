package dev.spindle.drive.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.spindle.drive.Sense;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

@Tag("unit")
class ScriptParserTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void readsEveryStatement() {
        var script =
                ScriptParser.parse(
                        """
                        # a drive that has seen better days
                        speed 20M        # at its best

                        slow 100 50 500K
                        \tdelay 7 1 250ms
                        short 9 2\r
                        hang 12
                        hang 13 for 1s
                        hang at 1s
                        hang at 0.5s for 1
                        unplug at 1s for 1000ms
                        unplug at 1m
                        change at 1s the other#1.iso
                        bad 1 2
                        """);
        assertThat(script.statements())
                .containsExactly(
                        new Statement.Speed(20 << 20),
                        new Statement.Slow(new Sectors(100, 50), 500 << 10),
                        new Statement.Delay(new Sectors(7, 1), Duration.ofMillis(250)),
                        new Statement.ShortRead(new Sectors(9, 2)),
                        new Statement.HangOnSector(12, Optional.empty()),
                        new Statement.HangOnSector(13, Optional.of(SECOND)),
                        new Statement.HangAt(SECOND, Optional.empty()),
                        new Statement.HangAt(Duration.ofMillis(500), Optional.of(SECOND)),
                        new Statement.Unplug(SECOND, Optional.of(SECOND)),
                        new Statement.Unplug(Duration.ofMinutes(1), Optional.empty()),
                        new Statement.Change(SECOND, "the other#1.iso"),
                        bad(OptionalInt.empty(), Duration.ZERO, Sense.UNRECOVERED_READ_ERROR));
    }

    @Test
    void aBadSpotTakesItsDetailsInAnyOrder() {
        var full = bad(OptionalInt.of(3), SECOND, new Sense(5, 0x6F, 0x0A));
        assertThat(ScriptParser.parse("bad 1 2 times 3 cost 1s sense 5/6f/0A").statements())
                .containsExactly(full);
        assertThat(ScriptParser.parse("bad 1 2 sense 05/6F/0a cost 1s times 3").statements())
                .containsExactly(full);
    }

    @Test
    void anEmptyTextIsAnEmptyScript() {
        assertThat(ScriptParser.parse("")).isEqualTo(Script.empty());
        assertThat(ScriptParser.parse("\n  # nothing\n\t\n")).isEqualTo(Script.empty());
    }

    @Test
    void aNamedSpeedReplacesTheScripts() {
        var script = ScriptParser.parse("hang 1\nspeed 1M").withSpeed(5);
        assertThat(script.speedBytesPerSecond()).hasValue(5);
        assertThat(script.statements()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    1  | sped 20M                  | 'sped' is no statement; there are speed, slow, bad,
                    1  | 7                         | '7' is no statement; there are
                    6  | speed                     | RATE is missing; write speed RATE
                    7  | speed fast                | 'fast' is no rate; write for example 20M
                    7  | speed 0                   | a rate must be more than zero
                    11 | speed 20M x               | 'x' is not expected here; write speed RATE
                    6  | slow x 1 1M               | 'x' is no LBA, a whole number from 0; write slow LBA COUNT RATE
                    8  | slow 1 0 1M               | '0' is no COUNT, a whole number from 1; write slow
                    9  | slow 1 2                  | RATE is missing; write slow LBA COUNT RATE
                    6  | slow -1 2 1M              | '-1' is no LBA
                    5  | bad 1234567890123 1       | '1234567890123' is no LBA
                    9  | bad 1 2 time 3            | 'time' is not expected here; write bad LBA COUNT [times N]
                    15 | bad 1 2 times 0           | '0' is no N, a whole number from 1
                    14 | bad 1 2 times             | N is missing
                    17 | bad 1 2 times 1 times 2   | 'times' is not expected here
                    14 | bad 1 2 cost soon         | 'soon' is no duration; write for example
                    15 | bad 1 2 sense 3/11        | '3/11' is no sense; write key, code and qualifier
                    15 | bad 1 2 sense 10/11/00    | '10/11/00' is no sense
                    15 | bad 1 2 sense 3/111/0     | '3/111/0' is no sense
                    10 | delay 1 2                 | DURATION is missing; write delay LBA COUNT DURATION
                    11 | delay 1 2 3x              | '3x' is no duration
                    8  | short 1                   | COUNT is missing; write short LBA COUNT
                    5  | hang                      | LBA is missing; write hang LBA [for DURATION] or hang at
                    8  | hang 1 during 2s          | 'during' is not expected here
                    11 | hang 1 for                | DURATION is missing
                    8  | hang at                   | TIME is missing
                    9  | hang at noon              | 'noon' is no duration
                    8  | unplug 1s                 | '1s' is not expected here; write unplug at TIME
                    7  | unplug                    | at is missing; write unplug at TIME
                    13 | change at 1s              | FILE is missing; write change at TIME FILE
                    13 | change at 1s # other.iso  | FILE is missing; write change at TIME FILE
                    """)
    void mistakesAreToldWithTheirPlace(int column, String line, String message) {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptParser.parse("# first\n\n" + line + "\nnonsense"))
                .withMessageStartingWith("line 3, column " + column + ": " + message)
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
                .satisfies(problem -> assertThat(problem.column()).isEqualTo(column));
    }

    @Test
    void columnsCountFromTheStartOfTheLine() {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptParser.parse("\t  short  1  x"))
                .withMessageStartingWith("line 1, column 14: 'x' is no COUNT");
    }

    @Test
    void speedComesOnce() {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> ScriptParser.parse("speed 1M\n speed 2M"))
                .withMessage("line 2, column 2: speed is given twice; write it once");
    }

    private static Statement bad(OptionalInt times, Duration cost, Sense sense) {
        return new Statement.Bad(new Sectors(1, 2), times, cost, sense);
    }
}
