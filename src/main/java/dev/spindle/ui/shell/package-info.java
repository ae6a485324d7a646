/** The frame of the window: cards and entries at the left, the chosen page at the right. */
@NullMarked
package dev.spindle.ui.shell;

import org.jspecify.annotations.NullMarked;
