/**
 * What a rip leaves behind about itself, {@code NAME.rip.json}: its records, and how they are read
 * and written as text.
 *
 * <p>Pure, and below {@code rip}, which keeps the file: uses nothing of it.
 */
@NullMarked
package dev.spindle.rip.record;

import org.jspecify.annotations.NullMarked;
