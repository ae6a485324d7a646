/** What can be done when a rip has ended: files that were hit, trying again, checking, saving. */
@NullMarked
package dev.spindle.ui.aftercare;

import org.jspecify.annotations.NullMarked;
