package dev.spindle.rip.record;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was done for damaged places, and what they cost the user.
 *
 * @param means what each means of reading did, by its name, in the order in which they were tried
 * @param badSectorsByFile missing sectors of each file that has any, by its path on the disc
 */
public record RescueRecord(Map<String, Means> means, Map<String, Long> badSectorsByFile) {
    /** Of a rip that read nothing. */
    public static final RescueRecord NOTHING = new RescueRecord(Map.of(), Map.of());

    /**
     * What one means did.
     *
     * @param reads commands
     * @param failed how many of them failed
     * @param sectors that were not there before
     */
    public record Means(long reads, long failed, long sectors) {}

    public RescueRecord {
        means = new LinkedHashMap<>(means);
        badSectorsByFile = new LinkedHashMap<>(badSectorsByFile);
    }
}
