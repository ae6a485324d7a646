package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The engine's phrases and their translations hold the same, and none hides another. */
@Tag("unit")
class EngineBundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/spindle/ui");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** Short, so that none of them is longer than what stands between two of them. */
    private static final List<String> NAMES = List.of("/a", "b7", "/c", "d9", "/e");

    static Properties read(String suffix) throws IOException {
        var properties = new Properties();
        try (Reader in =
                Files.newBufferedReader(FOLDER.resolve("engine" + suffix + ".properties"))) {
            properties.load(in);
        }
        return properties;
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es"})
    void hasEveryKeyAndNoOther(String language) throws IOException {
        assertThat(new TreeSet<>(read(language).stringPropertyNames()))
                .containsExactlyElementsOf(new TreeSet<>(read("").stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es"})
    void keepsPlaceholdersAndFullStops(String language) throws IOException {
        var english = read("");
        var translated = read(language);
        for (String key : translated.stringPropertyNames()) {
            String original = english.getProperty(key, "");
            String text = translated.getProperty(key);
            assertThat(places(text).stream().sorted()).as(key).isEqualTo(places(original));
            assertThat(text.endsWith(".")).as(key).isEqualTo(original.endsWith("."));
            assertThat(text).as(key).isNotBlank().isEqualTo(text.strip()).doesNotContain("'");
        }
    }

    /** Their order is what {@link EnginePhrase} goes by. */
    @Test
    void placeholdersAreNumberedAsTheyStand() throws IOException {
        var english = read("");
        for (String key : english.stringPropertyNames()) {
            var places = places(english.getProperty(key));
            assertThat(places)
                    .as(key)
                    .isEqualTo(List.of("0", "1", "2", "3", "4").subList(0, places.size()));
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_es"})
    void noKeyStandsTwice(String language) throws IOException {
        try (var lines = Files.lines(FOLDER.resolve("engine" + language + ".properties"))) {
            assertThat(
                            lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                                    .map(line -> line.split("=", 2)[0]))
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key.matches("[a-z-]+\\.[a-z0-9-]+"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es"})
    void everyPhraseIsReadAsItself(String language) throws IOException {
        Texts.use(Locale.of(language));
        var english = read("");
        var translated = read("_" + language);
        for (String key : english.stringPropertyNames()) {
            assertThat(EngineWords.of(filled(english.getProperty(key))))
                    .as(key)
                    .isEqualTo(filled(translated.getProperty(key)));
        }
    }

    private static String filled(String phrase) {
        return PLACE.matcher(phrase).replaceAll(EngineBundlesTest::name);
    }

    private static String name(MatchResult place) {
        return NAMES.get(Integer.parseInt(place.group(1)));
    }
}
