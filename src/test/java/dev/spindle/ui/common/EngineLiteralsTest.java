package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whoever gives the engine a new sentence gives it to the window too: the words that stand in the
 * engine's sources are those of its phrases.
 */
@Tag("unit")
class EngineLiteralsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/spindle");

    private static final List<String> PACKAGES =
            List.of(
                    "audio",
                    "desktop",
                    "disc",
                    "drive",
                    "library",
                    "os",
                    "probe",
                    "range",
                    "rescue",
                    "rip",
                    "timeline",
                    "writeback");

    /** What they say comes to the log, to the command line or to a test only. */
    private static final Set<String> SILENT =
            Set.of(
                    "AlbumLog",
                    "AutoPolicy",
                    "Bus",
                    "BusMessage",
                    "ClassicLog",
                    "Inhibitor",
                    "LinuxSystemFacts",
                    "NetlinkEvents",
                    "OneInstance",
                    "OpenFlags",
                    "Probe",
                    "ProbeForecast",
                    "ScriptFiles",
                    "ScriptParser",
                    "TrackNames",
                    "WireReader",
                    "Words");

    /** Words in a map, a name, of a script, and what the texts have a word of their own for. */
    private static final Set<String> NO_SENTENCES =
            Set.of(
                    "Disc identity",
                    "Hidden track",
                    "# Mapfile. Created by Spindle\\n",
                    "Spindle demo disc",
                    "the other disc",
                    "no disc, tray open");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m:^\\s*//.*$)");
    private static final Pattern JOINED = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern FORMAT = Pattern.compile("%(?:\\.?\\d)*[a-zA-Z]|%\\.");

    /** Two words at least. */
    private static final Pattern SENTENCE = Pattern.compile("[a-z]{2,}[,;:]? [a-z(]");

    /** Calls whose texts are for whoever looks for a fault, and for patterns. */
    private static final Pattern INTERNAL =
            Pattern.compile(
                    "(?s).*(LOG\\s*\\.\\w+|gate|new Illegal\\w+|Pattern\\.compile|replaceAll"
                            + "|matches|start|hasText|equals|startsWith|new Reply)\\([^;{]*");

    private static final int LOOK_BACK = 200;

    @Test
    void everySentenceInTheSourcesIsOfAPhrase() throws IOException {
        var phrases =
                EngineBundlesTest.read("").values().stream()
                        .map(phrase -> phrase.toString().replaceAll("\\{\\d}", "\n"))
                        .toList();
        var strange = new TreeSet<String>();
        var found = new TreeSet<String>();
        for (Path file : sources()) {
            for (String part : parts(Files.readString(file))) {
                found.add(part);
                if (phrases.stream().noneMatch(phrase -> phrase.contains(part))) {
                    strange.add(file.getFileName() + ": " + part);
                }
            }
        }
        assertThat(strange).isEmpty();
        assertThat(found)
                .as("the sources are still where they are looked for")
                .hasSizeGreaterThan(250);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file ->
                            PACKAGES.contains(SOURCES.relativize(file).getName(0).toString()))
                    .filter(file ->
                            !SILENT.contains(file.getFileName().toString().replace(".java", "")))
                    .toList();
        }
    }

    private static Set<String> parts(String source) {
        String code = JOINED.matcher(COMMENT.matcher(source).replaceAll("")).replaceAll("");
        var parts = new TreeSet<String>();
        LITERAL.matcher(code)
                .results()
                .filter(literal -> !isInternal(code, literal.start()))
                .flatMap(literal -> FORMAT.splitAsStream(literal.group(1).replace("%%", "%")))
                .map(String::strip)
                .filter(part -> SENTENCE.matcher(part).find() && !NO_SENTENCES.contains(part))
                .forEach(parts::add);
        return parts;
    }

    private static boolean isInternal(String code, int at) {
        return INTERNAL.matcher(code.substring(Math.max(0, at - LOOK_BACK), at)).matches();
    }
}
