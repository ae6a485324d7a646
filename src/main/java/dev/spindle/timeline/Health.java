package dev.spindle.timeline;

/** How the destination is doing. */
public enum Health {
    HEALTHY,
    SLOW,
    DEGRADED,
    RECOVERING
}
