package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.rip.files.SpotCheck;
import dev.spindle.rip.staging.StagedImage;

import java.time.InstantSource;
import java.util.Optional;

/**
 * What the bytes come from.
 *
 * @param drive open, and its length known
 * @param staged the image that plays the drive, where one is moved on
 */
record Origin(HeldDrive drive, DiscFacts disc, Optional<StagedImage> staged) {
    /** What of a claim this can be compared with: a hole of a staged image is no content. */
    SpotCheck.Claim comparable(SpotCheck.Claim claim) {
        return staged.map(image ->
                        new SpotCheck.Claim(
                                claim.path(),
                                claim.finished().intersection(image.finished()),
                                claim.isForeign()))
                .orElse(claim);
    }

    /** What the files are called unless that is taken: a moved image as where it comes from. */
    String baseName(Optional<String> wanted, InstantSource clock) {
        return wanted.or(() -> staged.map(image -> image.files().name()))
                .orElseGet(() -> BaseName.choose(wanted, disc, drive.info(), clock));
    }
}
