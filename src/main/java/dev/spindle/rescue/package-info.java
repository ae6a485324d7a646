/** The rescue map, its text form, and the passes over it. Pure. */
@NullMarked
package dev.spindle.rescue;

import org.jspecify.annotations.NullMarked;
