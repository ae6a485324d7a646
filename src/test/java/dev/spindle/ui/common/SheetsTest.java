package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.CssParser;
import javafx.css.Rule;
import javafx.css.Stylesheet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URL;
import java.util.Objects;

/** What the build puts beside our style sheets for JavaFX to take says what they say. */
class SheetsTest {
    @ParameterizedTest
    @ValueSource(strings = {"spindle", "controlsfx-bridge"})
    void isTheSameInBinaryForm(String name) throws IOException {
        CssParser.errorsProperty().clear();
        var text = new CssParser().parse(resource(name + ".css"));
        var binary = Stylesheet.loadBinary(resource(name + ".bss"));

        assertThat(CssParser.errorsProperty()).isEmpty();
        assertThat(text.getRules()).isNotEmpty();
        assertThat(binary.getRules())
                .extracting(SheetsTest::told)
                .containsExactlyElementsOf(text.getRules().stream().map(SheetsTest::told).toList());
        assertThat(binary.getFontFaces()).hasSameSizeAs(text.getFontFaces());
    }

    private static String told(Rule rule) {
        return rule.getSelectors() + " " + rule.getDeclarations();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/dev/spindle/ui/" + name), name);
    }
}
