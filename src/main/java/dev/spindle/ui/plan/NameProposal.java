package dev.spindle.ui.plan;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.NameFromLabel;
import dev.spindle.library.NameTemplate;
import dev.spindle.rip.BaseName;
import dev.spindle.rip.DriveReport;
import dev.spindle.ui.common.Texts;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The name that is proposed for an image. Pure.
 *
 * @param text the base name
 * @param isUsual whether the engine would choose it as well
 */
record NameProposal(String text, boolean isUsual) {
    static final NameProposal NONE = new NameProposal("", true);

    /** By the user's template; where that is empty, or leaves nothing, as the engine names it. */
    static NameProposal of(
            DriveReport report, DiscFacts disc, String template, InstantSource clock) {
        String label = disc.label().flatMap(NameFromLabel::of).orElse("");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        return NameTemplate.expand(
                        template, label, Texts.of("disc-kind", disc.kind(), "name"), today)
                .map(name -> new NameProposal(name, false))
                .orElseGet(() ->
                        new NameProposal(
                                BaseName.choose(Optional.empty(), disc, report.info(), clock),
                                true));
    }
}
