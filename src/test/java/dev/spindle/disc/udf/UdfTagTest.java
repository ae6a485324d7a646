package dev.spindle.disc.udf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.fuzz.Tags;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.ReadBudget;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.udf.UdfPartition.Run;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tags, blocks, sequences of descriptors and tables of spared packets, sector by sector. */
@Tag("unit")
class UdfTagTest {
    private static final int SECTORS = 300;

    private final byte[] image = new byte[SECTORS * 2048];
    private final Set<Long> bad = new HashSet<>();

    private UdfBlocks blocks(int blockBytes) {
        return new UdfBlocks(
                new SectorCache(
                        lba ->
                                bad.contains(lba)
                                        ? Optional.empty()
                                        : Optional.of(
                                                Arrays.copyOfRange(
                                                        image,
                                                        (int) lba * 2048,
                                                        (int) lba * 2048 + 2048)),
                        SECTORS,
                        ReadBudget.TREE),
                blockBytes);
    }

    private ByteBuffer at(int sector) {
        return ByteBuffer.wrap(image, sector * 2048, 2048).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** A descriptor with good sums over all of its block. */
    private void descriptor(int sector, int identifier, Consumer<ByteBuffer> content) {
        ByteBuffer bytes = at(sector);
        content.accept(bytes);
        bytes.putShort(0, (short) identifier).putShort(10, (short) 2032).putInt(12, sector);
        Tags.seal(image, sector * 2048);
    }

    private Bytes block(int sector) {
        return blocks(2048).read(sector).orElseThrow();
    }

    @Test
    void aTagIsValidInItsPlaceWithItsKindAndSum() {
        descriptor(7, UdfTag.PARTITION, _ -> {});
        assertThat(UdfTag.isValid(block(7), UdfTag.PARTITION, 7)).isTrue();
        assertThat(UdfTag.isValid(block(7), UdfTag.PARTITION, 8)).as("elsewhere").isFalse();
        assertThat(UdfTag.isValid(block(7), UdfTag.PRIMARY, 7)).as("another kind").isFalse();
        at(7).put(5, (byte) 1);
        assertThat(UdfTag.isValid(block(7), UdfTag.PARTITION, 7)).as("a wrong sum").isFalse();
    }

    @Test
    void aDescriptorIsWholeIfItsCheckSumHolds() {
        descriptor(7, UdfTag.PARTITION, bytes -> bytes.putInt(500, 77));
        assertThat(UdfTag.isWhole(block(7))).isTrue();
        at(7).putInt(500, 78);
        assertThat(UdfTag.isWhole(block(7))).isFalse();
        assertThat(UdfTag.isValid(block(7), UdfTag.PARTITION, 7)).as("by its tag").isTrue();
    }

    @Test
    void onlyTheBytesThatItCountsAreChecked() {
        ByteBuffer bytes = at(7);
        bytes.putShort(0, (short) 5).putShort(10, (short) 100).putInt(12, 7);
        Tags.seal(image, 7 * 2048);
        bytes.put(16 + 100, (byte) 9);
        assertThat(UdfTag.isWhole(block(7))).isTrue();
        bytes.put(16 + 99, (byte) 9);
        assertThat(UdfTag.isWhole(block(7))).isFalse();
    }

    @Test
    void aLengthBeyondTheBlockIsNoLength() {
        descriptor(7, UdfTag.PARTITION, _ -> {});
        ByteBuffer bytes = at(7);
        // The sum over the tag stays good: what one byte gains the sum gains too.
        bytes.putShort(10, (short) (2032 + 1)).put(4, (byte) (bytes.get(4) + 1));
        assertThat(UdfTag.isValid(block(7), UdfTag.PARTITION, 7)).isTrue();
        assertThat(UdfTag.isWhole(block(7))).isFalse();
    }

    @Test
    void anExtentsKindIsNoPartOfItsLength() {
        var ad = new Bytes(new byte[] {1, 0, 0, (byte) 0xC0, 2, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0});
        assertThat(LongAd.at(ad, 0)).isEqualTo(new LongAd(1, 2, 3));
        assertThat(new LongAd(0, 2, 3).isEmpty()).isTrue();
        assertThat(new LongAd(1, 0, 0).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"512, 1200", "1024, 600", "2048, 300", "4096, 150", "32768, 18"})
    void blocksOfAnySizeAreCountedAndRead(int blockBytes, long count) {
        for (int sector = 0; sector < SECTORS; sector++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                at(sector).putInt(quarter * 512, sector * 4 + quarter);
            }
        }
        var blocks = blocks(blockBytes);
        assertThat(blocks.count()).isEqualTo(count);
        for (long block : new long[] {0, 1, 7, count - 1}) {
            Bytes bytes = blocks.read(block).orElseThrow();
            assertThat(bytes.length()).isEqualTo(blockBytes);
            assertThat(bytes.u32(0)).isEqualTo(block * blockBytes / 512);
            assertThat(bytes.u32(blockBytes - 512)).isEqualTo((block + 1) * blockBytes / 512 - 1);
        }
        assertThat(blocks.read(count)).isEmpty();
        assertThat(blocks.read(-1)).isEmpty();
    }

    @Test
    void aLargeBlockWithABadSectorCantBeRead() {
        bad.add(9L);
        assertThat(blocks(4096).read(4)).isEmpty();
        assertThat(blocks(4096).read(5)).isPresent();
        assertThat(blocks(512).read(35)).isPresent();
        assertThat(blocks(512).read(36)).isEmpty();
    }

    private void partition(int sector, int number, int partition, int start) {
        descriptor(
                sector,
                UdfTag.PARTITION,
                bytes ->
                        bytes.putInt(16, number)
                                .putShort(22, (short) partition)
                                .putInt(188, start)
                                .putInt(192, 10));
    }

