package dev.spindle.ui.badge;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Health;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.util.Optional;

/**
 * What the badge says, and its explanation.
 *
 * @param family LOCAL, NFS, …; empty while unknown
 * @param why the reason that the engine gives; empty where there is nothing to tell
 * @param since when it became so; empty where it always was
 * @param effect what the rip does differently now
 * @param writeback how bytes go to the disk; empty until the file is open
 * @param stuck whether calls hang in the kernel, and how many
 */
public record BadgeSummary(
        String family,
        String health,
        Tone tone,
        String icon,
        String meaning,
        String why,
        String since,
        String effect,
        String familyNote,
        Optional<WritebackSummary> writeback,
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
                asSentence(EngineWords.of(now.healthReason())),
                now.healthSinceSeconds() > 0
                        ? Texts.format("badge.since.text", Numbers.clock(now.healthSinceSeconds()))
                        : "",
                Texts.of("health", health, "effect"),
                now.destination().map(BadgeSummary::familyNote).orElse(""),
                now.writeback().map(WritebackSummary::of),
                now.stuckCalls() > 0
                        ? Texts.format("badge.stuck.text", Integer.toString(now.stuckCalls()))
                        : Texts.get("badge.stuck.none"),
                Texts.of("health", health, "advice"));
    }

    /** The engine gives a reason as a part of a sentence; here it stands alone. */
    static String asSentence(String reason) {
        if (reason.isEmpty()) {
            return "";
        }
        int second = reason.offsetByCodePoints(0, 1);
        return reason.substring(0, second).toUpperCase(Texts.locale())
                + reason.substring(second)
                + (reason.endsWith(".") ? "" : ".");
    }

    private static String familyNote(FileSystemKind kind) {
        return Texts.format(
                "badge.family.line",
                EngineWords.of(kind.name()),
                Texts.of("family", kind.family(), "note"));
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
