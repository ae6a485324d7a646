package dev.spindle.audio.secure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A disc in a drive that reads music badly, by a seed. Reads of what was read last come from its
 * cache.
 */
final class PlayedDisc implements SectorReads {
    static final int BYTES = 2352;

    final byte[] original;
    final Random random;

    /** Share of commands that begin somewhere else, and how far at most, in samples. */
    double jitterShare;

    int jitterSamples;

    /** Sectors of which half of the readings have a wrong sample. */
    final Set<Long> flaky = new HashSet<>();

    /** Sectors that never come twice alike. */
    final Set<Long> hopeless = new HashSet<>();

    /** Sectors that can't be read again. */
    final Set<Long> bad = new HashSet<>();

    /** Sectors of which half of the readings are wrong in the same way, as the drive guesses. */
    final Set<Long> guessed = new HashSet<>();

    /** Whether it tells of sectors that it has guessed. */
    boolean tells;

    /** Whether it calls all of them guessed. */
    boolean calumniates;

    private boolean isFirst;
    private final Set<Long> suspects = new HashSet<>();

    long commands;

    PlayedDisc(int sectors, long seed) {
        original = new byte[sectors * BYTES];
        random = new Random(seed);
        random.nextBytes(original);
    }

    int sectors() {
        return original.length / BYTES;
    }

    /** Nothing but zeros there. */
    void silence(int from, int to) {
        Arrays.fill(original, from * BYTES, to * BYTES, (byte) 0);
    }

    @Override
    public Optional<byte[]> read(long lba, int sectors) {
        commands++;
        var bytes = new byte[sectors * BYTES];
        int shift =
                random.nextDouble() < jitterShare
                        ? random.nextInt(2 * jitterSamples + 1) - jitterSamples
                        : 0;
        long at = lba * BYTES + shift * 4L;
        long from = Math.max(0, at);
        long to = Math.min(original.length, at + bytes.length);
        if (from < to) {
            System.arraycopy(original, (int) from, bytes, (int) (from - at), (int) (to - from));
        }
        for (int i = 0; i < sectors; i++) {
            if (bad.contains(lba + i)) {
                return Optional.empty();
            }
            if (flaky.contains(lba + i) && random.nextBoolean()) {
                spoil(bytes, i, 1);
            }
            suspects.remove(lba + i);
            if (guessed.contains(lba + i) && (isFirst || random.nextInt(3) > 0)) {
                bytes[i * BYTES + 7] ^= 0x55;
                suspects.add(lba + i);
            }
            if (hopeless.contains(lba + i)) {
                spoil(bytes, i, 8);
            }
        }
        return Optional.of(bytes);
    }

    @Override
    public boolean isSuspect(long lba) {
        return calumniates || (tells && suspects.contains(lba));
    }

    private void spoil(byte[] bytes, int sector, int places) {
        for (int i = 0; i < places; i++) {
            int place = sector * BYTES + random.nextInt(BYTES);
            bytes[place] = (byte) (bytes[place] + 1 + random.nextInt(255));
        }
    }

    /** As a rip reads it for the first time, 27 sectors a command. */
    byte[] firstReading() {
        var all = new byte[original.length];
        isFirst = true;
        for (int lba = 0; lba < sectors(); lba += 27) {
            int first = lba;
            int count = Math.min(27, sectors() - lba);
            byte[] got = read(lba, count).orElseGet(() -> one(first, count));
            System.arraycopy(got, 0, all, lba * BYTES, got.length);
        }
        isFirst = false;
        return all;
    }

    private byte[] one(int lba, int count) {
        var bytes = new byte[count * BYTES];
        for (int i = 0; i < count; i++) {
            byte[] sector = read(lba + i, 1).orElseGet(() -> new byte[BYTES]);
            System.arraycopy(sector, 0, bytes, i * BYTES, BYTES);
        }
        return bytes;
    }
}
