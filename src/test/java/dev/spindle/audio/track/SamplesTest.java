package dev.spindle.audio.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;

/** Samples by place, whatever the read offset and however they are asked for. */
@Tag("unit")
final class SamplesTest {
    private static final int RAW = 2352;
    private static final int SECTORS = 60;
    private static final int ALL = SECTORS * 588;

    /** Of which each sample's number is its content, from 1 on. */
    private static final class Numbered implements Drive {
        long badLba = -1;

        @Override
        public DriveInfo info() {
            return new DriveInfo("/out/disc.cue", "", "", "", "", true);
        }

        @Override
        public long lengthBytes() {
            return SECTORS * RAW;
        }

        @Override
        public int sectorBytes() {
            return RAW;
        }

        @Override
        public OptionalLong topBytesPerSecond() {
            return OptionalLong.empty();
        }

        @Override
        public int sectorsPerRead() {
            return 7;
        }

        @Override
        public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
            assertThat(lba + sectors).isLessThanOrEqualTo(SECTORS);
            if (badLba >= lba && badLba < lba + sectors) {
                return new ReadOutcome.Gone("it is bad");
            }
            var words = into.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            for (long i = lba * 588; i < (lba + sectors) * 588; i++) {
                words.putInt((int) i + 1);
            }
            return new ReadOutcome.Good(sectors * RAW);
        }

        @Override
        public void close() {}
    }

    private static int[] read(Samples samples, long from, int count) throws IOException {
        var buffer = ByteBuffer.allocateDirect(count * Samples.BYTES);
        samples.read(from, buffer);
        var words = new int[count];
        buffer.flip().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(words);
        return words;
    }

    /** What is expected: the sample that many further on, and zero outside the music. */
    private static int expected(long sample, int offset, long first, long end) {
        long at = sample + offset;
        return at < first || at >= end ? 0 : (int) at + 1;
    }

    @Test
    void anyPieceAtAnyOffset() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            int offset = random.nextInt(5881) - 2940;
            long first = random.nextInt(5) * 588L;
            long end = (SECTORS - random.nextInt(5)) * 588L;
            int from = random.nextInt(ALL);
            int count = 1 + random.nextInt(Math.min(9000, ALL - from));
            int[] got =
                    read(
                            new Samples(new Numbered(), offset, first, end, new RangeSet()),
                            from,
                            count);
            int[] wanted = new int[count];
            Arrays.setAll(wanted, i -> expected(from + i, offset, first, end));
            assertThat(got).as("seed %d, round %d", seed, round).isEqualTo(wanted);
        }
    }

    /** What the drive has read beyond the disc stands there, and silence behind it. */
    @Test
    void atItsEdgesItHasWhatTheDriveHasRead() throws IOException {
        var before = ByteBuffer.allocate(2 * 4).order(ByteOrder.LITTLE_ENDIAN);
        before.putInt(-2).putInt(-1);
        var behind = ByteBuffer.allocate(2 * 4).order(ByteOrder.LITTLE_ENDIAN);
        behind.putInt(-11).putInt(-12);
        var edges = new Edges(before.array(), behind.array());
        assertThat(edges.isThere()).isTrue();
        assertThat(Edges.NONE.isThere()).isFalse();
        var late = new Samples(new Numbered(), 3, 0, ALL, new RangeSet(), edges);
        assertThat(read(late, ALL - 5, 5)).containsExactly(ALL - 1, ALL, -11, -12, 0);
        var early = new Samples(new Numbered(), -3, 0, ALL, new RangeSet(), edges);
        assertThat(read(early, 0, 5)).containsExactly(0, -2, -1, 1, 2);
        assertThat(read(early, 2, 2)).containsExactly(-1, 1);
    }

    @Test
    void anImageThatCantBeReadIsToldAndNotSilenced() {
        var image = new Numbered();
        image.badLba = 20;
        var samples = new Samples(image, 0, 0, ALL, new RangeSet());
        assertThatThrownBy(() -> read(samples, 0, ALL))
                .hasMessageContaining("/out/disc.cue can't be read at sector 14; rip it again");
    }
}
