package dev.spindle.ui.progress;

import dev.spindle.ui.common.Texts;
import dev.spindle.ui.rip.SpeedWish;

import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

/** The speeds as they are offered. */
final class SpeedNames extends StringConverter<SpeedWish> {
    @Override
    public String toString(@Nullable SpeedWish wish) {
        return wish == null ? "" : Texts.of("speed", wish, "name");
    }

    @Override
    public SpeedWish fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here: " + text);
    }
}
