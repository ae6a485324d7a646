/**
 * The stream of a rip: the ring of buffers and the loops of reader, writer and hasher, each run on
 * the thread of its role.
 */
@NullMarked
package dev.spindle.rip.stream;

import org.jspecify.annotations.NullMarked;
