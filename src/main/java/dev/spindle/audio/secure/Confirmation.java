package dev.spindle.audio.secure;

import dev.spindle.range.RangeSet;

import java.util.Optional;

/**
 * What a second reading said of the first.
 *
 * @param confirmed sectors that were read twice alike
 * @param mended those among them of which the first reading was another
 * @param doubtful sectors that came differently, and of which no two readings were alike
 * @param why they were not all read again, where the drive could not go on; empty where they were
 */
public record Confirmation(
        RangeSet confirmed, RangeSet mended, RangeSet doubtful, Optional<String> why) {
    /** Nothing was read again. */
    public static Confirmation none(String why) {
        return new Confirmation(new RangeSet(), new RangeSet(), new RangeSet(), Optional.of(why));
    }
}
