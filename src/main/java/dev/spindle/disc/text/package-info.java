/** Text as the structures of discs write it. Pure. */
@NullMarked
package dev.spindle.disc.text;

import org.jspecify.annotations.NullMarked;
