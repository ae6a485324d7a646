package dev.spindle.disc.udf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.tree.Extent;
import dev.spindle.disc.udf.UdfPartition.Run;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The small parts of the reader: names, times, check sums, partitions. */
@Tag("unit")
class UdfPartsTest {
    private static final PhysicalPartition PHYSICAL = new PhysicalPartition(1000, 100);

    @Test
    void theCheckSumIsThatOfTheStandard() {
        var bytes = new Bytes(new byte[] {0x70, 0x6A, 0x77});

        assertThat(Crc.of(bytes, 0, 3)).as("ECMA-167 3/7.2.6, its example").isEqualTo(0x3299);
    }

    @Test
    void namesOfEightBitsAreLatin() {
        assertThat(name(8, "Größe".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("Größe");
    }

    @Test
    void namesOfSixteenBitsMayHavePairs() {
        assertThat(name(16, "漢😀".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("漢😀");
    }

    @Test
    void halfAPairIsReplaced() {
        assertThat(name(16, new byte[] {(byte) 0xD8, 0, 0, 'a'})).isEqualTo("\uFFFDa");
    }

    @Test
    void whatCanStandInNoNameIsAnUnderscore() {
        assertThat(name(8, "a/b\0".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("a_b_");
        assertThat(name(8, "..".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("_");
        assertThat(name(254, "gone".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo("_");
        assertThat(name(8, new byte[0])).isEqualTo("_");
    }

    private static String name(int bits, byte[] characters) {
        byte[] field = new byte[characters.length + 1];
        field[0] = (byte) bits;
        System.arraycopy(characters, 0, field, 1, characters.length);
        return UdfNames.decode(new Bytes(field), 0, field.length);
    }

    @Test
    void timesHaveTheirZone() {
        assertThat(UdfTimestamp.at(time(120, 6, 15), 0))
                .contains(Instant.parse("2020-06-15T10:34:56.010203Z"));
        assertThat(UdfTimestamp.at(time(-2047, 6, 15), 0))
                .as("no zone")
                .contains(Instant.parse("2020-06-15T12:34:56.010203Z"));
    }

    @Test
    void whatIsNoDateIsNone() {
        assertThat(UdfTimestamp.at(time(0, 13, 1), 0)).isEmpty();
        assertThat(UdfTimestamp.at(time(0, 2, 30), 0)).isEmpty();
        assertThat(UdfTimestamp.at(new Bytes(new byte[12]), 0)).isEmpty();
    }

    private static Bytes time(int zone, int month, int day) {
        return new Bytes(
                ByteBuffer.allocate(12)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putShort((short) (0x1000 | (zone & 0xFFF)))
                        .putShort((short) 2020)
                        .put(new byte[] {(byte) month, (byte) day, 12, 34, 56, 1, 2, 3})
                        .array());
    }

    @Test
    void numbersAreUnsignedAndLittleEndian() {
        var bytes = new Bytes(new byte[] {-1, -1, -1, -1, 1, 0, 0, 0});

        assertThat(bytes.u8(0)).isEqualTo(255);
        assertThat(bytes.u16(0)).isEqualTo(65_535);
        assertThat(bytes.u32(0)).isEqualTo(0xFFFF_FFFFL);
        assertThat(bytes.u64(0)).isEqualTo(0x1_FFFF_FFFFL);
        assertThat(bytes.slice(4, 4).u32(0)).isEqualTo(1);
        assertThat(bytes.hasText(4, "\1\0")).isTrue();
        assertThat(bytes.hasText(4, "\1\1")).isFalse();
    }

    @Test
    void aPhysicalPartitionEndsWhereItEnds() {
        assertThat(PHYSICAL.places(0)).containsExactly(new Run(1000, 100));
        assertThat(PHYSICAL.places(99)).containsExactly(new Run(1099, 1));
        assertThat(PHYSICAL.places(100)).isEmpty();
        assertThat(PHYSICAL.places(-1)).isEmpty();
    }

    @Test
    void sparedPacketsStandElsewhereAndOthersInBetween() {
        var spared = new TreeMap<>(Map.of(32L, 5000L, 96L, 6000L));
        var partition = new SparablePartition(PHYSICAL, 32, spared);

        assertThat(partition.places(0)).containsExactly(new Run(1000, 32));
        assertThat(partition.places(33)).containsExactly(new Run(5001, 31));
        assertThat(partition.places(64)).containsExactly(new Run(1064, 32));
        assertThat(partition.places(97)).containsExactly(new Run(6001, 3));
        assertThat(partition.places(100)).isEmpty();
    }

    @Test
    void aVirtualPartitionGoesBlockByBlock() {
        var partition = new VirtualPartition(PHYSICAL, new int[] {7, -1, 3, 500});

        assertThat(partition.places(0)).containsExactly(new Run(1007, 1));
        assertThat(partition.places(1)).as("unused").isEmpty();
        assertThat(partition.places(2)).containsExactly(new Run(1003, 1));
        assertThat(partition.places(3)).as("behind the partition").isEmpty();
        assertThat(partition.places(4)).isEmpty();
    }

    @Test
    void aMetadataPartitionHasItsMirror() {
        var main = List.of(Extent.atSector(10, 4096), Extent.atSector(50, 2048));
        var mirror = List.of(Extent.atSector(90, 6144));
        var partition = new MetadataPartition(2048, List.of(main, mirror));

        assertThat(partition.places(1)).containsExactly(new Run(11, 1), new Run(91, 2));
        assertThat(partition.places(2)).containsExactly(new Run(50, 1), new Run(92, 1));
        assertThat(partition.places(3)).isEmpty();
    }

    @Test
    void metadataThatWasNeverWrittenIsNowhere() {
        var partition =
                new MetadataPartition(2048, List.of(List.of(new Extent(Extent.UNRECORDED, 4096))));

        assertThat(partition.places(0)).isEmpty();
    }
}
