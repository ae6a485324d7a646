package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.DiscMap.State;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** The picture of a disc. */
@Tag("unit")
final class DiscMapperTest {
    private static final int SECTOR = 2048;

    /** Ten sectors a cell. */
    private static final long SIZE = 6400L * SECTOR;

    private final RescueMap map = new RescueMap(SIZE);
    private final DiscMapper mapper = new DiscMapper(SIZE);

    private static ByteRange sectors(long first, long count) {
        return ByteRange.at(first * SECTOR, count * SECTOR);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {1, 2047, 2048, 2049, 640 * 2048, 640 * 2048 + 1, 25_025_314_816L, 1L << 40})
    void cellsCoverTheDiscWithoutGaps(long size) {
        var drawn = new DiscMapper(size).draw(new RescueMap(size), 0);
        assertThat(drawn.cells()).hasSizeBetween(1, DiscMap.MOST_CELLS);
        long end = 0;
        for (int i = 0; i < drawn.cells().size(); i++) {
            assertThat(drawn.startBytes(i)).isEqualTo(end);
            assertThat(drawn.endBytes(i)).isGreaterThan(end);
            end = drawn.endBytes(i);
        }
        assertThat(end).isEqualTo(size);
        assertThat(drawn.count(State.NOT_TRIED)).isEqualTo(drawn.cells().size());
    }

    @Test
    void anEmptyDiscHasNoCells() {
        var drawn = new DiscMapper(0).draw(new RescueMap(0), 0);
        assertThat(drawn.cells()).isEmpty();
        assertThat(drawn.headCell()).isEqualTo(-1);
    }

    @Test
    void theWorstOfACellIsTold() {
        map.set(sectors(0, 45), SectorStatus.FINISHED);
        map.set(sectors(12, 1), SectorStatus.BAD);
        map.set(sectors(13, 1), SectorStatus.NON_TRIMMED);
        map.set(sectors(25, 1), SectorStatus.NON_SCRAPED);
        var drawn = mapper.draw(map, 44L * SECTOR);
        assertThat(drawn.cells().stream().map(DiscMap.Cell::state).limit(6))
                .containsExactly(
                        State.FINISHED,
                        State.BAD,
                        State.SKIPPED,
                        State.FINISHED,
                        State.STARTED,
                        State.NOT_TRIED);
        assertThat(drawn.cells().get(1)).isEqualTo(new DiscMap.Cell(State.BAD, 8 * 2048, 2048));
        assertThat(drawn.headCell()).isEqualTo(4);
        assertThat(mapper.draw(map, SIZE).headCell()).isEqualTo(639);
    }

    private void good(long first, long count, ReadCommand.Pass pass) {
        map.set(sectors(first, count), SectorStatus.FINISHED);
        mapper.good(sectors(first, count), pass);
    }

    private static Map<State, Long> sectorsOf(DiscMap drawn) {
        return drawn.sectorsByState();
    }

    @Test
    void theMeansThatCameLastIsTold() {
        good(0, 50, ReadCommand.Pass.SWEEP);
        good(10, 10, ReadCommand.Pass.BACK);
        good(29, 2, ReadCommand.Pass.TRIM);
        good(35, 1, ReadCommand.Pass.SCRAPE);
        good(45, 1, ReadCommand.Pass.RETRY);
        good(46, 1, ReadCommand.Pass.TRIM);
        good(55, 1, ReadCommand.Pass.RETRY);
        var drawn = mapper.draw(map, 0);
        assertThat(drawn.cells().stream().map(DiscMap.Cell::state).limit(6))
                .containsExactly(
                        State.FINISHED,
                        State.FINISHED,
                        State.TRIMMED,
                        State.SCRAPED,
                        State.RETRIED,
                        State.STARTED);
    }

    @Test
    void sectorsAreCountedByWhatBroughtThem() {
        good(0, 40, ReadCommand.Pass.SWEEP);
        good(40, 3, ReadCommand.Pass.TRIM);
        good(43, 2, ReadCommand.Pass.SCRAPE);
        good(45, 1, ReadCommand.Pass.RETRY);
        map.set(sectors(50, 4), SectorStatus.BAD);
        map.set(sectors(60, 5), SectorStatus.NON_TRIMMED);
        map.set(sectors(70, 6), SectorStatus.NON_SCRAPED);
        assertThat(sectorsOf(mapper.draw(map, 0)))
                .isEqualTo(
                        Map.of(
                                State.FINISHED, 40L,
                                State.TRIMMED, 3L,
                                State.SCRAPED, 2L,
                                State.RETRIED, 1L,
                                State.BAD, 4L,
                                State.SKIPPED, 11L,
                                State.NOT_TRIED, 6400L - 61));
    }

    /** The storage lost it: until it is there again nothing brought it, then what did it then. */
    @Test
    void whatIsReadAgainCountsForThePassThatBroughtItLast() {
        good(40, 3, ReadCommand.Pass.TRIM);
        map.takeBack(RangeSet.of(sectors(41, 1)));
        assertThat(mapper.draw(map, 0).sectors(State.TRIMMED)).isEqualTo(2);
        good(41, 1, ReadCommand.Pass.BACK);
        assertThat(mapper.draw(map, 0).sectors(State.TRIMMED)).isEqualTo(2);
        assertThat(mapper.draw(map, 0).sectors(State.FINISHED)).isOne();
        good(41, 1, ReadCommand.Pass.RETRY);
        assertThat(mapper.draw(map, 0).sectors(State.RETRIED)).isOne();
        assertThat(mapper.draw(map, 0).sectors(State.FINISHED)).isZero();
    }

    /** What an earlier run has read, by whatever means, is read. */
    @Test
    void ofAnEarlierRunNothingIsKnownButThatItRead() {
        map.set(sectors(0, 40), SectorStatus.FINISHED);
        assertThat(mapper.draw(map, 0).sectors(State.FINISHED)).isEqualTo(40);
    }

    @Test
    void theLastSectorOfADiscMayBeShort() {
        var drawn = new DiscMapper(2049).draw(new RescueMap(2049), 0);
        assertThat(sectorsOf(drawn)).isEqualTo(Map.of(State.NOT_TRIED, 2L));
        assertThat(sectorsOf(DiscMap.none())).isEmpty();
        assertThat(DiscMap.none().sectors(State.BAD)).isZero();
    }

    @Test
    void theSumsOfTheCellsAreThoseOfTheMap() {
        var statuses = List.of(SectorStatus.values());
        for (long seed = 1; seed <= 50; seed++) {
            var random = new Random(seed);
            long size = 1 + random.nextLong(1L << 33);
            var any = new RescueMap(size);
            for (int i = 0; i < 200; i++) {
                var status = statuses.get(random.nextInt(statuses.size()));
                any.set(ByteRange.at(random.nextLong(size), random.nextLong(1 << 22)), status);
            }
            var drawn = new DiscMapper(size).draw(any, 0);
            assertThat(drawn.cells().stream().mapToLong(DiscMap.Cell::finishedBytes).sum())
                    .as("seed %d", seed)
                    .isEqualTo(any.bytes(SectorStatus.FINISHED));
            assertThat(drawn.cells().stream().mapToLong(DiscMap.Cell::badBytes).sum())
                    .as("seed %d", seed)
                    .isEqualTo(any.bytes(SectorStatus.BAD));
        }
    }
}
