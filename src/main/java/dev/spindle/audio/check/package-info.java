/** Checksums of samples, by which other people's rips of the same disc can be compared. Pure. */
@NullMarked
package dev.spindle.audio.check;

import org.jspecify.annotations.NullMarked;
