/** The verdict at the end of a rip. */
@NullMarked
package dev.spindle.ui.verdict;

import org.jspecify.annotations.NullMarked;
