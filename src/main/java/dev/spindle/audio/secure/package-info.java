/**
 * Reading music until two readings agree: a CD of music has no error correction that a program
 * sees, so a sector counts as read when it was given twice alike. Pure over ports.
 */
@NullMarked
package dev.spindle.audio.secure;

import org.jspecify.annotations.NullMarked;
