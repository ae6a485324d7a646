/** Faults of the program itself: what is told of them, and what can be saved for a report. */
@NullMarked
package dev.spindle.ui.failure;

import org.jspecify.annotations.NullMarked;
