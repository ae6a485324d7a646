package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileFacts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HexFormat;

/** What a C program printed for real files; the fields as the C compiler named them. */
@Tag("unit")
class StatxTest {
    private static final String EXT4_FILE =
            """
            ff370000001000000000000000000000020000000000000000000000a4810000
            a2c1200000000000881300000000000010000000000000007438300000000000
            b327006b00000000e5e292230000000000000000000000000000000000000000
            b327006b0000000017b7972300000000b327006b0000000017b7972300000000
            0000000000000000fe000000000000001b000000000000000002000000020000
            """;
    private static final String DEVICE =
            """
            ff37000000100000000000000000000001000000000000000000000080610000
            6600000000000000000000000000000000000000000000007030200000000000
            a720006b00000000e3d991330000000000000000000000000000000000000000
            a720006b00000000e3e2ce3300000000a720006b00000000e3e2ce3300000000
            fe00000000000000000000000600000018000000000000000002000000020000
            """;
    private static final String TMPFS_FOLDER =
            """
            ff170000001000000020000000000000020000000000000000000000ed410000
            0100000000000000280000000000000000000000000000007030200000000000
            a820006b00000000b1f635070000000000000000000000000000000000000000
            a820006b00000000b1f6350700000000a820006b00000000b1f6350700000000
            000000000000000000000000190000001c000000000000000000000000000000
            """;

    @Test
    void aRegularFile() {
        Statx file = Statx.parse(struct(EXT4_FILE));

        assertThat(file)
                .isEqualTo(
                        new Statx(0x37ff, 0100644, 5000, "254:0", "0:0", 2146722, 2, 27, 512, 512));
        assertThat(file.toFacts())
                .isEqualTo(
                        new FileFacts(FileFacts.Kind.REGULAR, 5000, "254:0", 2146722, 2, 512, 512));
    }

    @Test
    void aBlockDevice() {
        Statx device = Statx.parse(struct(DEVICE));

        assertThat(device.kind()).isEqualTo(FileFacts.Kind.BLOCK_DEVICE);
        assertThat(device.specialDevice()).isEqualTo("254:0");
        assertThat(device.device()).isEqualTo("0:6");
    }

    @Test
    void aFolderHasNoSizeAndWithoutItsMaskBitNoAlignment() {
        byte[] struct = struct(TMPFS_FOLDER);
        struct[0x98] = 1;
        struct[0x9C] = 1;

        assertThat(Statx.parse(struct).toFacts())
                .isEqualTo(new FileFacts(FileFacts.Kind.FOLDER, 0, "0:25", 1, 2, 0, 0));
    }

    @Test
    void theKernelFillsNoMoreThanTheSize() {
        byte[] buffer = new byte[Statx.SIZE_BYTES + 8];
        Arrays.fill(buffer, (byte) 0x5A);

        LibC.load().statx(Flags.AT_FDCWD, "/", 0, Flags.STATX_BASIC_STATS, buffer);

        assertThat(Arrays.copyOfRange(buffer, Statx.SIZE_BYTES, buffer.length)).containsOnly(0x5A);
        assertThat(buffer[Statx.SIZE_BYTES - 1]).isZero();
    }

    private static byte[] struct(String hex) {
        byte[] captured = HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
        return Arrays.copyOf(captured, Statx.SIZE_BYTES);
    }
}