    private VolumeSequence sequence(int first, long bytes) {
        return VolumeSequence.read(blocks(2048), first, bytes);
    }

    @Test
    void ofTwoDescriptorsTheHigherNumberCountsAndOfEqualOnesTheLater() {
        partition(20, 5, 0, 100);
        partition(21, 4, 0, 200);
        partition(22, 5, 0, 300);
        partition(23, -1, 1, 400);
        partition(24, 7, 1, 500);
        var partitions = sequence(20, 16 * 2048).partitions();
        assertThat(partitions).hasSize(2);
        assertThat(partitions).hasEntrySatisfying(0, p -> assertThat(p.u32(188)).isEqualTo(300));
        assertThat(partitions)
                .as("numbers are unsigned")
                .hasEntrySatisfying(1, p -> assertThat(p.u32(188)).isEqualTo(400));
    }

    @Test
    void whatStandsBehindTheTerminatorDoesNotCount() {
        partition(20, 1, 0, 100);
        descriptor(21, UdfTag.TERMINATOR, _ -> {});
        partition(22, 1, 1, 200);
        assertThat(sequence(20, 16 * 2048).partitions()).containsOnlyKeys(0);
        assertThat(sequence(20, 16 * 2048).blocks()).containsExactly(20L, 21L);
    }

    @Test
    void aBadBlockInBetweenIsSkipped() {
        partition(20, 1, 0, 100);
        bad.add(21L);
        partition(22, 1, 1, 200);
        assertThat(sequence(20, 3 * 2048).partitions()).containsOnlyKeys(0, 1);
        assertThat(sequence(20, 2 * 2048).partitions()).containsOnlyKeys(0);
        assertThat(sequence(20, 2047).tellsAnything()).isFalse();
    }

    @Test
    void aSequenceThatDoesNotEndIsGivenUp() {
        partition(20 + 63, 1, 0, 100);
        partition(20 + 64, 1, 1, 200);
        assertThat(sequence(20, 0xFFFF_FFFFL).partitions()).containsOnlyKeys(0);
    }

    @Test
    void theSizeIsTheEndOfTheLastPartitionThatIsNotWrittenOnce() {
        partition(20, 1, 0, 100);
        partition(21, 1, 1, 50);
        assertThat(sequence(20, 2 * 2048).sizeBytes(2048)).hasValue(110 * 2048);
        descriptor(20, UdfTag.PARTITION, bytes -> bytes.putInt(184, 2));
        assertThat(sequence(20, 2 * 2048).sizeBytes(2048)).hasValue(60 * 2048);
        descriptor(21, UdfTag.PARTITION, bytes -> bytes.putInt(192, 0));
        assertThat(sequence(20, 2 * 2048).sizeBytes(2048)).isEmpty();
    }

    /** A table of spared packets: pairs of a packet's first block, and where it stands. */
    private void sparing(int sector, int number, long... pairs) {
        descriptor(
                sector,
                0,
                bytes -> {
                    bytes.put(17, "*UDF Sparing Table".getBytes(StandardCharsets.US_ASCII));
                    bytes.putShort(48, (short) (pairs.length / 2)).putInt(52, number);
                    for (int i = 0; i < pairs.length; i++) {
                        bytes.putInt(56 + 4 * i, (int) pairs[i]);
                    }
                });
    }

    private UdfPartition spared(int packetBlocks, int... tables) throws DiscException {
        ByteBuffer map = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        map.putShort(40, (short) packetBlocks).put(42, (byte) tables.length).putInt(44, 2048);
        for (int i = 0; i < tables.length; i++) {
            map.putInt(48 + 4 * i, tables[i]);
        }
        return SparingTables.partition(
                blocks(2048), new PhysicalPartition(100, 96), new Bytes(map.array()));
    }

    @Test
    void theNewestTableThatIsWholeCounts() throws DiscException {
        sparing(30, 3, 32, 1000);
        sparing(31, 4, 32, 2000);
        sparing(32, 9, 32, 3000);
        at(32).put(17, (byte) 'x');
        assertThat(spared(32, 30, 31, 32).places(40)).containsExactly(new Run(2008, 24));
        assertThat(spared(32, 31, 30, 32).places(40)).containsExactly(new Run(2008, 24));
        bad.add(31L);
        assertThat(spared(32, 30, 31, 32).places(40)).containsExactly(new Run(1008, 24));
        bad.add(30L);
        assertThatThrownBy(() -> spared(32, 30, 31, 32))
                .hasMessage("its tables of spared packets can't be read");
    }

    @Test
    void entriesThatNameNoPacketAreNone() throws DiscException {
        sparing(30, 1, 0xFFFF_FFFFL, 1, 0xFFFF_FFF0L, 2, 33, 3, 64, 5000);
        var partition = spared(32, 30);
        assertThat(partition.places(0)).containsExactly(new Run(100, 64));
        assertThat(partition.places(33)).containsExactly(new Run(133, 31));
        assertThat(partition.places(64)).containsExactly(new Run(5000, 32));
    }

    @ParameterizedTest
    @CsvSource({"0", "3", "33", "65535"})
    void packetsHaveAPowerOfTwoOfBlocks(int packetBlocks) {
        sparing(30, 1);
        assertThatThrownBy(() -> spared(packetBlocks, 30))
                .isInstanceOf(DiscException.class)
                .hasMessage("its packets have " + packetBlocks + " blocks");
    }

    @Test
    void moreEntriesThanTheTableHoldsAreNotLookedFor() throws DiscException {
        sparing(30, 1, 32, 1000);
        descriptor(30, 0, bytes -> bytes.putShort(48, (short) -1));
        assertThat(spared(32, 30).places(32)).isEqualTo(List.of(new Run(1000, 32)));
    }
}
