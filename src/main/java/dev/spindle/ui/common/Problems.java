package dev.spindle.ui.common;

import java.io.IOException;

/** Makes a sentence for the user out of what a call to the engine threw. */
public final class Problems {
    private Problems() {}

    /** What an IOException says is meant for the user; anything else is a fault of our own. */
    public static String sentence(Exception problem) {
        String message = problem.getMessage();
        return problem instanceof IOException && message != null && !message.isBlank()
                ? EngineWords.of(message)
                : Texts.format("common.problem.internal", problem.toString());
    }
}
