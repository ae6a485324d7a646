/** ISO 9660 (ECMA-119) with Joliet and Rock Ridge. Pure, over the sector reader. */
@NullMarked
package dev.spindle.disc.iso;

import org.jspecify.annotations.NullMarked;
