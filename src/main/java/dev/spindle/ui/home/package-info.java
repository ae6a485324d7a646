/** The frame: which part is shown when, the one primary button, and closing. */
@NullMarked
package dev.spindle.ui.home;

import org.jspecify.annotations.NullMarked;
