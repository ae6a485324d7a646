package dev.spindle.ui.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one text. Of several ways to read it the one counts that explains the most. */
final class EngineReader {
    private static final Pattern NUMBER =
            Pattern.compile("\\d+(?:[.:]\\d+)?(?: [A-Za-z]{1,3}(?:/s)?)?");

    private final String text;
    private final List<EnginePhrase> phrases;
    private final char decimalSign;

    /** What occurs in several ways to read the text is read once. */
    private final Map<String, Optional<EngineReading>> seen = new HashMap<>();

    EngineReader(String text, List<EnginePhrase> phrases, char decimalSign) {
        this.text = text;
        // A handful of hundreds: all that follows asks only these.
        this.phrases = phrases.stream().filter(phrase -> phrase.mayBeIn(text)).toList();
        this.decimalSign = decimalSign;
    }

    /** As phrases that follow each other; what is none of them stays. */
    EngineReading sentences() {
        return pieces(EnginePieces.of(text, EnginePieces.SENTENCES));
    }

    /** As one phrase. */
    Optional<EngineReading> alone() {
        return alone(text);
    }

    private Optional<EngineReading> alone(String part) {
        return least(
                phrases.stream()
                        .flatMap(phrase ->
                                phrase.insertsOf(part).stream()
                                        .map(inserts -> reading(phrase, inserts)))
                        .toList());
    }

    /** From the end: the best reading of all that begins at a piece. */
    private EngineReading pieces(EnginePieces pieces) {
        var best = new ArrayList<EngineReading>();
        for (int first = pieces.last(); first >= 0; first--) {
            best.addFirst(from(first, pieces, best));
        }
        return best.getFirst();
    }

    private EngineReading from(int first, EnginePieces pieces, List<EngineReading> behind) {
        var readings = new ArrayList<EngineReading>();
        for (int last = pieces.last(); last >= first; last--) {
            String span = pieces.span(first, last);
            var head = phrase(span);
            if (head.isEmpty() && last == first) {
                head = Optional.of(EngineReading.unknown(span));
            }
            if (head.isPresent()) {
                readings.add(
                        last == pieces.last()
                                ? head.get()
                                : head.get().then(pieces.behind(last), behind.get(last - first)));
            }
        }
        return least(readings).orElseThrow();
    }

    private Optional<EngineReading> phrase(String part) {
        var known = seen.get(part);
        if (known == null) {
            known = withOrWithoutStop(part);
            seen.put(part, known);
        }
        return known;
    }

    /** A cause gets a full stop where it is told by itself. */
    private Optional<EngineReading> withOrWithoutStop(String part) {
        var readings = new ArrayList<EngineReading>();
        alone(part).ifPresent(readings::add);
        if (part.endsWith(".")) {
            alone(part.substring(0, part.length() - 1))
                    .ifPresent(reading -> readings.add(reading.then(".")));
        }
        return least(readings);
    }

    private EngineReading reading(EnginePhrase phrase, List<String> inserts) {
        var read = new ArrayList<EngineReading>();
        for (String insert : inserts) {
            boolean isName = phrase.isName(read.size());
            read.add(isName ? EngineReading.name(insert) : insert(insert));
        }
        return new EngineReading(
                phrase.with(read.stream().map(EngineReading::text).toList()),
                read.stream().mapToInt(EngineReading::strangeness).sum(),
                true);
    }

    /** A number, or phrases themselves; else a name, and names are left alone. */
    private EngineReading insert(String part) {
        if (NUMBER.matcher(part).matches()) {
            return new EngineReading(part.replace('.', decimalSign), 0, true);
        }
        var reading = pieces(EnginePieces.of(part, EnginePieces.LIST));
        return reading.isKnown() ? reading : EngineReading.name(part);
    }

    private static Optional<EngineReading> least(List<EngineReading> readings) {
        return readings.stream().min(Comparator.comparingInt(EngineReading::strangeness));
    }
}
