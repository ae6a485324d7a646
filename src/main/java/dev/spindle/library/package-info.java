/**
 * What Spindle remembers between starts: the catalogue of rips and the user's settings. Small files
 * in the XDG folders, each replaced whole, so that two running programs and a power cut leave each
 * of them old or new. Where there is no writable home, nothing is remembered and a rip works all
 * the same.
 */
@NullMarked
package dev.spindle.library;

import org.jspecify.annotations.NullMarked;
