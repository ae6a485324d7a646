/**
 * Half-open byte ranges, sets of them, and amounts (sizes, rates, durations) as people write them.
 *
 * <p>Pure: no clock, no files, no threads. May use nothing of ours.
 */
@NullMarked
package dev.spindle.range;

import org.jspecify.annotations.NullMarked;
