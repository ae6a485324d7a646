package dev.spindle.ui.destination;

import dev.spindle.rip.DestinationReport;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

/**
 * A destination folder in words.
 *
 * @param family what the badge reads
 * @param limit largest file it can hold
 * @param tone DANGER where a rip there can't succeed
 * @param notice what the user should know before a rip; may be empty
 */
public record DestinationSummary(
        String fileSystem, String family, String free, String limit, Tone tone, String notice) {
    /** The facts, judged for an image of {@code neededBytes}, 0 where that is not known. */
    public static DestinationSummary of(DestinationReport report, long neededBytes) {
        Tone tone = Tone.NEUTRAL;
        String notice = report.exists() ? "" : Texts.get("destination.notice.new");
        if (!report.writable()) {
            tone = Tone.DANGER;
            notice = Texts.get("destination.notice.read-only");
        } else if (neededBytes > report.maxFileBytes()) {
            tone = Tone.DANGER;
            notice =
                    Texts.format(
                            "destination.notice.limit",
                            EngineWords.of(report.kind().name()),
                            Numbers.size(report.maxFileBytes()),
                            Numbers.size(neededBytes));
        } else if (neededBytes > report.freeBytes()) {
            // No refusal: a part of the image may lie there already. The engine knows, and says.
            tone = Tone.WARNING;
            notice =
                    Texts.format(
                            "destination.notice.full",
                            Numbers.size(report.freeBytes()),
                            Numbers.size(neededBytes));
        }
        return new DestinationSummary(
                EngineWords.of(report.kind().name()),
                Texts.of("family", report.kind().family(), "name"),
                Numbers.size(report.freeBytes()),
                report.maxFileBytes() == Long.MAX_VALUE
                        ? Texts.get("destination.limit.none")
                        : Numbers.size(report.maxFileBytes()),
                tone,
                notice);
    }
}
