package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

@Tag("unit")
class NameTemplateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @ParameterizedTest
    @CsvSource({
        "'{label}', Holiday",
        "'{label} {date}', Holiday 2026-03-04",
        "'{kind}/{label}', DVD Holiday",
        "'..{label}', Holiday",
        "'  {label}  _ ', Holiday",
        "'{label} {unknown}', Holiday {unknown}"
    })
    void fillsIn(String template, String name) {
        assertThat(NameTemplate.expand(template, "Holiday", "DVD", DAY)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"''", "'{label}'", "' - '", "'/'", "'..'"})
    void leavesTheNameToTheDiscWhereNothingIsLeft(String template) {
        assertThat(NameTemplate.expand(template, "", "DVD", DAY)).isEmpty();
    }

    @Test
    void isNeverTooLongForAFileName() {
        String name =
                NameTemplate.expand("{label}", "\uD83D\uDCBF".repeat(100), "", DAY).orElseThrow();
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSize(200);
    }
}
