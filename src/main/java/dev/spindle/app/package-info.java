/** Starts the program and wires it, by constructors. */
@NullMarked
package dev.spindle.app;

import org.jspecify.annotations.NullMarked;
