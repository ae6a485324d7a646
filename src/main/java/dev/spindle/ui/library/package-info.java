/** The library: every rip that was ever begun, each with its charts as they were. */
@NullMarked
package dev.spindle.ui.library;

import org.jspecify.annotations.NullMarked;
