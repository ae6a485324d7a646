package dev.spindle.rip.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that were made of a disc with music.
 *
 * @param folder name of the folder that they lie in: beside the image, or around the record
 * @param format as {@code --format} has it
 * @param offsetSamples the drive's read offset that was undone
 * @param imageHashes hex text by algorithm name, of the image that they were made of
 * @param tracks in the order in which they are played
 * @param words what their tags say
 */
public record AlbumRecord(
        String folder,
        String format,
        int offsetSamples,
        Map<String, String> imageHashes,
        List<TrackFile> tracks,
        Optional<AlbumWords> words) {
    /**
     * A track's file.
     *
     * @param file its name within the folder
     * @param samples how many stereo samples it holds
     * @param crc32 of its samples, as little-endian 16-bit samples, left before right
     * @param unreadSamples how many of them the disc did not give and are silence
     * @param number on the disc; 0 for what lies hidden before the first one
     * @param doubtfulSamples of how many no two readings were alike
     * @param accurateRip how many people AccurateRip knew with the same samples
     */
    public record TrackFile(
            String file,
            long samples,
            long crc32,
            long unreadSamples,
            int number,
            long doubtfulSamples,
            int accurateRip) {}

    public AlbumRecord {
        imageHashes = Map.copyOf(imageHashes);
        tracks = List.copyOf(tracks);
    }
}
