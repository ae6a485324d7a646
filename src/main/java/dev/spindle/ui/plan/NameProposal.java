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

    /**
     * By the user's template; where that is empty, or leaves nothing, as the engine names it.
     *
     * @param words of an album, which stand in place of the disc's label
     */
    static NameProposal of(
            DriveReport report,
            DiscFacts disc,
            Optional<String> words,
            String template,
            InstantSource clock) {
        String label = words.or(disc::label).flatMap(NameFromLabel::of).orElse("");
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        return NameTemplate.expand(
                        template, label, Texts.of("disc-kind", disc.kind(), "name"), today)
                .map(name -> new NameProposal(name, false))
                .or(() -> words.flatMap(NameFromLabel::of).map(NameProposal::notUsual))
                .orElseGet(() ->
                        new NameProposal(
                                BaseName.choose(Optional.empty(), disc, report.info(), clock),
                                true));
    }

    private static NameProposal notUsual(String name) {
        return new NameProposal(name, false);
    }
}
