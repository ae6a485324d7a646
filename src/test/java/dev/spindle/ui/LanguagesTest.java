package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Appearance.Language;
import dev.spindle.ui.common.Texts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The translations hold what the English texts hold, no more and no less. */
@Tag("unit")
class LanguagesTest {
    private static final Path TEXTS = Path.of("src/main/resources/dev/spindle/ui");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    /** Names, units and formats are the same everywhere; whole sentences are not. */
    private static final double MOST_EQUAL = 0.25;

    private static Properties read(String suffix) throws IOException {
        var properties = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve("texts" + suffix + ".properties"))) {
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
    void keepsPlaceholdersAndMnemonics(String language) throws IOException {
        var english = read("");
        var translated = read(language);
        for (String key : translated.stringPropertyNames()) {
            String original = english.getProperty(key, "");
            String text = translated.getProperty(key);
            assertThat(placeholders(text)).as(key).isEqualTo(placeholders(original));
            assertThat(text.contains("_"))
                    .as("%s: %s", key, text)
                    .isEqualTo(original.contains("_"));
            assertThat(text.isBlank()).as(key).isEqualTo(original.isBlank());
            assertThat(text).as(key).doesNotContain("'");
        }
    }

    private static Set<String> placeholders(String text) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(text).results().forEach(match -> found.add(match.group()));
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es"})
    void isTranslated(String language) throws IOException {
        var english = read("");
        var translated = read(language);
        long equal =
                translated.stringPropertyNames().stream()
                        .filter(key -> translated.getProperty(key).equals(english.getProperty(key)))
                        .count();
        assertThat(equal).isLessThan(Math.round(translated.size() * MOST_EQUAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_de", "_es"})
    void noKeyStandsTwice(String language) throws IOException {
        try (var lines = Files.lines(TEXTS.resolve("texts" + language + ".properties"))) {
            assertThat(
                            lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                                    .map(line -> line.split("=", 2)[0]))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void speaksTheLanguageThatIsWished() {
        Texts.use(Texts.locale(Language.GERMAN, Locale.FRENCH));
        assertThat(Texts.get("library.list.title")).isEqualTo("Bibliothek");
        assertThat(Texts.locale()).isEqualTo(Locale.GERMAN);
        Texts.use(Texts.locale(Language.SPANISH, Locale.FRENCH));
        assertThat(Texts.get("library.list.title")).isEqualTo("Biblioteca");
        Texts.use(Texts.locale(Language.ENGLISH, Locale.GERMANY));
        assertThat(Texts.get("library.list.title")).isEqualTo("Library");
    }

    @Test
    void speaksTheDesktopsLanguageOrEnglish() {
        Texts.use(Texts.locale(Language.SYSTEM, Locale.GERMANY));
        assertThat(Texts.get("library.list.title")).isEqualTo("Bibliothek");
        Texts.use(Texts.locale(Language.SYSTEM, Locale.JAPAN));
        assertThat(Texts.get("library.list.title")).isEqualTo("Library");
        assertThat(Texts.locale()).isEqualTo(Locale.ENGLISH);
    }
}
