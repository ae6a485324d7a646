package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.ReadCommand.Pass;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What the storage lost is read again, also where nothing more of the disc is wanted. */
@Tag("unit")
final class OwedTest {
    private static final int SECTOR = 2048;

    private final RescueMap map = new RescueMap(100L * SECTOR);
    private final Owed owed = new Owed(SECTOR, 16);

    private static ByteRange sectors(long first, long end) {
        return new ByteRange(first * SECTOR, end * SECTOR);
    }

    private List<ReadCommand> all(long badLba) {
        var commands = new ArrayList<ReadCommand>();
        for (var next = owed.next(map); next.isPresent(); next = owed.next(map)) {
            var command = next.get();
            commands.add(command);
            boolean isGood = badLba < command.lba() || badLba >= command.endLba();
            var range = sectors(command.lba(), command.endLba());
            if (isGood) {
                map.set(range, SectorStatus.FINISHED);
            } else {
                map.setUnfinished(range, command.statusOfFailure());
            }
        }
        return commands;
    }

    /** Buffers are cut at multiples of the largest read: no command may reach over one. */
    @Test
    void readsEndAtMultiples() {
        owed.add(RangeSet.of(sectors(14, 40)));
        assertThat(all(-1))
                .containsExactly(
                        new ReadCommand(14, 2, Pass.BACK),
                        new ReadCommand(16, 16, Pass.BACK),
                        new ReadCommand(32, 8, Pass.BACK));
        assertThat(owed.open(map).isEmpty()).isTrue();
        assertThat(map.bytes(SectorStatus.FINISHED)).isEqualTo(26L * SECTOR);
    }

    /** One sector that is weak today must not cost those around it. */
    @Test
    void whatFailsAsAWholeIsReadSectorBySector() {
        owed.add(RangeSet.of(sectors(16, 24)));
        var commands = all(19);
        assertThat(commands).hasSize(1 + 8);
        assertThat(commands.subList(1, 9)).allMatch(command -> command.sectors() == 1);
        assertThat(map.bytes(SectorStatus.FINISHED)).isEqualTo(7L * SECTOR);
        assertThat(owed.open(map)).isEqualTo(RangeSet.of(sectors(19, 20)));
    }

    @Test
    void nothingElseIsReadAgain() {
        map.set(sectors(50, 60), SectorStatus.NON_TRIMMED);
        map.set(sectors(60, 70), SectorStatus.BAD);
        owed.add(RangeSet.of(sectors(0, 1)));
        assertThat(all(-1)).containsExactly(new ReadCommand(0, 1, Pass.BACK));
    }
}
