package dev.spindle.audio.lookup;

import dev.spindle.audio.check.TrackSums;
import dev.spindle.audio.id.AccurateRipId;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What AccurateRip knows of a disc: for each pressing that people sent in, the checksums of its
 * tracks and how many people had them (ARver, database.py; {@code dBAR-…bin}).
 *
 * @param pressings in the order of the answer
 */
public record AccurateRipAnswer(List<Pressing> pressings) {
    private static final int HEAD_BYTES = 13;
    private static final int TRACK_BYTES = 9;

    /** Of people who had the same checksum. */
    public record Entry(int confidence, long checksum, long frame450) {}

    /** One for each audio track, by their order. */
    public record Pressing(List<Entry> tracks) {
        public Pressing {
            tracks = List.copyOf(tracks);
        }

        /** Empty where there is none at that place. */
        public Optional<Entry> track(int place) {
            return place < tracks.size() ? Optional.of(tracks.get(place)) : Optional.empty();
        }
    }

    public AccurateRipAnswer {
        pressings = List.copyOf(pressings);
    }

    /** Where the answer lies. */
    public static URI address(URI server, AccurateRipId id) {
        return URI.create(server + "/accuraterip/" + id.path());
    }

    /**
     * Reads it; pressings of another disc are passed over.
     *
     * @throws IOException where it is no such answer
     */
    public static AccurateRipAnswer parse(byte[] body, AccurateRipId id) throws IOException {
        var rest = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        var pressings = new ArrayList<Pressing>();
        while (rest.hasRemaining()) {
            if (rest.remaining() < HEAD_BYTES) {
                throw new IOException("AccurateRip's answer is cut off");
            }
            int tracks = rest.get() & 0xFF;
            var whose = new AccurateRipId(tracks, word(rest), word(rest), word(rest));
            if (rest.remaining() < tracks * TRACK_BYTES) {
                throw new IOException("AccurateRip's answer is cut off");
            }
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < tracks; i++) {
                entries.add(new Entry(rest.get() & 0xFF, word(rest), word(rest)));
            }
            if (whose.equals(id)) {
                pressings.add(new Pressing(entries));
            }
        }
        return new AccurateRipAnswer(pressings);
    }

    private static long word(ByteBuffer rest) {
        return rest.getInt() & 0xFFFF_FFFFL;
    }

    /**
     * How many people had these samples; the answer does not say by which version a checksum was
     * made.
     *
     * @param track its place in the table of contents, counted from 0
     */
    public int confidence(int track, TrackSums sums) {
        return pressings.stream()
                .flatMap(pressing -> pressing.track(track).stream())
                .filter(entry ->
                        entry.checksum() != 0
                                && (entry.checksum() == sums.accurateRip1()
                                        || entry.checksum() == sums.accurateRip2()))
                .mapToInt(Entry::confidence)
                .sum();
    }

    /** How many people sent in this track, whatever they had. */
    public int submissions(int track) {
        return pressings.stream()
                .flatMap(pressing -> pressing.track(track).stream())
                .mapToInt(Entry::confidence)
                .sum();
    }
}
