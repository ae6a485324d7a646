package dev.spindle.ui.common;

import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** All that the engine says, in one other language. */
final class EnginePhrases {
    private static final String NAME = "dev.spindle.ui.engine";

    /** Phrases that a disc may be called as well: they never stand within another one. */
    private static final String WORDS = "word.";

    /** More than the stalls that a list shows, and the notices of a few rips. */
    private static final int MOST_REMEMBERED = 500;

    private final Locale locale;
    private final char decimalSign;
    private final List<EnginePhrase> words = new ArrayList<>();
    private final List<EnginePhrase> phrases = new ArrayList<>();
    private final Map<String, EngineReading> remembered = new ConcurrentHashMap<>();

    EnginePhrases(Locale locale) {
        this.locale = locale;
        this.decimalSign = DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
        var english = bundle(Locale.ROOT);
        var translated = bundle(locale);
        for (String key : english.keySet()) {
            var phrase = new EnginePhrase(english.getString(key), translated.getString(key));
            (key.startsWith(WORDS) ? words : phrases).add(phrase);
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(NAME, locale, Texts.NO_FALLBACK);
    }

    boolean areIn(Locale wanted) {
        return locale.equals(wanted);
    }

    /** Reads a text. What was read lately is remembered: the window asks ten times a second. */
    EngineReading read(String text) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        return remembered.computeIfAbsent(text, this::readAnew);
    }

    private EngineReading readAnew(String text) {
        return new EngineReader(text, words, decimalSign)
                .alone()
                .orElseGet(() -> new EngineReader(text, phrases, decimalSign).sentences());
    }
}
