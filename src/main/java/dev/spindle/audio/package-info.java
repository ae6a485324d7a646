/**
 * Music: from the raw sectors of an audio CD to one file for each track. What it knows of the disc
 * comes from the sheet of tracks beside the sectors, so that it needs no drive.
 */
@NullMarked
package dev.spindle.audio;

import org.jspecify.annotations.NullMarked;
