/** The rip that the window shows: its snapshot, and the task that stands for it. */
@NullMarked
package dev.spindle.ui.rip;

import org.jspecify.annotations.NullMarked;
