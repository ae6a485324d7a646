/** Readers of discs, fed with images that other programs made and that chance spoiled. */
@NullMarked
package dev.spindle.disc.fuzz;

import org.jspecify.annotations.NullMarked;
