package dev.spindle.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One thing that the engine says: how it is recognised, and what it is in another language. */
final class EnginePhrase {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Pattern pattern;
    private final String landmark;
    private final String translation;
    private final List<String> literals;

    /**
     * A phrase.
     *
     * @param english with {@code {0}}, {@code {1}} in this order, each for anything
     * @param translation with the same, in any order
     */
    EnginePhrase(String english, String translation) {
        this.literals = List.of(PLACE.split(english, -1));
        // Greedy: names come first and may hold anything, what follows them has a known form.
        this.pattern =
                Pattern.compile(
                        String.join("(.+)", literals.stream().map(EnginePhrase::quoted).toList()),
                        Pattern.DOTALL);
        this.landmark = literals.stream().reduce("", (a, b) -> b.length() > a.length() ? b : a);
        this.translation = translation;
    }

    private static String quoted(String literal) {
        return literal.isEmpty() ? "" : Pattern.quote(literal);
    }

    /** Whether quotes say that what is inserted there is a name, which is never translated. */
    boolean isName(int insert) {
        return literals.get(insert).endsWith("'") && literals.get(insert + 1).startsWith("'");
    }

    /** Whether a text has the longest piece of it that is always the same. */
    boolean mayBeIn(String text) {
        return text.contains(landmark);
    }

    /** What stands at its placeholders, where all of the text is this phrase. */
    Optional<List<String>> insertsOf(String text) {
        if (!mayBeIn(text)) {
            return Optional.empty();
        }
        var match = pattern.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var inserts = new ArrayList<String>();
        for (int group = 1; group <= match.groupCount(); group++) {
            inserts.add(match.group(group));
        }
        return Optional.of(inserts);
    }

    /** In the other language. */
    String with(List<String> inserts) {
        return PLACE.matcher(translation)
                .replaceAll(place ->
                        Matcher.quoteReplacement(inserts.get(Integer.parseInt(place.group(1)))));
    }
}
