/** The badge that tells what the destination is and how it is doing, and its explanation. */
@NullMarked
package dev.spindle.ui.badge;

import org.jspecify.annotations.NullMarked;
