package dev.spindle.drive.image;

import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a cue sheet says of its files of sectors, which follow one another. Pure.
 *
 * @param files names of the files, beside the sheet
 * @param sectorBytes of every track in them
 * @param tracks at least one, by their numbers
 * @param words what it says of the music
 */
record CueSheet(List<String> files, int sectorBytes, List<CueTrack> tracks, CueMusic words) {
    private static final int DATA_CONTROL = 0x4;

    CueSheet {
        files = List.copyOf(files);
        tracks = List.copyOf(tracks);
    }

    /**
     * A track.
     *
     * @param session 1 and up
     * @param file which of the files its INDEX 01 lies in
     * @param startSector of its INDEX 01 within that file
     * @param dataMode 0 for audio
     * @param endSector within that file, where its session's lead-out is told
     */
    record CueTrack(
            int number,
            int session,
            int file,
            long startSector,
            int dataMode,
            OptionalLong endSector) {
        CueTrack endingAt(long sector) {
            return new CueTrack(
                    number, session, file, startSector, dataMode, OptionalLong.of(sector));
        }

        long endLba(long nextLba, List<Long> sectors) {
            return endSector.isPresent()
                    ? Math.min(nextLba, lba(file, endSector.getAsLong(), sectors))
                    : nextLba;
        }

        long startLba(List<Long> sectors) {
            return lba(file, startSector, sectors);
        }
    }

    /** The sector number, on the whole disc, of a sector in one of the files. */
    static long lba(int file, long sector, List<Long> sectors) {
        return sector + sectors.stream().limit(file).mapToLong(n -> n).sum();
    }

    /** What it says of the music; empty where there is none. */
    Optional<MediumMusic> music(List<Long> sectors) {
        return tracks.stream().anyMatch(track -> track.dataMode() == 0)
                ? Optional.of(words.of(sectors))
                : Optional.empty();
    }

    /**
     * The table of contents.
     *
     * @param sectors how many there are in each file
     */
    MediumToc toc(List<Long> sectors) {
        long leadOutLba = sectors.stream().mapToLong(n -> n).sum();
        var music = words.of(sectors);
        var all = new ArrayList<MediumTrack>();
        for (int i = 0; i < tracks.size(); i++) {
            CueTrack track = tracks.get(i);
            long start = track.startLba(sectors);
            long next = i + 1 < tracks.size() ? tracks.get(i + 1).startLba(sectors) : leadOutLba;
            long end = track.endLba(next, sectors);
            all.add(
                    new MediumTrack(
                            track.number(),
                            track.session(),
                            start,
                            Math.max(0, end - start),
                            track.dataMode() == 0
                                    ? music.track(track.number()).control()
                                    : DATA_CONTROL,
                            track.dataMode()));
        }
        return new MediumToc(all, leadOutLba);
    }
}
