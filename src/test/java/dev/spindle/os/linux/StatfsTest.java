package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;

@Tag("unit")
class StatfsTest {
    private static final String EXT4 =
            """
            53ef00000000000000100000000000009de3ef030000000046ac980300000000
            09a23e010000000000000001000000008abff900000000003e1831da25626177
            ff00000000000000001000000000000020100000000000000000000000000000
            000000000000000000000000000000000000000000000000
            """;
    private static final String READ_ONLY_TMPFS =
            """
            9419020100000000001000000000000001000000000000000100000000000000
            0100000000000000c6142f0000000000c5142f0000000000a30fab01183ffd8e
            ff00000000000000001000000000000027100000000000000000000000000000
            000000000000000000000000000000000000000000000000
            """;

    @Test
    void capturedBytes() {
        assertThat(Statfs.parse(struct(EXT4)))
                .isEqualTo(new Statfs(0xEF53, 20_881_929L * 4096, false));
        assertThat(Statfs.parse(struct(READ_ONLY_TMPFS)))
                .isEqualTo(new Statfs(0x01021994, 4096, true));
    }

    @Test
    void aTypeWithTheHighestBitIsNoNegativeNumber() {
        byte[] struct = struct(EXT4);
        view(struct).putLong(0, 0xFFFF_FFFF_9123_683EL);

        assertThat(Statfs.parse(struct).type()).isEqualTo(0x9123683EL);
    }

    @Test
    void freeSpaceEndsAtTheLargestLong() {
        byte[] struct = struct(EXT4);
        for (long blocks : new long[] {-1, Long.MAX_VALUE, Long.MAX_VALUE / 4095}) {
            view(struct).putLong(32, blocks);
            assertThat(Statfs.parse(struct).freeBytes()).isEqualTo(Long.MAX_VALUE);
        }
    }

    @Test
    void withoutAFragmentSizeTheBlockSizeCounts() {
        byte[] struct = struct(EXT4);
        view(struct).putLong(72, 0).putLong(8, 512);

        assertThat(Statfs.parse(struct).freeBytes()).isEqualTo(20_881_929L * 512);
    }

    @Test
    void theKernelFillsNoMoreThanTheSize() {
        byte[] buffer = new byte[Statfs.SIZE_BYTES + 8];
        Arrays.fill(buffer, (byte) 0x5A);

        LibC.load().statfs("/", buffer);

        assertThat(Arrays.copyOfRange(buffer, Statfs.SIZE_BYTES, buffer.length)).containsOnly(0x5A);
        assertThat(buffer[Statfs.SIZE_BYTES - 1]).isZero();
    }

    private static ByteBuffer view(byte[] struct) {
        return ByteBuffer.wrap(struct).order(ByteOrder.nativeOrder());
    }

    private static byte[] struct(String hex) {
        byte[] captured = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        assertThat(captured).hasSize(Statfs.SIZE_BYTES);
        return captured;
    }
}
