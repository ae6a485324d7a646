/** The texts that go with an album's tracks: cue sheet, playlist, log. Pure. */
@NullMarked
package dev.spindle.audio.album;

import org.jspecify.annotations.NullMarked;
