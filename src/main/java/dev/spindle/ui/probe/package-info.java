/** The destination test: how well a folder takes a stream. */
@NullMarked
package dev.spindle.ui.probe;

import org.jspecify.annotations.NullMarked;
