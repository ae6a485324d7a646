package dev.spindle.disc.toc;

import java.util.Locale;

/** A cue sheet for the raw sectors of a disc, as CDRWIN's manual has it. Pure. */
public final class CueText {
    private static final int FRAMES_PER_SECOND = 75;
    private static final int SECONDS_PER_MINUTE = 60;

    private CueText() {}

    /**
     * The sheet; times count from the first sector of the file.
     *
     * @param fileName of the sectors, beside the sheet
     */
    public static String of(DiscToc toc, String fileName) {
        var text = new StringBuilder();
        text.append("FILE \"").append(fileName.replace('"', '\'')).append("\" BINARY\n");
        int session = 0;
        boolean tellsSessions = toc.sessions() > 1;
        for (Track track : toc.tracks()) {
            if (tellsSessions && track.session() != session) {
                text.append(String.format(Locale.ROOT, "REM SESSION %02d%n", track.session()));
            }
            add(text, track, session == 0);
            session = track.session();
        }
        return text.toString();
    }

    private static void add(StringBuilder text, Track track, boolean isFirst) {
        text.append(String.format(Locale.ROOT, "  TRACK %02d %s%n", track.number(), type(track)));
        if (isFirst && track.startLba() > 0) {
            text.append(String.format(Locale.ROOT, "    INDEX 00 %s%n", time(0)));
        }
        text.append(String.format(Locale.ROOT, "    INDEX 01 %s%n", time(track.startLba())));
    }

    private static String type(Track track) {
        return switch (track.mode()) {
            case AUDIO -> "AUDIO";
            case DATA, MODE_1 -> "MODE1/2352";
            case MODE_2 -> "MODE2/2352";
        };
    }

    private static String time(long frames) {
        long seconds = frames / FRAMES_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                seconds / SECONDS_PER_MINUTE,
                seconds % SECONDS_PER_MINUTE,
                frames % FRAMES_PER_SECOND);
    }
}
