/** The settings: what they are now, and how they are changed. */
@NullMarked
package dev.spindle.ui.settings;

import org.jspecify.annotations.NullMarked;
