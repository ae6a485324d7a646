/**
 * The simulated {@link dev.spindle.run.Concurrency}: one baton, where the seed picks which thread
 * runs next and time jumps to the next deadline. Only tests and simulations use it.
 */
@NullMarked
package dev.spindle.run.baton;

import org.jspecify.annotations.NullMarked;
