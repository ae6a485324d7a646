/** About the program: its version, and the licences of all that comes with it. */
@NullMarked
package dev.spindle.ui.about;

import org.jspecify.annotations.NullMarked;
