/**
 * Drives that are played by an image file, a block device or a computed disc, well or as a script
 * of faults says.
 *
 * <p>All time that a script lets pass goes through gates, so it is virtual where the clock is.
 */
@NullMarked
package dev.spindle.drive.image;

import org.jspecify.annotations.NullMarked;
