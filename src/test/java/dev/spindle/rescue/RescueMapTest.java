package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Each byte has exactly one status. */
@Tag("unit")
final class RescueMapTest {
    private static final List<SectorStatus> STATUSES = List.of(SectorStatus.values());
    private static final int BYTES = 60;

    private static ByteRange randomRange(Random random) {
        int start = random.nextInt(BYTES);
        return new ByteRange(start, start + random.nextInt(BYTES + 10 - start));
    }

    @Test
    void agreesWithAnArray() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var map = new RescueMap(BYTES);
            var array = new SectorStatus[BYTES];
            Arrays.fill(array, SectorStatus.NON_TRIED);
            for (int step = 0; step < 60; step++) {
                change(random, map, array);
                compare(map, array, "seed " + seed + ", step " + step);
            }
        }
    }

    private static void change(Random random, RescueMap map, SectorStatus[] array) {
        var range = randomRange(random);
        var status = STATUSES.get(random.nextInt(STATUSES.size()));
        int kind = random.nextInt(4);
        switch (kind) {
            case 0 -> map.setUnfinished(range, status);
            case 1 -> map.takeBack(RangeSet.of(range));
            default -> map.set(range, status);
        }
        for (int i = (int) range.startBytes(); i < Math.min(BYTES, range.endBytes()); i++) {
            boolean finished = array[i] == SectorStatus.FINISHED;
            if (kind == 1) {
                array[i] = finished ? SectorStatus.NON_TRIED : array[i];
            } else if (kind != 0 || !finished) {
                array[i] = status;
            }
        }
    }

    private static void compare(RescueMap map, SectorStatus[] array, String where) {
        for (var status : SectorStatus.values()) {
            var expected = new RangeSet();
            for (int i = 0; i < BYTES; i++) {
                if (array[i] == status) {
                    expected.add(ByteRange.at(i, 1));
                }
            }
            assertThat(map.with(status)).as(where).isEqualTo(expected);
            assertThat(map.bytes(status)).as(where).isEqualTo(expected.sizeBytes());
            for (int from = 0; from <= BYTES; from += 7) {
                assertThat(map.next(status, from)).as(where).isEqualTo(expected.firstFrom(from));
            }
        }
        long at = 0;
        @Nullable SectorStatus before = null;
        for (MapBlock block : map.blocks()) {
            assertThat(block.range().startBytes()).as(where).isEqualTo(at);
            assertThat(block.status()).as(where).isNotEqualTo(before).isEqualTo(array[(int) at]);
            before = block.status();
            at = block.range().endBytes();
        }
        assertThat(at).as(where).isEqualTo(BYTES);
    }

    @Test
    void aClaimIsNeverMoreThanWhatIsDurable() {
        var map = new RescueMap(100);
        map.set(new ByteRange(0, 50), SectorStatus.FINISHED);
        map.set(new ByteRange(50, 60), SectorStatus.BAD);
        var claim = map.claimingOnly(RangeSet.of(new ByteRange(10, 20), new ByteRange(40, 70)));
        assertThat(claim.with(SectorStatus.FINISHED))
                .isEqualTo(RangeSet.of(new ByteRange(10, 20), new ByteRange(40, 50)));
        assertThat(claim.with(SectorStatus.BAD)).isEqualTo(RangeSet.of(new ByteRange(50, 60)));
        assertThat(claim.bytes(SectorStatus.NON_TRIED)).isEqualTo(70);
        assertThat(map.bytes(SectorStatus.FINISHED)).isEqualTo(50);
    }

    @Test
    void aCopyIsItsOwn() {
        var map = new RescueMap(100);
        var copy = map.copy();
        copy.set(new ByteRange(0, 10), SectorStatus.FINISHED);
        assertThat(map.bytes(SectorStatus.FINISHED)).isZero();
        assertThat(copy.sizeBytes()).isEqualTo(100);
    }

    @Test
    void nothingLiesBehindItsEnd() {
        var map = new RescueMap(100);
        map.set(new ByteRange(90, 200), SectorStatus.BAD);
        assertThat(map.bytes(SectorStatus.BAD)).isEqualTo(10);
        assertThat(map.next(SectorStatus.BAD, 100)).isEmpty();
        assertThat(map.next(SectorStatus.BAD, 95)).contains(new ByteRange(95, 100));
    }
}
