package dev.spindle.drive.medium;

/**
 * What a disc says in words of itself or of one of its tracks: CD-Text, or the same statements of a
 * cue sheet. Each is empty where it says nothing.
 */
public record MusicText(String title, String performer, String songwriter) {
    public static final MusicText NONE = new MusicText("", "", "");

    public MusicText {
        title = title.strip();
        performer = performer.strip();
        songwriter = songwriter.strip();
    }
}
