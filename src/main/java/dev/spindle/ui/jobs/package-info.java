/** All rips of the window: those under way, those that wait for their turn, and their verdicts. */
@NullMarked
package dev.spindle.ui.jobs;

import org.jspecify.annotations.NullMarked;
