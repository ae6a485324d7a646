package dev.spindle.rip;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.NameFromLabel;
import dev.spindle.drive.DriveInfo;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The base name of a rip's files: label, else the image's name, else date and drive. Pure. */
public final class BaseName {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm", Locale.ROOT);

    private BaseName() {}

    /** {@code wanted} by the user comes before all that disc and drive suggest. */
    public static String choose(
            Optional<String> wanted, DiscFacts disc, DriveInfo drive, InstantSource clock) {
        if (wanted.isPresent()) {
            return wanted.get();
        }
        String date = DATE.format(clock.instant().atZone(ZoneId.systemDefault()));
        var label = disc.label().filter(l -> !l.isBlank());
        var fromLabel = label.flatMap(NameFromLabel::of);
        if (fromLabel.isPresent()) {
            boolean generic = NameFromLabel.isGeneric(label.get());
            return generic ? fromLabel.get() + "-" + date : fromLabel.get();
        }
        return imageName(drive)
                .flatMap(NameFromLabel::of)
                .orElseGet(
                        () -> date + NameFromLabel.of(drive.model()).map(m -> "-" + m).orElse(""));
    }

    private static Optional<String> imageName(DriveInfo drive) {
        if (!drive.image()) {
            return Optional.empty();
        }
        String file = drive.address().substring(drive.address().lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return Optional.of(dot > 0 ? file.substring(0, dot) : file);
    }
}
