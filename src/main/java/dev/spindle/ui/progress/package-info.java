/** Phase, progress in two layers, rates and the cushion of a rip under way. */
@NullMarked
package dev.spindle.ui.progress;

import org.jspecify.annotations.NullMarked;
