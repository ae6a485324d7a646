package dev.spindle.rip.record;

import java.util.List;
import java.util.Map;

/**
 * The files that were made of a disc with music.
 *
 * @param folder name of the folder that they lie in: beside the image, or around the record
 * @param format as {@code --format} has it
 * @param offsetSamples the drive's read offset that was undone
 * @param imageHashes hex text by algorithm name, of the image that they were made of
 * @param tracks in the order in which they are played
 */
public record AlbumRecord(
        String folder,
        String format,
        int offsetSamples,
        Map<String, String> imageHashes,
        List<TrackFile> tracks) {
    /**
     * A track's file.
     *
     * @param file its name within the folder
     * @param samples how many stereo samples it holds
     * @param crc32 of its samples, as little-endian 16-bit samples, left before right
     * @param unreadSamples how many of them the disc did not give and are silence
     */
    public record TrackFile(String file, long samples, long crc32, long unreadSamples) {}

    public AlbumRecord {
        imageHashes = Map.copyOf(imageHashes);
        tracks = List.copyOf(tracks);
    }
}
