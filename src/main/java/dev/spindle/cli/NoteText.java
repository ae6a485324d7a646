package dev.spindle.cli;

import dev.spindle.disc.DiscNote;

/** What sizes and sessions mean for a rip, in words. Pure. */
final class NoteText {
    private NoteText() {}

    static String of(DiscNote note) {
        long n = note.sectors();
        return switch (note.topic()) {
            case AGREES -> "the file system ends where the disc ends";
            case PADDING ->
                    "the file system ends "
                            + sectors(n)
                            + " before the disc does; Spindle rips them too";
            case RUN_OUT ->
                    "the file system ends "
                            + sectors(n)
                            + " before the disc does, as behind a track written at once:"
                            + " if they can't be read, that is run-out and no damage";
            case TRUNCATED ->
                    "its file system says that there should be "
                            + sectors(n)
                            + " more; Spindle rips what there is and calls it incomplete";
            case CONTRADICTION ->
                    "the file system tells two sizes; Spindle uses the drive's capacity";
            case UNKNOWN ->
                    "no file system says how large it should be; Spindle uses the drive's"
                            + " capacity";
            case TOC_DIFFERS ->
                    "the table of contents and the drive's capacity are "
                            + sectors(n)
                            + " apart; Spindle uses the capacity";
            case BLANK -> "the disc is blank; there is nothing to rip";
            case APPENDABLE ->
                    "the disc is not closed; Spindle rips what is written so far, and more may be"
                            + " added later";
            case SESSIONS ->
                    "the disc has "
                            + n
                            + " sessions; the image holds all, the files are the last"
                            + " one's";
            case MODE_2 ->
                    "data in Mode 2 (CD-ROM XA); Spindle rips whole sectors, 2352 bytes each, to a"
                            + " .bin with a .cue";
            case MIXED ->
                    "data and audio; Spindle rips whole sectors, 2352 bytes each, to a .bin with a"
                            + " .cue";
            case AUDIO_ONLY ->
                    "audio tracks; Spindle rips them as the drive gives them, 2352 bytes a sector,"
                            + " to a .bin with a .cue";
        };
    }

    private static String sectors(long count) {
        return count == 1 ? "1 sector" : count + " sectors";
    }
}
