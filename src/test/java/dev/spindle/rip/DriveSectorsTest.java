package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How sectors for structures are asked of a drive. */
@Tag("unit")
class DriveSectorsTest {
    private static final long LENGTH = 99 * 2048 + 100;

    private final List<String> commands = new ArrayList<>();
    private long badLba = -1;
    private boolean isGone;

    private final DriveSectors sectors =
            new DriveSectors(
                    new Drive() {
                        @Override
                        public DriveInfo info() {
                            return new DriveInfo("/dev/sr0", "", "", "", "", false);
                        }

                        @Override
                        public long lengthBytes() {
                            return LENGTH;
                        }

                        @Override
                        public OptionalLong topBytesPerSecond() {
                            return OptionalLong.empty();
                        }

                        @Override
                        public int sectorsPerRead() {
                            return 16;
                        }

                        @Override
                        public ReadOutcome read(long lba, int count, ByteBuffer into) {
                            commands.add(lba + "+" + count);
                            if (isGone) {
                                return new ReadOutcome.Gone("unplugged");
                            }
                            if (badLba >= lba && badLba < lba + count) {
                                return Sense.UNRECOVERED_READ_ERROR.asOutcome();
                            }
                            int bytes = (int) Math.min(count * 2048L, LENGTH - lba * 2048);
                            for (int i = 0; i < bytes; i++) {
                                into.put(i, (byte) (lba + i / 2048));
                            }
                            return new ReadOutcome.Good(bytes);
                        }

                        @Override
                        public void close() {}
                    });

    @Test
    void neighboursComeWithOneCommand() {
        byte[] run = sectors.read(16, 16).orElseThrow();
        assertThat(run).hasSize(16 * 2048).startsWith(16).endsWith(31);
        assertThat(commands).containsExactly("16+16");
    }

    @Test
    void moreThanADriveTakesComeOneByOne() {
        assertThat(sectors.read(0, 17).orElseThrow()).hasSize(17 * 2048).endsWith(16);
        assertThat(commands).hasSize(17);
    }

    @Test
    void aPartialLastSectorEndsWithZeros() {
        assertThat(sectors.read(98, 2).orElseThrow()).hasSize(4096).endsWith(0);
        byte[] last = sectors.read(99).orElseThrow();
        assertThat(last[99]).isEqualTo((byte) 99);
        assertThat(last[100]).isZero();
        assertThat(sectors.read(99, 2)).isEmpty();
        assertThat(sectors.read(100)).isEmpty();
        assertThat(sectors.read(-1)).isEmpty();
    }

    @Test
    void aRunIsTriedOnceAndASectorFourTimes() {
        badLba = 20;
        assertThat(sectors.read(16, 16)).isEmpty();
        assertThat(commands).hasSize(1);
        assertThat(sectors.read(20)).isEmpty();
        assertThat(commands).hasSize(5);
        assertThat(sectors.driveFailure()).isEmpty();
    }

    @Test
    void aDriveThatIsGoneIsAskedNothingMore() {
        isGone = true;
        assertThat(sectors.read(16, 16)).isEmpty();
        assertThat(sectors.read(20)).isEmpty();
        assertThat(commands).hasSize(1);
        assertThat(sectors.driveFailure()).containsInstanceOf(ReadOutcome.Gone.class);
    }
}
