package dev.spindle.audio.secure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** That a drive's cache has nothing left of what is about to be read. */
@Tag("unit")
final class DriveCacheTest {
    private static final int PER_READ = 27;

    /** What every cache of cd-paranoia's model is full with. */
    private static final int CACHE = 1200;

    private final List<ByteRange> asked = new ArrayList<>();

    private DriveCache cache(ByteRange music) {
        return new DriveCache(
                (lba, sectors) -> {
                    asked.add(ByteRange.at(lba, sectors));
                    return Optional.of(new byte[0]);
                },
                music,
                PER_READ);
    }

    private long sectorsAsked() {
        return asked.stream().mapToLong(ByteRange::lengthBytes).sum();
    }

    @Test
    void asMuchIsReadElsewhereAsACacheHolds() throws IOException {
        var music = new ByteRange(500, 20_000);
        for (long lba : new long[] {500, 3_000, 10_000, 15_000, 19_999}) {
            asked.clear();
            cache(music).leave(lba);
            assertThat(sectorsAsked()).isBetween((long) CACHE - PER_READ, (long) CACHE + PER_READ);
            assertThat(asked)
                    .allMatch(range -> music.contains(range.startBytes()))
                    .allMatch(range -> range.endBytes() <= music.endBytes())
                    .allMatch(range -> Math.abs(range.startBytes() - lba) > CACHE);
        }
    }

    /** Of so little nothing can be left: reading it would only wear the disc. */
    @Test
    void musicThatACacheHoldsWholeIsNotLeft() throws IOException {
        cache(new ByteRange(0, CACHE)).leave(0);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasReadInARoundCountsForTheNext() throws IOException {
        var cache = cache(new ByteRange(0, 20_000));
        cache.leaveAgain(0);
        assertThat(sectorsAsked()).isGreaterThan(CACHE - PER_READ);
        for (int i = 0; i < 40; i++) {
            var _ = cache.read(0, PER_READ);
        }
        asked.clear();
        cache.leaveAgain(0);
        assertThat(sectorsAsked()).isBetween(1L, 5L * PER_READ);
        for (int i = 0; i < 50; i++) {
            var _ = cache.read(0, PER_READ);
        }
        asked.clear();
        cache.leaveAgain(0);
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasReadBeforeTheFirstRoundCountsForNothing() throws IOException {
        var cache = cache(new ByteRange(0, 20_000));
        for (int i = 0; i < 500; i++) {
            var _ = cache.read(0, PER_READ);
        }
        cache.countFromHere();
        asked.clear();
        cache.leaveAgain(0);
        assertThat(sectorsAsked()).isGreaterThan(CACHE - PER_READ);
    }

    @Test
    void itTellsWhatTheDriveSaidOfASector() {
        var suspicious =
                new SectorReads() {
                    @Override
                    public Optional<byte[]> read(long lba, int sectors) {
                        return Optional.empty();
                    }

                    @Override
                    public boolean isSuspect(long lba) {
                        return lba == 7;
                    }
                };
        var cache = new DriveCache(suspicious, new ByteRange(0, 100), PER_READ);
        assertThat(cache.isSuspect(7)).isTrue();
        assertThat(cache.isSuspect(8)).isFalse();
    }
}
