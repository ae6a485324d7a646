package dev.spindle.ui.badge;

import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.writeback.PolicyStatus;

/**
 * How bytes go to the disk, for people.
 *
 * @param reason why by this mechanism; empty where there is nothing to tell
 */
public record WritebackSummary(String how, String reason, String chunk, String budget) {
    private static final String NONE = "–";

    static WritebackSummary of(PolicyStatus now) {
        return new WritebackSummary(
                Texts.format(
                        "badge.writeback.value",
                        EngineWords.of(now.policy()),
                        EngineWords.of(now.mechanism())),
                EngineWords.of(now.reason()),
                now.chunkBytes() > 0 ? Numbers.chunk(now.chunkBytes()) : NONE,
                now.budgetBytes() > 0
                        ? Numbers.chunk(now.budgetBytes())
                        : Texts.get("badge.budget.none"));
    }
}
