/**
 * Where the time went: samples, stalls, the side each is billed to, and the verdict. Pure: it is
 * fed with ledger records and says what they mean.
 */
@NullMarked
package dev.spindle.timeline;

import org.jspecify.annotations.NullMarked;
