package dev.spindle.drive.image;

import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;

import java.util.ArrayList;
import java.util.List;

/**
 * What a cue sheet says of its one file of sectors. Pure.
 *
 * @param file name of the file, beside the sheet
 * @param sectorBytes of every track in it
 * @param tracks at least one, by their numbers
 */
record CueSheet(String file, int sectorBytes, List<CueTrack> tracks) {
    private static final int DATA_CONTROL = 0x4;

    CueSheet {
        tracks = List.copyOf(tracks);
    }

    /**
     * A track.
     *
     * @param session 1 and up
     * @param startLba of its INDEX 01
     * @param dataMode 0 for audio
     */
    record CueTrack(int number, int session, long startLba, int dataMode) {}

    /**
     * The table of contents.
     *
     * @param sectors how many there are in the file
     */
    MediumToc toc(long sectors) {
        var all = new ArrayList<MediumTrack>();
        for (int i = 0; i < tracks.size(); i++) {
            CueTrack track = tracks.get(i);
            long end = i + 1 < tracks.size() ? tracks.get(i + 1).startLba() : sectors;
            all.add(
                    new MediumTrack(
                            track.number(),
                            track.session(),
                            track.startLba(),
                            Math.max(0, end - track.startLba()),
                            track.dataMode() == 0 ? 0 : DATA_CONTROL,
                            track.dataMode()));
        }
        return new MediumToc(all, sectors);
    }
}
