package dev.spindle.ui.settings;

import dev.spindle.range.SizeText;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A size as it was typed into a setting. Pure.
 *
 * @param bytes empty where it is left to the program
 * @param problem why it can't be used, in one sentence; empty where it can
 */
public record SizeSetting(OptionalLong bytes, String problem) {
    /** {@code name} is how a sentence calls it. */
    public static SizeSetting parse(String typed, String name, long leastBytes) {
        if (typed.isBlank()) {
            return new SizeSetting(OptionalLong.empty(), "");
        }
        try {
            long bytes = SizeText.parse(Numbers.typed(typed));
            return bytes >= leastBytes
                    ? new SizeSetting(OptionalLong.of(bytes), "")
                    : wrong("options.size.least", name, SizeText.formatBinary(leastBytes));
        } catch (IllegalArgumentException problem) {
            return wrong(
                    "options.size.problem",
                    name,
                    EngineWords.of(String.valueOf(problem.getMessage())));
        }
    }

    private static SizeSetting wrong(String key, String name, String what) {
        return new SizeSetting(OptionalLong.empty(), Texts.format(key, name, what));
    }

    /** As it can be typed again: {@code 64M}. */
    public static String text(OptionalLong bytes) {
        if (bytes.isEmpty()) {
            return "";
        }
        long value = bytes.getAsLong();
        return Optional.of(value)
                .filter(v -> v % (1 << 20) == 0)
                .map(v -> v / (1 << 20) + "M")
                .orElse(Long.toString(value));
    }
}
