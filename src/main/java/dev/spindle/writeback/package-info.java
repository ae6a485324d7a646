/**
 * How bytes get from the writer to the device: the pipeline port, policies, chunk controllers, the
 * range ledger, and barriers. Declares the barrier listener that {@code rip} implements.
 */
@NullMarked
package dev.spindle.writeback;

import org.jspecify.annotations.NullMarked;
