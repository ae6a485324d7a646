package dev.spindle.disc.toc;

import dev.spindle.drive.medium.MediumToc;

import java.util.List;
import java.util.OptionalLong;

/**
 * The table of contents (MMC, READ TOC/PMA/ATIP formats 0 to 2).
 *
 * @param tracks by their numbers
 * @param leadOutLba where the last session ends
 */
public record DiscToc(List<Track> tracks, long leadOutLba) {
    public DiscToc {
        tracks = List.copyOf(tracks);
    }

    /** What a drive told. */
    static DiscToc of(MediumToc toc) {
        return new DiscToc(
                toc.tracks().stream()
                        .map(track ->
                                new Track(
                                        track.number(),
                                        track.session(),
                                        track.startLba(),
                                        track.sectors(),
                                        Track.mode(track.control(), track.dataMode())))
                        .toList(),
                toc.leadOutLba());
    }

    public boolean hasAudio() {
        return tracks.stream().anyMatch(Track::isAudio);
    }

    public boolean hasData() {
        return tracks.stream().anyMatch(track -> !track.isAudio());
    }

    public boolean hasMode2() {
        return tracks.stream().anyMatch(track -> track.mode() == Track.Mode.MODE_2);
    }

    public int sessions() {
        return tracks.stream().mapToInt(Track::session).max().orElse(0);
    }

    /** Audio tracks and behind them, in a session of its own, data: CD-Extra, Enhanced CD. */
    public boolean isEnhanced() {
        return hasAudio()
                && hasData()
                && tracks.getFirst().isAudio()
                && !tracks.getLast().isAudio();
    }

    /** Where the file system is looked for: the last session's first track, if that holds data. */
    public OptionalLong lastDataSessionLba() {
        return tracks.stream()
                .filter(track -> !track.isAudio())
                .reduce((earlier, later) -> later.session() > earlier.session() ? later : earlier)
                .map(track -> OptionalLong.of(track.startLba()))
                .orElse(OptionalLong.empty());
    }
}
