/** The list of stalls. */
@NullMarked
package dev.spindle.ui.stalls;

import org.jspecify.annotations.NullMarked;
