/** The list at the left: a card for each drive, the demo disc and each opened image. */
@NullMarked
package dev.spindle.ui.drives;

import org.jspecify.annotations.NullMarked;
