/** The charts of a rip on one time axis, drawn on canvases. */
@NullMarked
package dev.spindle.ui.charts;

import org.jspecify.annotations.NullMarked;
