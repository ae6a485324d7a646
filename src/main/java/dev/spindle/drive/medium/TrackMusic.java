package dev.spindle.drive.medium;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of an audio track beside its place.
 *
 * @param control CTRL nibble of its TOC entry
 * @param isrc international standard recording code, 12 letters and digits
 * @param pregapLba where its INDEX 00 lies, in the track before it; empty where it has none, or
 *     nobody knows
 */
public record TrackMusic(
        int control, MusicText text, Optional<String> isrc, OptionalLong pregapLba) {
    private static final int PRE_EMPHASIS = 0x1;
    private static final int COPY_PERMITTED = 0x2;

    /** Of a track of which only the TOC tells. */
    public static TrackMusic ofControl(int control) {
        return new TrackMusic(control, MusicText.NONE, Optional.empty(), OptionalLong.empty());
    }

    /** Whether it was recorded with its heights raised, so that a player must lower them. */
    public boolean hasPreEmphasis() {
        return (control & PRE_EMPHASIS) != 0;
    }

    public boolean isCopyPermitted() {
        return (control & COPY_PERMITTED) != 0;
    }
}
