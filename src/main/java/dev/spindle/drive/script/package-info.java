/**
 * The language in which a drive's faults are written, and its reader. Pure: what a statement does
 * to a read is up to {@code drive.image}.
 */
@NullMarked
package dev.spindle.drive.script;

import org.jspecify.annotations.NullMarked;
