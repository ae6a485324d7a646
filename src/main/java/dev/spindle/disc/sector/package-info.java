/** Sectors of 2048 bytes, the port they come from, and the bounds on reading them. Pure. */
@NullMarked
package dev.spindle.disc.sector;

import org.jspecify.annotations.NullMarked;
