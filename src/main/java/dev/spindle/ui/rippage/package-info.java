/** The page of one rip: it puts progress, verdict, charts, map and stalls together. */
@NullMarked
package dev.spindle.ui.rippage;

import org.jspecify.annotations.NullMarked;
