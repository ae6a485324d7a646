/**
 * Reads a finished rip back past the page cache and compares it with the hashes that stand beside
 * it. One worker makes all file calls, so that a hung share holds up nobody who asks.
 */
@NullMarked
package dev.spindle.rip.verify;

import org.jspecify.annotations.NullMarked;
