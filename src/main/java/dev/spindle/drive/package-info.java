/**
 * A source of sectors: the port, what a read can bring, and fault scripts. Real drives and image
 * files that play one lie below.
 */
@NullMarked
package dev.spindle.drive;

import org.jspecify.annotations.NullMarked;
