package dev.spindle.rip;

import dev.spindle.rip.record.RipRecord;

/**
 * What a rip has written about itself.
 *
 * @param file absolute path of {@code NAME.rip.json}
 */
public record SavedRecord(String file, RipRecord record) {}
