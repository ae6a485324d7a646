package dev.spindle.disc;

/**
 * Something about the sizes and sessions of a disc that the user should know, with what Spindle
 * does about it. The faces of the program put it into words.
 *
 * @param sectors the number that the sentence needs; 0 where it needs none
 */
public record DiscNote(Topic topic, long sectors) {
    /** What about. */
    public enum Topic {
        /** Capacity and file system agree. */
        AGREES(false),
        /** The file system ends so many sectors before the disc: all are ripped. */
        PADDING(false),
        /** The same on a CD, by just the sectors of run-out or post-gap: holes there are none. */
        RUN_OUT(false),
        /** The file system says that there should be so many sectors more. */
        TRUNCATED(true),
        /** The file system's size contradicts itself and is not used. */
        CONTRADICTION(true),
        /** Nothing says how large it should be. */
        UNKNOWN(false),
        /** The TOC's lead-out and the drive's capacity are so many sectors apart. */
        TOC_DIFFERS(true),
        BLANK(true),
        APPENDABLE(false),
        /** So many sessions. */
        SESSIONS(false),
        /** Data in Mode 2 (CD-ROM XA). */
        MODE_2(false),
        /** Audio and data. */
        MIXED(false),
        AUDIO_ONLY(true);

        private final boolean isWarning;

        Topic(boolean isWarning) {
            this.isWarning = isWarning;
        }

        /** Whether the image may not be what the user expects. */
        public boolean isWarning() {
            return isWarning;
        }
    }

    static DiscNote of(Topic topic) {
        return new DiscNote(topic, 0);
    }
}
