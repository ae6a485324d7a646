package dev.spindle.disc.udf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.Fixture;
import dev.spindle.disc.Listing;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeScope;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Damaged and hostile volumes: real ones with a few bytes changed. */
@Tag("unit")
class UdfDamageTest {
    private static final int EXTENDED = UdfTag.EXTENDED_FILE_ENTRY;
    private static final int INFORMATION_LENGTH = 56;

    private static DiscTree read(Fixture image) throws DiscException {
        return UdfTrees.read(image.disc(), TreeScope.WHOLE);
    }

    private static void readsAsListed(Patch patch) throws DiscException {
        Fixture image = patch.image();
        DiscTree tree = read(image);
        assertThat(Listing.of(tree, image.bytes())).isEqualTo(image.listed("udf"));
        assertThat(tree.problems()).isEmpty();
    }

    private static DiscFile file(DiscTree tree, String name) {
        return (DiscFile) tree.root().entry(name).orElseThrow();
    }

    /** Sector of the extended entry of the first file of that length. */
    private static int entryOf(Patch patch, long bytes) {
        return patch.sectorsOf(EXTENDED).stream()
                .filter(s -> patch.at(s * 2048).get(27) == 5)
                .filter(s -> patch.at(s * 2048).getLong(INFORMATION_LENGTH) == bytes)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theReserveSequenceServesWhereTheMainOneIsGone() throws DiscException {
        var patch = new Patch("udf201-hd");
        int main = patch.at(256 * 2048).getInt(20);
        readsAsListed(patch.spoil(main, 16));
    }

    @Test
    void theLastAnchorServesWhereTheFirstIsGone() throws DiscException {
        readsAsListed(new Patch("udf201-hd").spoil(256, 1));
    }

    @Test
    void withoutAnyAnchorItIsRefused() {
        var patch = new Patch("udf201-hd");
        patch.sectorsOf(UdfTag.ANCHOR).forEach(anchor -> patch.spoil(anchor, 1));

        assertThatThrownBy(() -> read(patch.image()))
                .isInstanceOf(DiscException.class)
                .hasMessage("none of its lists of volume descriptors is whole");
    }

    @Test
    void theMirrorServesBlockByBlock() throws DiscException {
        var patch = new Patch("udf250-metadata");
        // All entries in the first piece of the main metadata file; the mirror is behind the data.
        var entries = patch.sectorsOf(EXTENDED).stream().filter(s -> s > 288 && s < 321).toList();
        assertThat(entries).hasSizeGreaterThan(5);
        entries.forEach(entry -> patch.spoil(entry, 1));
        readsAsListed(patch);
    }

    @Test
    void withoutMetadataAndMirrorItIsRefused() {
        var patch = new Patch("udf250-mirror");
        patch.sectorsOf(EXTENDED).stream()
                .filter(s -> patch.at(s * 2048).get(27) == (byte) 251)
                .toList()
                .forEach(mirror -> patch.spoil(mirror, 1));

        assertThatThrownBy(() -> read(patch.image()))
                .isInstanceOf(DiscException.class)
                .hasMessageStartingWith("the metadata file is damaged");
    }

    @Test
    void theTableOfAVirtualPartitionIsFoundBeforeTheRunOut() throws DiscException {
        int sectors = (int) Fixture.load("udf201-dvdr").sectors();
        for (int runOut : List.of(0, 2, 31, 150, 300)) {
            readsAsListed(new Patch("udf201-dvdr").length(sectors + runOut));
        }
    }

    @Test
    void withoutThatTableItIsRefused() {
        var patch = new Patch("udf201-dvdr");
        int sectors = (int) patch.image().sectors();

        assertThatThrownBy(() -> read(patch.length(sectors + 100).image()))
                .isInstanceOf(DiscException.class)
                .hasMessageContaining("the disc is open or cut off");
    }

    @Test
    void aDamagedEntryCostsOneFile() throws DiscException {
        var patch = new Patch("udf201-hd");
        int entry = entryOf(patch, 107);
        int before = read(patch.image()).root().entries().size();

        var tree = read(patch.spoil(entry, 1).image());

        assertThat(tree.root().entries()).hasSize(before - 1);
        assertThat(tree.problems())
                .singleElement()
                .asString()
                .startsWith(".hidden: it is damaged, at block ");
    }

    @Test
    void anAbsurdLengthIsAnObstacle() throws DiscException {
        var patch = new Patch("udf201-short");
        int entry = entryOf(patch, 300_001);
        patch.sector(entry, b -> b.putLong(INFORMATION_LENGTH, Long.MAX_VALUE));

        var file = file(read(patch.image()), "S300001.BIN");

        assertThat(file.sizeBytes()).isEqualTo(Long.MAX_VALUE);
        assertThat(file.extents()).isEmpty();
        assertThat(file.obstacle().orElseThrow()).endsWith("bytes shorter than itself");
    }

    @Test
    void aNegativeLengthIsAnObstacle() throws DiscException {
        var patch = new Patch("udf201-short");
        int entry = entryOf(patch, 300_001);
        patch.sector(entry, b -> b.putLong(INFORMATION_LENGTH, -5));

        var file = file(read(patch.image()), "S300001.BIN");

        assertThat(file.sizeBytes()).isZero();
        assertThat(file.obstacle()).contains("its length is absurd");
    }

    @Test
    void aPieceBehindThePartitionIsAnObstacle() throws DiscException {
        var patch = new Patch("udf201-short");
        int entry = entryOf(patch, 300_001);
        int first = 216 + patch.at(entry * 2048).getInt(208);
        patch.sector(entry, b -> b.putInt(first + 4, 0x7FFF_FFFF));

        assertThat(file(read(patch.image()), "S300001.BIN").obstacle().orElseThrow())
                .startsWith("there is no block 2147483647");
    }

    @Test
    void piecesThatLeadInACircleAreAnObstacle() throws DiscException {
        var patch = new Patch("udf201-short");
        int entry = entryOf(patch, 300_001);
        int first = 216 + patch.at(entry * 2048).getInt(208);
        int block = patch.at(entry * 2048).getInt(first + 4);
        int partition = entry - patch.at(entry * 2048).getInt(12);
        patch.sector(entry, b -> b.putInt(first, 0xC000_0000 | 2048));
        patch.sector(partition + block, b -> circle(b, block));

        var tree = read(patch.image());

        assertThat(file(tree, "S300001.BIN").obstacle()).contains("its pieces lead on and on");
        assertThat(file(tree, "S65537.BIN").obstacle()).isEmpty();
    }

    /** A continuation whose only piece leads to itself. */
    private static void circle(ByteBuffer extent, int block) {
        extent.putShort(0, (short) UdfTag.ALLOCATION_EXTENT).putShort(10, (short) 24);
        extent.putInt(12, block).putInt(20, 16).putLong(32, 0);
        extent.putInt(24, 0xC000_0000 | 2048).putInt(28, block);
    }

    @Test
    void aFolderInItselfIsListedOnce() throws DiscException {
        var patch = new Patch("bridge-links");
        // In the root's list, the entry of DOCS is given the place of the root.
        int name = patch.find("\bDOCS".getBytes(StandardCharsets.ISO_8859_1), 257 * 2048);
        int root = rootBlock(patch);
        patch.descriptor(name - 38, b -> b.putInt(24, root));

        var tree = read(patch.image());

        assertThat(tree.problems())
                .contains("the folder DOCS leads back to a folder that was listed before");
        assertThat(tree.root().entry("README.TXT")).isPresent();
    }

    private static int rootBlock(Patch patch) {
        int fileSet = patch.sectorsOf(UdfTag.FILE_SET).getFirst();
        return patch.at(fileSet * 2048).getInt(404);
    }

    @Test
    void aBrokenListOfEntriesKeepsWhatCameBefore() throws DiscException {
        var patch = new Patch("bridge-links");
        int name = patch.find("\bDOCS".getBytes(StandardCharsets.ISO_8859_1), 257 * 2048);
        patch.at(name).put(1, (byte) 'X');

        assertThat(read(patch.image()).problems())
                .containsExactly("the root folder: its list of entries is damaged");
    }

    @Test
    void namedStreamsAreCounted() throws DiscException {
        var patch = new Patch("udf201-hd");
        patch.sector(entryOf(patch, 107), b -> b.putInt(152, 2048));

        assertThat(read(patch.image()).problems())
                .containsExactly("its named streams are not listed; files that have some: 1");
    }

    @Test
    void aTornImageNeverThrowsAnythingElse() {
        int sectors = (int) Fixture.load("udf250-metadata").sectors();
        int refused = 0;
        for (int keep = 0; keep < sectors; keep += 7) {
            try {
                assertThat(read(new Patch("udf250-metadata").length(keep).image())).isNotNull();
            } catch (DiscException declared) {
                assertThat(declared).message().isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    /** Found by fuzzing: such entries gave places without any length, and reading never ended. */
    @Test
    void sparedPacketsThatBeginNowhereAreIgnored() throws DiscException {
        var patch = new Patch("udf150-cdrw-sizes");
        byte[] title = "*UDF Sparing Table".getBytes(StandardCharsets.US_ASCII);
        int table = patch.find(title, 0) - 17;
        patch.descriptor(
                table,
                bytes -> {
                    bytes.putShort(48, (short) 240).putInt(52, 1_000_000);
                    for (int i = 0; i < 240; i++) {
                        bytes.putInt(56 + 8 * i, 32 * i + 1).putInt(60 + 8 * i, 300);
                    }
                });

        var tree = UdfTrees.read(patch.image().disc(), TreeScope.WHOLE);

        assertThat(Listing.of(tree, patch.image().bytes())).isEqualTo(patch.image().listed("udf"));
    }

    /** A hundred pieces of a gigabyte each, in a partition whose runs are single blocks. */
    @Test
    void aFileOfEndlesslyManySmallRunsIsRefused() {
        var space = new UdfSpace(new UdfBlocks(Fixture.load("udf201-hd").disc(), 2048));
        var physical = new PhysicalPartition(0, 600_000);
        space.add(new VirtualPartition(physical, IntStream.range(0, 524_288).toArray()));
        var pieces = ByteBuffer.allocate(2048).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 100; i++) {
            pieces.putInt(i * LongAd.BYTES, 0x3FFF_F800);
        }
        var place = new UdfSpace.Structure(new Bytes(pieces.array()), 0);
        var nowhere = new LongAd(0, 0, 0);
        var entry = new UdfEntry(place, 0, 5, 1, 1L << 40, 0, 1600, Optional.empty(), nowhere);
        assertThatThrownBy(() -> UdfContent.of(space, entry))
                .isInstanceOf(DiscException.class)
                .hasMessageContaining("longer than those of any real disc");
    }
}
