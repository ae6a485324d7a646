package dev.spindle.audio.secure;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads a row of sectors by commands that overlap, each one put where it belongs by what it has in
 * common with the samples before it.
 *
 * @param reads the disc
 * @param startLba where what can be read begins
 * @param endLba where it ends
 * @param perRead sectors of a command
 */
record Assembly(SectorReads reads, long startLba, long endLba, int perRead) {
    /** What a command has in common with the samples before it. */
    static final int MARGIN = 4;

    private static final int MARGIN_SAMPLES = MARGIN * SampleWords.SECTOR_SAMPLES;

    /** So many sectors a command may lack at either end, where it begins too late or too early. */
    private static final int SPARE = Overlap.MOST_SAMPLES / SampleWords.SECTOR_SAMPLES;

    /**
     * What was read.
     *
     * @param isPlaced whether its neighbours tell where it belongs; beside silence the drive's word
     *     is all there is
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, and never compared
    record Piece(byte[] content, boolean isPlaced) {
        Piece reversed() {
            return new Piece(SampleWords.reversed(content), isPlaced);
        }
    }

    /**
     * Reads them once.
     *
     * @param anchor sectors before the first one, as they are known to be: one at least
     * @param tail those behind the last one, where they are known: they must come out of it, too
     * @return empty where something could not be read, or could not be put together
     */
    Optional<Piece> read(long from, long to, byte[] anchor, Optional<byte[]> tail)
            throws IOException {
        int before = anchor.length / SampleWords.BYTES;
        long base = from - before / SampleWords.SECTOR_SAMPLES;
        int end = before + (int) (to - from) * SampleWords.SECTOR_SAMPLES;
        int goal = end + tail.map(bytes -> bytes.length / SampleWords.BYTES).orElse(0);
        int[] known = Arrays.copyOf(SampleWords.of(anchor), goal);
        int have = before;
        boolean isLoose = false;
        while (have < goal) {
            isLoose |= Overlap.isFlat(known, Math.max(0, have - MARGIN_SAMPLES), have);
            int got = extend(known, have, base);
            if (got <= have) {
                return Optional.empty();
            }
            have = got;
        }
        var behind = tail.map(SampleWords::of);
        if (behind.isPresent() && !Overlap.matches(behind.get(), known, end)) {
            return Optional.empty();
        }
        boolean isHeld = behind.isPresent() && !Overlap.isFlat(behind.get());
        return Optional.of(
                new Piece(SampleWords.bytes(known, before, end - before), !isLoose || isHeld));
    }

    /** One command more; returns how many samples there are then. */
    private int extend(int[] known, int have, long base) throws IOException {
        long lba = base + have / SampleWords.SECTOR_SAMPLES - MARGIN - SPARE;
        long first = Math.max(lba, startLba);
        long wanted = base + Math.ceilDiv(known.length, SampleWords.SECTOR_SAMPLES) + SPARE;
        int count = (int) Math.min(Math.min(wanted, endLba) - first, perRead);
        var came = count > 0 ? reads.read(first, count) : Optional.<byte[]>empty();
        if (came.isEmpty()) {
            return have;
        }
        int[] block = SampleWords.of(came.get());
        int common = Math.min(MARGIN_SAMPLES, have);
        int[] overlap = Arrays.copyOfRange(known, have - common, have);
        int expected = have - common - (int) (first - base) * SampleWords.SECTOR_SAMPLES;
        var shift = Overlap.shift(overlap, block, expected);
        if (shift.isEmpty()) {
            return have;
        }
        int from = expected + shift.getAsInt() + common;
        int length = Math.min(block.length - from, known.length - have);
        if (length > 0) {
            System.arraycopy(block, from, known, have, length);
        }
        return have + Math.max(0, length);
    }
}
