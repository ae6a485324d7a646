package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.image.SectorFaults.Encounter;
import dev.spindle.drive.script.ScriptParser;
import dev.spindle.drive.script.Sectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

/** Where faults meet on one sector. */
@Tag("unit")
class SectorFaultsTest {
    private static final long MILLI = 1_000_000;

    private static SectorFaults faults(String script) {
        return new SectorFaults(ScriptParser.parse(script));
    }

    private static Encounter meet(SectorFaults faults, long lba, long count) {
        return faults.meet(new Sectors(lba, count), (int) count * 2048);
    }

    private static Encounter unharmed(long sectors, long extraNanos) {
        return new Encounter(sectors, extraNanos, false, Optional.empty());
    }

    @Test
    void withoutFaultsAllIsRead() {
        assertThat(meet(faults(""), 7, 32)).isEqualTo(unharmed(32, 0));
    }

    @Test
    void delaysOfOneCommandAddUp() {
        var faults = faults("delay 5 1 30ms\ndelay 5 9 12ms\ndelay 40 1 1s");
        assertThat(meet(faults, 0, 32)).isEqualTo(unharmed(32, 42 * MILLI));
        assertThat(meet(faults, 6, 32)).isEqualTo(unharmed(32, 12 * MILLI));
        assertThat(meet(faults, 0, 5)).isEqualTo(unharmed(5, 0));
    }

    @Test
    void aDelayBeforeTheBadSectorCountsAndSoDoesItsCost() {
        var faults = faults("delay 3 1 30ms\nbad 3 1 cost 100ms\ndelay 4 1 7s");
        assertThat(meet(faults, 0, 32))
                .isEqualTo(
                        new Encounter(
                                3,
                                130 * MILLI,
                                false,
                                Optional.of(Sense.UNRECOVERED_READ_ERROR.asOutcome())));
    }

    @Test
    void whereTwoBadSpotsLieTheFirstOneIsUsedUpFirst() {
        var faults = faults("bad 3 1 times 1 cost 10ms\nbad 3 1 times 1 cost 20ms sense 4/44/0");
        assertThat(meet(faults, 3, 1).extraNanos()).isEqualTo(10 * MILLI);
        assertThat(meet(faults, 3, 1).failure()).contains(new Sense(4, 0x44, 0).asOutcome());
        assertThat(meet(faults, 3, 1)).isEqualTo(unharmed(1, 0));
    }

    @Test
    void twoEqualBadSpotsAreOne() {
        var faults = faults("bad 3 1 times 1\nbad 3 1 times 1");
        assertThat(meet(faults, 3, 1).failure()).isPresent();
        assertThat(meet(faults, 3, 1).failure()).isEmpty();
    }

    @Test
    void eachSectorOfABadSpotHasItsOwnTries() {
        var faults = faults("bad 3 2 times 1");
        assertThat(meet(faults, 4, 1).failure()).isPresent();
        assertThat(meet(faults, 4, 1).failure()).isEmpty();
        assertThat(meet(faults, 3, 2).sectorsRead()).isZero();
        assertThat(meet(faults, 3, 2)).isEqualTo(unharmed(2, 0));
    }

    @Test
    void aHangForEverIsMetOnceAndOnlyWhereACommandGets() {
        var faults = faults("hang 9\nbad 5 1 times 1");
        assertThat(meet(faults, 0, 32).hangsForEver()).isFalse();
        assertThat(meet(faults, 0, 32)).isEqualTo(new Encounter(32, 0, true, Optional.empty()));
        assertThat(meet(faults, 0, 32)).isEqualTo(unharmed(32, 0));
    }

    @Test
    void aShortTransferBringsHalfOfWhatWasAsked() {
        var faults = faults("short 1 1");
        assertThat(meet(faults, 0, 32).failure())
                .contains(new ReadOutcome.ShortTransfer(32 * 1024));
        assertThat(faults.meet(new Sectors(1, 1), 100).failure())
                .contains(new ReadOutcome.ShortTransfer(50));
        assertThat(meet(faults, 2, 1).failure()).isEmpty();
    }
}
