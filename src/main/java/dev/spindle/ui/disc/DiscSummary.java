package dev.spindle.ui.disc;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.util.ArrayList;
import java.util.OptionalLong;

/**
 * A disc in words.
 *
 * @param identity its first digits, enough to tell discs apart at a glance
 * @param sizes what drive and file systems say the size is, in one line
 * @param check what comparing those brought
 * @param protection a notice; empty where none is known
 */
public record DiscSummary(
        String kind,
        String label,
        String size,
        String identity,
        String fullIdentity,
        String sizes,
        Tone checkTone,
        String check,
        String protection) {
    private static final int SHORT_IDENTITY_DIGITS = 12;

    public static DiscSummary of(DiscFacts disc) {
        String identity = disc.identity();
        return new DiscSummary(
                Texts.of("disc-kind", disc.kind(), "name"),
                disc.label().filter(s -> !s.isBlank()).orElse(Texts.get("disc.label.none")),
                Numbers.exactSize(disc.bytes()),
                identity.substring(0, Math.min(SHORT_IDENTITY_DIGITS, identity.length())),
                identity,
                sizes(disc.sizes()),
                tone(disc.sizes()),
                check(disc.sizes()),
                disc.protection().map(p -> Texts.format("disc.protection.notice", p)).orElse(""));
    }

    private static String sizes(DiscSizes sizes) {
        var parts = new ArrayList<String>();
        parts.add(Texts.format("disc.sizes.capacity", Numbers.size(sizes.capacityBytes())));
        parts.add(Texts.format("disc.sizes.iso", orNone(sizes.isoBytes())));
        parts.add(Texts.format("disc.sizes.udf", orNone(sizes.udfBytes())));
        return String.join("  ·  ", parts);
    }

    private static String orNone(OptionalLong bytes) {
        return bytes.isPresent() ? Numbers.size(bytes.getAsLong()) : Texts.get("disc.sizes.absent");
    }

    private static Tone tone(DiscSizes sizes) {
        if (sizes.isTruncated()) {
            return Tone.WARNING;
        }
        return sizes.claimedBytes() == 0 ? Tone.NEUTRAL : Tone.SUCCESS;
    }

    private static String check(DiscSizes sizes) {
        if (sizes.isTruncated()) {
            long missing = sizes.claimedBytes() - sizes.capacityBytes();
            return Texts.format("disc.check.truncated", Numbers.size(missing));
        }
        return Texts.get(sizes.claimedBytes() == 0 ? "disc.check.unknown" : "disc.check.good");
    }
}
