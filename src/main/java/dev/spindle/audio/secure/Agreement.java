package dev.spindle.audio.secure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How often each sector was read alike. Not safe for threads. */
final class Agreement {
    private final Map<Long, long[]> seen = new HashMap<>();

    /**
     * Takes another reading of a sector.
     *
     * @return how many earlier ones gave the same
     */
    int add(long lba, byte[] content, int from) {
        long mark = SampleWords.fingerprint(content, from, SampleWords.SECTOR_BYTES);
        long[] before = seen.getOrDefault(lba, new long[0]);
        long[] now = Arrays.copyOf(before, before.length + 1);
        now[before.length] = mark;
        seen.put(lba, now);
        return (int) Arrays.stream(before).filter(earlier -> earlier == mark).count();
    }

    /** How many readings there are of a sector. */
    int readings(long lba) {
        return seen.getOrDefault(lba, new long[0]).length;
    }

    /** The sector is settled. */
    void forget(long lba) {
        seen.remove(lba);
    }
}
