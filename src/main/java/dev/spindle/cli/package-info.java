/**
 * The command line: options in, progress on standard error, results on standard output. One of the
 * two faces of the engine, which it knows by {@code rip.RipService} alone.
 */
@NullMarked
package dev.spindle.cli;

import org.jspecify.annotations.NullMarked;
