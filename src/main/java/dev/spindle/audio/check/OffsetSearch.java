package dev.spindle.audio.check;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * By how many samples a rip lies beside what other people have: the frame whose checksum they gave
 * is looked for around its place (AccurateRip's frame 450; CUETools AccurateRip.cs, CRC450). Fed
 * track by track. Not safe for threads.
 */
public final class OffsetSearch {
    /** No drive on AccurateRip's list is further off, and five frames are what it leaves out. */
    public static final int MOST = 5 * AccurateRipSum.FRAME;

    /** The first sample that a track is asked for, counted from its start. */
    public static final long FIRST_SAMPLE = 450L * AccurateRipSum.FRAME - MOST;

    /** How many samples it is asked for. */
    public static final int SAMPLES = AccurateRipSum.FRAME + 2 * MOST;

    private static final long WORD = 0xFFFF_FFFFL;

    private final Map<Integer, Integer> tracksByOffset = new HashMap<>();
    private int asked;

    /**
     * Takes a track.
     *
     * @param words {@value #SAMPLES} samples as little-endian words, from {@link #FIRST_SAMPLE} on
     * @param known checksums of the frame that other people have
     */
    public void add(int[] words, Set<Long> known) {
        asked++;
        for (int offset = -MOST; offset <= MOST; offset++) {
            if (known.contains(sum(words, MOST + offset))) {
                tracksByOffset.merge(offset, 1, Integer::sum);
            }
        }
    }

    private static long sum(int[] words, int from) {
        long sum = 0;
        for (int i = 0; i < AccurateRipSum.FRAME; i++) {
            sum += (i + 1) * (words[from + i] & WORD);
        }
        return sum & WORD;
    }

    /**
     * The offset that most tracks agree on, where it is more than half of them: samples to add to
     * the place that is read. Silence fits everywhere, and so nowhere.
     */
    public OptionalInt found() {
        var best =
                tracksByOffset.entrySet().stream()
                        .filter(entry -> 2 * entry.getValue() > asked)
                        .toList();
        return best.size() == 1 ? OptionalInt.of(best.getFirst().getKey()) : OptionalInt.empty();
    }
}
