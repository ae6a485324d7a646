package dev.spindle.rescue;

/**
 * What more reading is expected to cost and to bring: "another 12 min for perhaps 40 sectors".
 *
 * @param seconds of the drive's own time, until the plan comes to its end
 * @param sectors that will probably be read well by then, beside those that are finished
 */
public record Outlook(double seconds, double sectors) {}
