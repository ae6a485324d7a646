package dev.spindle.ui.common;

/**
 * What a text of the engine was read as.
 *
 * @param text in the other language, as far as it was understood
 * @param strangeness how much nothing explains, about in letters
 * @param isKnown whether all of it is phrases of the engine
 */
record EngineReading(String text, int strangeness, boolean isKnown) {
    /** A sentence that is not known is stranger than a name of its length. */
    private static final int UNKNOWN = 10;

    /** Stays as it is, and may do so: a phrase has a place for it. */
    static EngineReading name(String text) {
        return new EngineReading(text, text.length(), true);
    }

    /** Stays as it is, for want of a phrase. */
    static EngineReading unknown(String text) {
        return new EngineReading(text, text.length() + UNKNOWN, false);
    }

    EngineReading then(String between, EngineReading next) {
        return new EngineReading(
                text + between + next.text,
                strangeness + next.strangeness,
                isKnown && next.isKnown);
    }

    EngineReading then(String rest) {
        return new EngineReading(text + rest, strangeness, isKnown);
    }
}
