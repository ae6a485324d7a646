package dev.spindle.drive.script;

import dev.spindle.drive.Sense;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads scripts: one statement a line, {@code #} begins a comment. */
public final class ScriptParser {
    /** Sense key, additional sense code and qualifier in hexadecimal, as the standards write. */
    private static final Pattern SENSE =
            Pattern.compile("(\\p{XDigit}{1,2})/(\\p{XDigit}{1,2})/(\\p{XDigit}{1,2})");

    private static final Map<String, Function<Words, Statement>> RULES =
            Map.of(
                    "speed", ScriptParser::speed,
                    "slow", ScriptParser::slow,
                    "bad", ScriptParser::bad,
                    "delay", ScriptParser::delay,
                    "short", ScriptParser::shortTransfer,
                    "hang", ScriptParser::hang,
                    "unplug", ScriptParser::unplug,
                    "change", ScriptParser::change);

    private ScriptParser() {}

    /**
     * Reads a script.
     *
     * @throws ScriptException at the first mistake
     */
    public static Script parse(String text) {
        var statements = new ArrayList<Statement>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var words = new Words(i + 1, lines.get(i));
            if (!words.isEmpty()) {
                statements.add(statement(words, statements));
            }
        }
        return new Script(statements);
    }

    private static Statement statement(Words words, List<Statement> before) {
        boolean hasSpeed = before.stream().anyMatch(Statement.Speed.class::isInstance);
        if (hasSpeed && words.isNext("speed")) {
            throw words.mistake("speed is given twice; write it once");
        }
        Statement statement = words.take("STATEMENT", ScriptParser::rule).apply(words);
        words.end();
        return statement;
    }

    private static Function<Words, Statement> rule(String name) {
        return Optional.ofNullable(RULES.get(name))
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + name
                                        + "' is no statement; there are speed, slow, bad,"
                                        + " delay, short, hang, unplug and change"));
    }

    private static Statement speed(Words words) {
        words.expect("speed RATE");
        return new Statement.Speed(words.takeRate());
    }

    private static Statement slow(Words words) {
        words.expect("slow LBA COUNT RATE");
        return new Statement.Slow(words.takeSectors(), words.takeRate());
    }

    private static Statement bad(Words words) {
        words.expect("bad LBA COUNT [times N] [cost DURATION] [sense K/ASC/ASCQ]");
        Sectors where = words.takeSectors();
        var times = OptionalInt.empty();
        var cost = Optional.<Duration>empty();
        var sense = Optional.<Sense>empty();
        while (!words.isEmpty()) {
            // A word that comes twice is left over, and so a mistake.
            if (times.isEmpty() && words.takeIf("times")) {
                times = OptionalInt.of((int) Math.min(words.takeNumber("N", 1), Integer.MAX_VALUE));
            } else if (cost.isEmpty() && words.takeIf("cost")) {
                cost = Optional.of(words.takeDuration("DURATION"));
            } else if (sense.isEmpty() && words.takeIf("sense")) {
                sense = Optional.of(words.take("K/ASC/ASCQ", ScriptParser::sense));
            } else {
                words.end();
            }
        }
        return new Statement.Bad(
                where,
                times,
                cost.orElse(Duration.ZERO),
                sense.orElse(Sense.UNRECOVERED_READ_ERROR));
    }

    private static Sense sense(String text) {
        var match = SENSE.matcher(text);
        if (!match.matches() || hex(match.group(1)) > 15) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no sense; write key, code and qualifier in hexadecimal,"
                            + " like 03/11/00");
        }
        return new Sense(hex(match.group(1)), hex(match.group(2)), hex(match.group(3)));
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }

    private static Statement delay(Words words) {
        words.expect("delay LBA COUNT DURATION");
        return new Statement.Delay(words.takeSectors(), words.takeDuration("DURATION"));
    }

    private static Statement shortTransfer(Words words) {
        words.expect("short LBA COUNT");
        return new Statement.ShortRead(words.takeSectors());
    }

    private static Statement hang(Words words) {
        words.expect("hang LBA [for DURATION] or hang at TIME [for DURATION]");
        return words.takeIf("at")
                ? new Statement.HangAt(words.takeDuration("TIME"), words.takeFor())
                : new Statement.HangOnSector(words.takeNumber("LBA", 0), words.takeFor());
    }

    private static Statement unplug(Words words) {
        words.expect("unplug at TIME [for DURATION]");
        return new Statement.Unplug(moment(words), words.takeFor());
    }

    private static Statement change(Words words) {
        words.expect("change at TIME FILE");
        return new Statement.Change(moment(words), words.takeRest("FILE"));
    }

    private static Duration moment(Words words) {
        words.require("at");
        return words.takeDuration("TIME");
    }
}
