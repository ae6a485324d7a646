/** One file for each track: what is in it, what it is called, and how it is written and checked. */
@NullMarked
package dev.spindle.audio.track;

import org.jspecify.annotations.NullMarked;
