/** The names by which databases know an audio CD, from its table of contents. Pure. */
@NullMarked
package dev.spindle.audio.id;

import org.jspecify.annotations.NullMarked;
