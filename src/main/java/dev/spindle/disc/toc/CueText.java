package dev.spindle.disc.toc;

import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.TrackMusic;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A cue sheet for the raw sectors of a disc, as CDRWIN's manual has it. Pure. */
public final class CueText {
    private static final int FRAMES_PER_SECOND = 75;
    private static final int SECONDS_PER_MINUTE = 60;

    private CueText() {}

    /**
     * The sheet; times count from the first sector of the file.
     *
     * @param music what is known of audio tracks
     * @param fileName of the sectors, beside the sheet
     */
    public static String of(DiscToc toc, Optional<MediumMusic> music, String fileName) {
        var text = new StringBuilder();
        music.ifPresent(m -> CueMusicText.addDisc(text, m));
        text.append("FILE \"").append(fileName).append("\" BINARY\n");
        int session = 0;
        boolean tellsSessions = toc.sessions() > 1;
        for (Track track : toc.tracks()) {
            if (tellsSessions && track.session() != session) {
                leadOut(text, toc, track);
                text.append(String.format(Locale.ROOT, "REM SESSION %02d%n", track.session()));
            }
            add(text, track, music.map(m -> m.track(track.number())), session == 0);
            session = track.session();
        }
        return text.toString();
    }

    /** Where the session before ends, as Redump's sheets have it; its gap is in the file, too. */
    private static void leadOut(StringBuilder text, DiscToc toc, Track next) {
        int index = toc.tracks().indexOf(next);
        if (index > 0 && toc.tracks().get(index - 1).endLba() < next.startLba()) {
            text.append("REM LEAD-OUT ")
                    .append(time(toc.tracks().get(index - 1).endLba()))
                    .append('\n');
        }
    }

    private static void add(
            StringBuilder text, Track track, Optional<TrackMusic> music, boolean isFirst) {
        text.append(String.format(Locale.ROOT, "  TRACK %02d %s%n", track.number(), type(track)));
        music.filter(_ -> track.isAudio()).ifPresent(m -> CueMusicText.addTrack(text, m));
        OptionalLong pregap =
                isFirst
                        ? OptionalLong.of(0)
                        : music.map(TrackMusic::pregapLba).orElse(OptionalLong.empty());
        if (pregap.isPresent() && pregap.getAsLong() < track.startLba()) {
            text.append(String.format(Locale.ROOT, "    INDEX 00 %s%n", time(pregap.getAsLong())));
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

    /** As cue sheets write times: {@code mm:ss:ff}, 75 frames a second. */
    public static String time(long frames) {
        long seconds = frames / FRAMES_PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                seconds / SECONDS_PER_MINUTE,
                seconds % SECONDS_PER_MINUTE,
                frames % FRAMES_PER_SECOND);
    }
}
