/** What a rip will make, and how long it may take, told before it begins. */
@NullMarked
package dev.spindle.ui.plan;

import org.jspecify.annotations.NullMarked;
