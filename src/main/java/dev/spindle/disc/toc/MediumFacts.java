package dev.spindle.disc.toc;

import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumMusic;

import java.util.Optional;

/**
 * What a drive tells of the medium, beside its sectors. An image file tells nothing.
 *
 * @param protection name of the protection system that the drive reports (MMC, READ DISC STRUCTURE
 *     format 01h): "CSS", "CPRM", "AACS"
 * @param music what a CD with audio tracks tells of them
 */
public record MediumFacts(
        MediumFamily family,
        Optional<DiscToc> toc,
        Optional<DiscInformation> information,
        Optional<String> protection,
        Optional<MediumMusic> music) {
    /** Of an image, or where nobody asked. */
    public static final MediumFacts NONE =
            new MediumFacts(
                    MediumFamily.UNKNOWN,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** What a drive told. */
    public static MediumFacts of(Medium medium) {
        return new MediumFacts(
                medium.profile().isPresent()
                        ? MediumFamily.ofProfile(medium.profile().getAsInt())
                        : MediumFamily.UNKNOWN,
                medium.toc().map(DiscToc::of),
                medium.state()
                        .map(state ->
                                new DiscInformation(
                                        DiscInformation.status(state.statusBits()),
                                        state.isErasable(),
                                        state.sessions())),
                medium.isAacsCurrent()
                        ? Optional.of("AACS")
                        : protectionSystem(medium.protectionSystem().orElse(0)),
                medium.music());
    }

    public boolean isBlank() {
        return information.filter(i -> i.status() == DiscInformation.Status.BLANK).isPresent();
    }

    /**
     * The protection system by its number in the copyright information (MMC; Linux cdrom.c,
     * dvd_read_copyright). CSS and CPPM share one.
     */
    public static Optional<String> protectionSystem(int number) {
        return switch (number) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of("CSS");
            case 2 -> Optional.of("CPRM");
            case 0x10 -> Optional.of("AACS");
            default -> Optional.of("an unknown system");
        };
    }
}
