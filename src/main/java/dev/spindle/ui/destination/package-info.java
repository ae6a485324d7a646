/** The destination folder and the facts of its file system. */
@NullMarked
package dev.spindle.ui.destination;

import org.jspecify.annotations.NullMarked;
