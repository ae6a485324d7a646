package dev.spindle.ui.music;

import dev.spindle.rip.TrackProgress;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import java.util.Locale;

/**
 * A track of a rip as one line.
 *
 * @param number two digits
 * @param state in a word, or how much of it is done
 * @param isUnderWay whether it changes while one looks
 * @param detail what the state means; told to who points at it
 */
record TrackRow(
        String number,
        String title,
        String performer,
        String length,
        String icon,
        Tone tone,
        String state,
        boolean isUnderWay,
        String detail) {
    private static final int SECTORS_PER_SECOND = 75;
    private static final double SAMPLES_PER_SECOND = 44_100;

    static TrackRow of(TrackProgress track) {
        return new TrackRow(
                String.format(Locale.ROOT, "%02d", track.number()),
                track.title(),
                track.performer(),
                length(track.sectors()),
                icon(track.stage()),
                tone(track.stage()),
                state(track),
                isUnderWay(track),
                detail(track));
    }

    /** Minutes and seconds. */
    static String length(long sectors) {
        long seconds = Math.round((double) sectors / SECTORS_PER_SECOND);
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    private static String state(TrackProgress track) {
        return isUnderWay(track)
                ? Texts.format("music.share.text", Integer.toString((int) (100 * track.share())))
                : Texts.of("track-stage", track.stage(), "name");
    }

    private static boolean isUnderWay(TrackProgress track) {
        return track.stage() == TrackProgress.Stage.READING
                || track.stage() == TrackProgress.Stage.WRITING;
    }

    private static String detail(TrackProgress track) {
        String text = Texts.of("track-stage", track.stage(), "hint");
        if (track.accurateRip() > 0) {
            text += " " + Texts.format("music.people.text", Integer.toString(track.accurateRip()));
        }
        return track.trouble() == 0
                ? text
                : text
                        + " "
                        + Texts.format(
                                "music.trouble.text",
                                Numbers.seconds(track.trouble() / SAMPLES_PER_SECOND));
    }

    private static String icon(TrackProgress.Stage stage) {
        return switch (stage) {
            case WAITING -> "fth-circle";
            case READING -> "fth-disc";
            case READ -> "fth-check";
            case WRITING -> "fth-edit-2";
            case CONFIRMED, DONE -> "fth-check-circle";
            case DAMAGED, DOUBTFUL, INCOMPLETE -> "fth-alert-triangle";
        };
    }

    private static Tone tone(TrackProgress.Stage stage) {
        return switch (stage) {
            case WAITING, READING, READ, WRITING -> Tone.NEUTRAL;
            case CONFIRMED, DONE -> Tone.SUCCESS;
            case DAMAGED, DOUBTFUL, INCOMPLETE -> Tone.WARNING;
        };
    }

    /** All of it, for who points at it. */
    String told() {
        String who = performer.isEmpty() ? title : performer + " - " + title;
        return who + " (" + length + ")\n" + detail;
    }

    /** For who can't see it. */
    String spoken() {
        return String.join(", ", number, title, length, state, detail);
    }
}
