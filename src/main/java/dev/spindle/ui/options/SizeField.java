package dev.spindle.ui.options;

import dev.spindle.ui.settings.SizeSetting;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;

import java.util.OptionalLong;

/** A size that may be left to the program: what was typed, and what is wrong with it. */
public final class SizeField {
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableBooleanValue isUsed;
    private final long leastBytes;
    private final String name;
    private final StringBinding problem;

    /**
     * A field that nothing is typed into.
     *
     * @param name as sentences about it call it
     * @param isUsed whether it has a meaning now; where it has none, nothing is wrong with it
     */
    SizeField(String name, long leastBytes, ObservableBooleanValue isUsed) {
        this.name = name;
        this.leastBytes = leastBytes;
        this.isUsed = isUsed;
        this.problem = Bindings.createStringBinding(this::findProblem, typed, isUsed);
    }

    /** As typed: {@code 32M}; blank leaves it to the program. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** Why it can't be used, in one sentence; empty where it can. */
    public StringBinding problemProperty() {
        return problem;
    }

    /** Empty where it is left to the program, has no meaning, or can't be used. */
    OptionalLong bytes() {
        return isSaid() ? parsed().bytes() : OptionalLong.empty();
    }

    boolean isSaid() {
        return isUsed.get() && !typed.get().isBlank();
    }

    private String findProblem() {
        return isSaid() ? parsed().problem() : "";
    }

    private SizeSetting parsed() {
        return SizeSetting.parse(typed.get(), name, leastBytes);
    }
}
