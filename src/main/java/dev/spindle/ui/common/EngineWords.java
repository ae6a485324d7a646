package dev.spindle.ui.common;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What the engine says, in the language of the texts. The engine speaks English, to the command
 * line and to its records; here its sentences are recognised by the phrases that it makes them of,
 * and told anew. Names, paths and codes within them stay as they are, and so does a sentence that
 * is not known. For any thread.
 */
public final class EngineWords {
    private static volatile @Nullable EnginePhrases latest;

    private EngineWords() {}

    /** The sentence, or the several that follow each other, in the language of the texts. */
    public static String of(String sentence) {
        return isAsItShouldBe(sentence) ? sentence : phrases().read(sentence).text();
    }

    /** Whether the language of the texts has words for all of it. */
    public static boolean knows(String sentence) {
        return isAsItShouldBe(sentence) || phrases().read(sentence).isKnown();
    }

    private static boolean isAsItShouldBe(String sentence) {
        return sentence.isEmpty() || Texts.locale().equals(Locale.ENGLISH);
    }

    private static EnginePhrases phrases() {
        Locale locale = Texts.locale();
        var phrases = latest;
        if (phrases == null || !phrases.areIn(locale)) {
            phrases = new EnginePhrases(locale);
            latest = phrases;
        }
        return phrases;
    }
}
