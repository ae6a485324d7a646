package dev.spindle.audio;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.check.OffsetSearch;
import dev.spindle.audio.lookup.AccurateRipAnswer;
import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.lookup.Comparison.Match;
import dev.spindle.audio.lookup.CtdbAnswer;
import dev.spindle.audio.track.PlannedTrack;
import dev.spindle.audio.track.Samples;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Compares an image's samples with what databases know of them. For the encoder's thread.
 *
 * @param samples of the image, the read offset undone
 * @param alive hears of each piece that was read
 */
record DatabaseCheck(AudioImage image, Samples samples, Databases.Answers answers, Runnable alive) {
    /** Of one alone it may be the user's own rip from yesterday. */
    private static final int ENOUGH_PEOPLE = 2;

    /** What AccurateRip leaves out at either end of a disc. */
    private static final long CUT = 5 * PlannedTrack.FRAME_SAMPLES;

    private static final int BLOCK_SAMPLES = 100 * PlannedTrack.FRAME_SAMPLES;

    /** Checksums of the image's tracks. */
    DiscSums sums(RoleWorker.Lease lease) throws IOException {
        var tracks = image.plan().tracks();
        var sums = new DiscSums(tracks.stream().map(PlannedTrack::samples).toList());
        var block = ByteBuffer.allocateDirect(BLOCK_SAMPLES * Samples.BYTES);
        lease.enter(Activity.READING);
        for (PlannedTrack track : tracks) {
            for (long at = track.startSample(); at < track.endSample(); ) {
                lease.check();
                long count = Math.min(BLOCK_SAMPLES, track.endSample() - at);
                block.clear().limit((int) count * Samples.BYTES);
                samples.read(at, block);
                sums.add(block.flip());
                alive.run();
                at += count;
            }
        }
        return sums;
    }

    /** Whether AccurateRip can say of any track that it is right. */
    boolean canConfirm() {
        return answers.accurateRip()
                .answer()
                .filter(known -> !known.pressings().isEmpty())
                .isPresent();
    }

    /** The tracks that enough other people have with the very same samples. */
    List<PlannedTrack> confirmed(DiscSums sums) {
        var tracks = image.plan().tracks();
        return IntStream.range(0, tracks.size())
                .filter(i -> accurateRip(i, sums) >= ENOUGH_PEOPLE)
                .mapToObj(tracks::get)
                .toList();
    }

    /** The sectors of those, but for the frames that no checksum holds. */
    RangeSet sectors(List<PlannedTrack> confirmed) {
        var tracks = image.plan().tracks();
        int offset = image.wishes().offsetSamples();
        var sectors = new RangeSet();
        for (PlannedTrack track : confirmed) {
            long start = track.startSample() + (track.equals(tracks.getFirst()) ? CUT : 0);
            long end = track.endSample() - (track.equals(tracks.getLast()) ? CUT : 0);
            long first = Math.max(0, Math.ceilDiv(start + offset, PlannedTrack.FRAME_SAMPLES));
            long behind = Math.floorDiv(end + offset, PlannedTrack.FRAME_SAMPLES);
            if (first < behind) {
                sectors.add(new ByteRange(first, behind));
            }
        }
        return sectors;
    }

    /** Databases count all audio tracks of the disc, also those without a sector. */
    private int ordinal(int track) {
        int number = image.plan().tracks().get(track).number();
        return (int)
                image.plan().audio().audioTracks().stream()
                        .filter(audio -> audio.number() < number)
                        .count();
    }

    /**
     * AccurateRip counts by the table of contents: where a disc begins with data, that has a place
     * without a checksum, and the last track of music has none (ARver, doc/data_track.md).
     */
    private int place(int track) {
        var tracks = image.plan().tracks();
        return tracks.get(track).number() - image.plan().audio().toc().tracks().getFirst().number();
    }

    private int accurateRip(int track, DiscSums sums) {
        return answers.accurateRip()
                .answer()
                .map(known -> known.confidence(place(track), sums.tracks().get(track)))
                .orElse(0);
    }

    /** All that is known. */
    Comparison compared(DiscSums sums, RoleWorker.Lease lease) throws IOException {
        var ctdb = answers.ctdb().answer();
        List<Match> matches =
                IntStream.range(0, sums.tracks().size())
                        .mapToObj(i ->
                                new Match(
                                        accurateRip(i, sums),
                                        ctdb.map(known ->
                                                        known.confidence(
                                                                ordinal(i), sums.tracks().get(i)))
                                                .orElse(0)))
                        .toList();
        boolean isKnown = matches.stream().anyMatch(match -> match.accurateRip() > 0);
        return new Comparison(
                answers.accurateRip()
                        .answer()
                        .map(known -> told(known, matches))
                        .orElse(answers.accurateRip().problem()),
                ctdb.map(known -> told(known, sums)).orElse(answers.ctdb().problem()),
                matches,
                isKnown ? OptionalInt.empty() : otherOffset(lease));
    }

    private static String told(AccurateRipAnswer known, List<Match> matches) {
        long same = matches.stream().filter(match -> match.accurateRip() > 0).count();
        return known.pressings().isEmpty()
                ? "not known there"
                : same + " of " + matches.size() + " tracks are known there as they are";
    }

    private static String told(CtdbAnswer known, DiscSums sums) {
        return known.entries().isEmpty()
                ? "not known there"
                : known.confidence(sums)
                        + " of "
                        + known.submissions()
                        + " people have the very same disc";
    }

    /** Where others have the samples at another place, the drive's read offset is another. */
    private OptionalInt otherOffset(RoleWorker.Lease lease) throws IOException {
        Optional<AccurateRipAnswer> known = answers.accurateRip().answer();
        if (known.isEmpty() || known.get().pressings().isEmpty()) {
            return OptionalInt.empty();
        }
        var search = new OffsetSearch();
        var tracks = image.plan().tracks();
        for (int i = 0; i < tracks.size(); i++) {
            PlannedTrack track = tracks.get(i);
            var frames = new HashSet<Long>();
            int place = place(i);
            known.get().pressings().stream()
                    .flatMap(pressing -> pressing.track(place).stream())
                    .forEach(entry -> frames.add(entry.frame450()));
            frames.remove(0L);
            boolean isLong = track.samples() >= OffsetSearch.FIRST_SAMPLE + OffsetSearch.SAMPLES;
            if (isLong && !frames.isEmpty()) {
                lease.check();
                search.add(words(track), frames);
                alive.run();
            }
        }
        OptionalInt found = search.found();
        int offset = image.wishes().offsetSamples() + found.orElse(0);
        return found.orElse(0) != 0 && Math.abs(offset) <= OffsetSearch.MOST
                ? OptionalInt.of(offset)
                : OptionalInt.empty();
    }

    private int[] words(PlannedTrack track) throws IOException {
        var bytes = ByteBuffer.allocateDirect(OffsetSearch.SAMPLES * Samples.BYTES);
        samples.read(track.startSample() + OffsetSearch.FIRST_SAMPLE, bytes);
        var words = new int[OffsetSearch.SAMPLES];
        bytes.flip().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        return words;
    }
}
