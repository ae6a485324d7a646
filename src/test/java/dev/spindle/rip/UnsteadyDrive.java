package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.Set;

/**
 * A drive that reads some sectors of music wrongly, by a seed, and says that all is well.
 *
 * @param flaky sectors of which half of the readings have a wrong byte
 * @param hopeless sectors that never come twice alike
 */
record UnsteadyDrive(Drive drive, Random random, Set<Integer> flaky, Set<Integer> hopeless)
        implements DriveAround {
    private static final int WRONG_BYTES = 8;

    @Override
    public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
        ReadOutcome outcome = drive.read(lba, sectors, into);
        for (int i = 0; i < sectors && outcome instanceof ReadOutcome.Good; i++) {
            int sector = (int) lba + i;
            if (flaky.contains(sector) && random.nextBoolean()) {
                spoil(into, i, 1);
            }
            if (hopeless.contains(sector)) {
                spoil(into, i, WRONG_BYTES);
            }
        }
        return outcome;
    }

    private void spoil(ByteBuffer content, int sector, int bytes) {
        for (int i = 0; i < bytes; i++) {
            int at =
                    content.position()
                            + sector * RAW_SECTOR_BYTES
                            + random.nextInt(RAW_SECTOR_BYTES);
            content.put(at, (byte) (content.get(at) + 1 + random.nextInt(255)));
        }
    }
}
