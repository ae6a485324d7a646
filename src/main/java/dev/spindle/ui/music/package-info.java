/** A disc with music: its tracks, what they are called, and how far they have come. */
@NullMarked
package dev.spindle.ui.music;

import org.jspecify.annotations.NullMarked;
