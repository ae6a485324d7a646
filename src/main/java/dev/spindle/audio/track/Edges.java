package dev.spindle.audio.track;

import java.nio.ByteBuffer;

/**
 * Samples beyond the music, which a read offset asks for: some from behind its end, or some from
 * before its start. What is not known is silence. Immutable.
 */
public final class Edges {
    /** Nothing is known. */
    public static final Edges NONE = new Edges(new byte[0], new byte[0]);

    private final byte[] before;
    private final byte[] behind;

    /**
     * Whole samples.
     *
     * @param before the last of them is the one before the music's first
     * @param behind the first of them is the one behind the music's last
     */
    public Edges(byte[] before, byte[] behind) {
        this.before = before.clone();
        this.behind = behind.clone();
    }

    public boolean isThere() {
        return before.length + behind.length > 0;
    }

    /**
     * Puts samples from before the music.
     *
     * @param distance how many before its first one they begin
     * @return how many were put, at most up to the music
     */
    long before(ByteBuffer into, long distance, long wanted) {
        long count = Math.min(wanted, distance);
        for (long i = 0; i < count; i++) {
            put(into, before, before.length - (distance - i) * Samples.BYTES);
        }
        return count;
    }

    /**
     * Puts samples from behind the music.
     *
     * @param distance how many behind its last one they begin
     * @return how many were put: all
     */
    long behind(ByteBuffer into, long distance, long wanted) {
        for (long i = 0; i < wanted; i++) {
            put(into, behind, (distance + i) * Samples.BYTES);
        }
        return wanted;
    }

    private static void put(ByteBuffer into, byte[] from, long at) {
        if (at < 0 || at + Samples.BYTES > from.length) {
            into.putInt(0);
        } else {
            into.put(from, (int) at, Samples.BYTES);
        }
    }
}
