package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.image.CueSheet.CueTrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads cue sheets (CDRWIN's, as GNU ccd2cue and libcdio's bincue.c describe them) of binary files,
 * one for all tracks or one for each. Pure; for one sheet.
 */
final class CueParser {
    private static final Pattern FILE = like("FILE\\s+(?:\"(.+)\"|(\\S+))\\s+(\\S+)");
    private static final Pattern TRACK = like("TRACK\\s+(\\d{1,2})\\s+(\\S+)");
    private static final Pattern INDEX =
            like("INDEX\\s+(\\d{1,2})\\s+(\\d{1,3}):(\\d{2}):(\\d{2})");
    private static final Pattern SESSION = like("REM\\s+SESSION\\s+(\\d{1,2})");
    private static final Pattern LEAD_OUT = like("REM\\s+LEAD-OUT\\s+(\\d{1,3}):(\\d{2}):(\\d{2})");
    private static final int FRAMES_PER_SECOND = 75;
    private static final int SECONDS_PER_MINUTE = 60;

    private final List<CueTrack> tracks = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final CueMusic music = new CueMusic();
    private int sectorBytes;
    private int line;
    private int session = 1;
    private int number;
    private int mode = -1;

    private CueParser() {}

    private static Pattern like(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    static CueSheet parse(String text) throws CueException {
        var parser = new CueParser();
        // Some editors begin a text with a byte order mark.
        for (String statement : text.replace("\uFEFF", "").lines().toList()) {
            parser.line++;
            parser.take(statement.strip());
        }
        return parser.sheet();
    }

    private CueSheet sheet() throws CueException {
        if (tracks.isEmpty()) {
            throw wrong("there is no TRACK with an INDEX 01");
        }
        for (int i = 0; i < files.size(); i++) {
            int file = i;
            if (tracks.stream().noneMatch(track -> track.file() == file)) {
                throw wrong("no TRACK has its INDEX 01 in the FILE " + files.get(file));
            }
        }
        return new CueSheet(files, sectorBytes, tracks, music);
    }

    private void take(String statement) throws CueException {
        String word = statement.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        switch (word) {
            case "FILE" -> file(matched(FILE, statement, "FILE \"NAME\" BINARY"));
            case "TRACK" -> track(matched(TRACK, statement, "TRACK 01 MODE1/2352"));
            case "INDEX" -> index(matched(INDEX, statement, "INDEX 01 00:00:00"));
            case "REM" -> {
                Matcher remark = SESSION.matcher(statement);
                if (remark.matches()) {
                    session = Integer.parseInt(remark.group(1));
                }
                Matcher leadOut = LEAD_OUT.matcher(statement);
                if (leadOut.matches() && !tracks.isEmpty()) {
                    tracks.addLast(tracks.removeLast().endingAt(frames(leadOut, 1)));
                }
            }
            default -> music.take(statement, number);
        }
    }

    private Matcher matched(Pattern pattern, String statement, String like) throws CueException {
        Matcher matcher = pattern.matcher(statement);
        if (!matcher.matches()) {
            throw wrong("'" + statement + "' can't be read; write it like " + like);
        }
        return matcher;
    }

    private void file(Matcher found) throws CueException {
        if (!found.group(3).equalsIgnoreCase("BINARY")) {
            throw wrong(found.group(3) + " is no kind of FILE that Spindle reads; BINARY is");
        }
        files.add(found.group(1) == null ? found.group(2) : found.group(1));
    }

    private void track(Matcher found) throws CueException {
        if (files.isEmpty()) {
            throw wrong("a TRACK stands before its FILE");
        }
        int next = Integer.parseInt(found.group(1));
        if (next <= number) {
            throw wrong("track " + next + " does not follow track " + number);
        }
        number = next;
        String name = found.group(2).toUpperCase(Locale.ROOT);
        int bytes = name.endsWith("/2048") ? Drive.SECTOR_BYTES : Drive.RAW_SECTOR_BYTES;
        mode =
                switch (name) {
                    case "AUDIO" -> 0;
                    case "MODE1/2352", "MODE1/2048" -> 1;
                    case "MODE2/2352", "CDI/2352" -> 2;
                    default ->
                            throw wrong(
                                    name
                                            + " is no kind of TRACK that Spindle reads; AUDIO,"
                                            + " MODE1/2352, MODE2/2352 and MODE1/2048 are");
                };
        if (sectorBytes != 0 && sectorBytes != bytes) {
            throw wrong("there are tracks of 2048 and of 2352 bytes a sector");
        }
        sectorBytes = bytes;
    }

    private void index(Matcher found) throws CueException {
        int index = Integer.parseInt(found.group(1));
        if (index > 1) {
            return;
        }
        if (mode < 0) {
            throw wrong("an INDEX " + found.group(1) + " stands before its TRACK");
        }
        long frames = frames(found, 2);
        int file = files.size() - 1;
        if (index == 0) {
            music.pregap(number, file, frames);
            return;
        }
        if (!tracks.isEmpty()
                && tracks.getLast().file() == file
                && frames <= tracks.getLast().startSector()) {
            throw wrong("track " + number + " does not begin behind the one before it");
        }
        if (mode == 0) {
            music.audio(number);
        }
        tracks.add(new CueTrack(number, session, file, frames, mode, OptionalLong.empty()));
        mode = -1;
    }

    /** Minutes, seconds and frames from a group on. */
    private static long frames(Matcher found, int group) {
        long seconds =
                Long.parseLong(found.group(group)) * SECONDS_PER_MINUTE
                        + Long.parseLong(found.group(group + 1));
        return seconds * FRAMES_PER_SECOND + Long.parseLong(found.group(group + 2));
    }

    private CueException wrong(String what) {
        return new CueException(Math.max(1, line), what);
    }
}
