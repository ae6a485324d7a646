/** The picture of the whole disc: what was read, what was not, and where the head is. */
@NullMarked
package dev.spindle.ui.discmap;

import org.jspecify.annotations.NullMarked;
