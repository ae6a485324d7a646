package dev.spindle.ui.probe;

import dev.spindle.probe.ProbeRequest;
import dev.spindle.probe.ProbeRun;

/** Starts destination tests; safe for all threads. */
@FunctionalInterface
public interface Prober {
    /** Starts one and returns at once. */
    ProbeRun start(ProbeRequest request);
}
