package dev.spindle.ui.badge;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Health;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

/**
 * What the badge says, and its explanation.
 *
 * @param family LOCAL, NFS, …; empty while unknown
 * @param why the reason that the engine gives, since when
 * @param stuck calls that hang in the kernel; empty where there are none
 */
public record BadgeSummary(
        String family,
        String health,
        Tone tone,
        String icon,
        String meaning,
        String why,
        String familyNote,
        String stuck,
        String advice) {
    public static BadgeSummary of(RipSnapshot now) {
        var family = now.destination().map(FileSystemKind::family);
        Health health = now.sample().health();
        return new BadgeSummary(
                family.map(f -> Texts.of("family", f, "name")).orElse(""),
                Texts.of("health", health, "name"),
                tone(health),
                icon(health),
                Texts.of("health", health, "meaning"),
                now.healthReason(),
                family.map(f -> Texts.of("family", f, "note")).orElse(""),
                now.stuckCalls() > 0
                        ? Texts.format("badge.stuck.text", Integer.toString(now.stuckCalls()))
                        : "",
                Texts.of("health", health, "advice"));
    }

    private static Tone tone(Health health) {
        return switch (health) {
            case HEALTHY -> Tone.SUCCESS;
            case SLOW, RECOVERING -> Tone.WARNING;
            case DEGRADED -> Tone.DANGER;
        };
    }

    private static String icon(Health health) {
        return switch (health) {
            case HEALTHY -> "fth-check";
            case SLOW -> "fth-clock";
            case DEGRADED -> "fth-alert-triangle";
            case RECOVERING -> "fth-refresh-cw";
        };
    }
}
