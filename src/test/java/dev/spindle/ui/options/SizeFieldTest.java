package dev.spindle.ui.options;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleBooleanProperty;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A size that is typed, letter by letter. */
@Tag("unit")
class SizeFieldTest {
    private final SimpleBooleanProperty isUsed = new SimpleBooleanProperty(true);
    private final SizeField field = new SizeField("The budget", 4 << 20, isUsed);

    private void type(String text) {
        field.typedProperty().set(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankIsLeftToTheProgram(String text) {
        type(text);
        assertThat(field.isSaid()).isFalse();
        assertThat(field.bytes()).isEmpty();
        assertThat(field.problemProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4M, 4194304",
        "4MiB, 4194304",
        "4194304, 4194304",
        "5MB, 5000000",
        "1G, 1073741824"
    })
    void sizesFromTheLeastOnAreTaken(String text, long bytes) {
        type(text);
        assertThat(field.bytes()).hasValue(bytes);
        assertThat(field.problemProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4194303", "4MB", "1"})
    void lessIsToldWithTheLeast(String text) {
        type(text);
        assertThat(field.problemProperty().get()).isEqualTo("The budget must be at least 4 MiB.");
        assertThat(field.bytes()).isEmpty();
        assertThat(field.isSaid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-5M", "5 M M", "M", "99999999999999999999"})
    void whatIsNoSizeIsToldAsTyped(String text) {
        type(text);
        assertThat(field.problemProperty().get())
                .startsWith("The budget can’t be used: ")
                .endsWith(".")
                .contains(text);
        assertThat(field.bytes()).isEmpty();
    }

    @Test
    void whereItHasNoMeaningNothingIsWrongAndNothingIsForgotten() {
        type("x");
        isUsed.set(false);
        assertThat(field.problemProperty().get()).isEmpty();
        assertThat(field.bytes()).isEmpty();
        assertThat(field.isSaid()).isFalse();
        isUsed.set(true);
        assertThat(field.problemProperty().get()).contains("'x'");
    }
}
