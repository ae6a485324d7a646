package dev.spindle.rip;

/** What is said of a disc at the start of its rip. Pure. */
final class DiscNotices {
    private DiscNotices() {}

    /**
     * No refusal: what a drive gives without authentication is ripped as it is.
     *
     * @param name of the protection, as the disc's structures show it
     */
    static String protection(String name) {
        return "This disc is protected with "
                + name
                + ": Spindle copies what the drive gives without a key, and what is encrypted"
                + " stays encrypted in the image.";
    }
}
