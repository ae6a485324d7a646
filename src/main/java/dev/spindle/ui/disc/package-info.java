/** What is known of the chosen disc. */
@NullMarked
package dev.spindle.ui.disc;

import org.jspecify.annotations.NullMarked;
