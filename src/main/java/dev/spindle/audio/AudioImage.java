package dev.spindle.audio;

import dev.spindle.audio.id.AudioToc;
import dev.spindle.audio.track.AlbumPlan;
import dev.spindle.audio.track.Edges;
import dev.spindle.audio.track.Samples;
import dev.spindle.disc.NameFromLabel;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.drive.Drive;
import dev.spindle.os.Storage;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The raw sectors of a disc with music, as a rip has left them. Its methods make file calls.
 *
 * @param album what its folder is to be called
 * @param wishes what is asked for of its music
 * @param drive plays them
 * @param plan the tracks
 * @param unread bytes of the image that the disc did not give
 * @param record of the rip
 * @param recordText as it lies there
 * @param hashes of the image, hex text by algorithm name
 * @param map the text of its map; empty where there is none
 */
record AudioImage(
        RipFiles files,
        String album,
        MusicWishes wishes,
        Drive drive,
        AlbumPlan plan,
        RangeSet unread,
        RipRecord record,
        String recordText,
        Map<String, String> hashes,
        Optional<String> map)
        implements AutoCloseable {
    /** Empty where there is no music in it. */
    static Optional<AudioImage> open(AudioServices services, RipFiles files, RipRequest request)
            throws IOException {
        Storage storage = services.storage();
        if (storage.lookUp(files.cue()).isEmpty()) {
            return Optional.empty();
        }
        String text =
                TextFile.read(storage, files.record())
                        .orElseThrow(() ->
                                new IOException(
                                        files.record() + " is missing; rip the disc again"));
        var record = RipRecordText.read(text);
        Drive drive = services.images().open(files.cue());
        try {
            Optional<DiscToc> toc = MediumFacts.of(drive.medium()).toc();
            if (toc.filter(DiscToc::hasAudio).isEmpty()) {
                drive.close();
                return Optional.empty();
            }
            var map = TextFile.read(storage, files.map());
            var wishes = wishes(request, record);
            var plan =
                    AlbumPlan.of(
                            new AudioToc(toc.get()),
                            TrackStates.music(drive.medium().music()),
                            wishes.words());
            if (plan.tracks().isEmpty()) {
                drive.close();
                return Optional.empty();
            }
            return Optional.of(
                    new AudioImage(
                            files,
                            name(request, files, wishes),
                            wishes,
                            drive,
                            plan,
                            map.isPresent()
                                    ? unread(map.get(), drive.lengthBytes())
                                    : new RangeSet(),
                            record,
                            text,
                            record.verdict().map(v -> v.hashes()).orElse(Map.of()),
                            map));
        } catch (IOException | RuntimeException problem) {
            drive.close();
            throw problem;
        }
    }

    /** As the image, unless words were typed or chosen and no name. */
    private static String name(RipRequest request, RipFiles files, MusicWishes wishes) {
        return request.name().isPresent()
                ? files.name()
                : wishes.words()
                        .map(AlbumWords::label)
                        .flatMap(NameFromLabel::of)
                        .orElse(files.name());
    }

    /** Who says only that a rip is to go on wants what was wanted when it began. */
    private static MusicWishes wishes(RipRequest request, RipRecord record) {
        return request.resume() == RipRequest.ResumeMode.RESUME
                ? record.wishes().map(request.music()::goingOnWith).orElse(request.music())
                : request.music();
    }

    private static RangeSet unread(String text, long lengthBytes) throws IOException {
        try {
            RescueMap map = MapfileText.parse(text).map();
            return map.with(SectorStatus.FINISHED).gaps(new ByteRange(0, lengthBytes));
        } catch (MapfileText.MapfileException problem) {
            throw new IOException(
                    "the image's map can't be used: " + problem.getMessage(), problem);
        }
    }

    /** As its record tells of it now. */
    AudioImage withHashes(Map<String, String> newHashes, String newRecordText) {
        return new AudioImage(
                files,
                album,
                wishes,
                drive,
                plan,
                unread,
                record.withHashes(newHashes),
                newRecordText,
                newHashes,
                map);
    }

    /** Whether the image holds more than its tracks will: data, or what may be read yet. */
    boolean hasMore() {
        return plan.hasData() || !unread.isEmpty();
    }

    /** Whether it was made for tracks to be made of it; one that was wanted as such stays. */
    boolean isOnTheWay() {
        return record.music()
                .filter(purpose -> !purpose.equals(MusicWishes.Format.IMAGE.text()))
                .isPresent();
    }

    /** Where the music begins. */
    long firstSample() {
        return plan.beforeTheFirst().orElse(plan.tracks().getFirst()).startSample();
    }

    /** Where it ends. */
    long endSample() {
        return plan.tracks().getLast().endSample();
    }

    /**
     * Its music, with the read offset undone.
     *
     * @param edges what lies beyond the disc
     */
    Samples music(Edges edges) {
        return new Samples(
                drive, wishes.offsetSamples(), firstSample(), endSample(), unread, edges);
    }

    long totalSamples() {
        return drive.lengthBytes() / Samples.BYTES;
    }

    @Override
    public void close() {
        drive.close();
    }
}
