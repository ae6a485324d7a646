/**
 * The destination test: writes a paced stream into a folder twice, through the pipeline and
 * plainly, and tells what a rip would find there.
 */
@NullMarked
package dev.spindle.probe;

import org.jspecify.annotations.NullMarked;
