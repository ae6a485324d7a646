/**
 * The files of a rip: their names, what an earlier start left, how they are written so that a crash
 * finds either the old or the new one, and the order in which a rip ends. All of it runs on the
 * syncer.
 */
@NullMarked
package dev.spindle.rip.files;

import org.jspecify.annotations.NullMarked;
