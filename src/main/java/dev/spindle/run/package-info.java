/**
 * How Spindle runs: clock, deadlines, stop tokens, gates, role threads and their time ledgers.
 *
 * <p>All of it comes through one port, {@link dev.spindle.run.Concurrency}: really (locks,
 * conditions, daemon threads) or under the baton ({@code run.baton}), where one thread runs at a
 * time, a seed picks which, and time jumps to the next deadline. So the very engine that ships can
 * be simulated. No other package has threads, locks, queues, sleep or wait. May use nothing of ours
 * but {@code range}'s neighbours: none.
 */
@NullMarked
package dev.spindle.run;

import org.jspecify.annotations.NullMarked;
