package dev.spindle.disc.iso;

import static dev.spindle.disc.iso.IsoImage.ROOT;
import static dev.spindle.disc.iso.IsoImage.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.iso.IsoImage.Place;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.Extent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** Where the bytes of files lie, and which files can't be had by that. */
@Tag("unit")
class FilesTest {
    private static final int MORE = 0x80;

    private final IsoImage disc = IsoImage.empty();

    private void put(int lba, int bytes, int flags, int changedAt, int to) {
        byte[] record = record(new Place(lba, bytes, flags), text("F"));
        if (changedAt > 0) {
            record[changedAt] = (byte) to;
        }
        disc.put(ROOT, record);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private DiscFile only() throws DiscException {
        var entries = disc.tree().root().entries();
        assertThat(entries).hasSize(1);
        return (DiscFile) entries.getFirst();
    }

    @Test
    void aFileOfManyExtentsIsOne() throws DiscException {
        put(100, 4096, MORE, 0, 0);
        put(300, 2048, MORE, 0, 0);
        put(200, 5, 0, 0, 0);
        assertThat(only().sizeBytes()).isEqualTo(4096 + 2048 + 5);
        assertThat(only().extents())
                .containsExactly(
                        Extent.atSector(100, 4096),
                        Extent.atSector(300, 2048),
                        Extent.atSector(200, 5));
        assertThat(only().obstacle()).isEmpty();
    }

    @Test
    void aFileWhoseLastPartIsMissingSaysSo() throws DiscException {
        put(100, 4096, MORE, 0, 0);
        assertThat(only().obstacle()).hasValue("its last part is missing");
    }

    @Test
    void extendedAttributesComeBeforeTheBytes() throws DiscException {
        put(100, 10, 0, 1, 3);
        assertThat(only().extents()).containsExactly(Extent.atSector(103, 10));
    }

    @Test
    void lengthsFrom2GiBOnAreNotNegative() throws DiscException {
        put(100, 0xF000_0000, 0, 0, 0);
        assertThat(only().sizeBytes()).isEqualTo(0xF000_0000L);
        assertThat(only().obstacle()).hasValue("behind the end of the disc");
    }

    @Test
    void whatDoesNotLieInOnePieceIsShownButNotGiven() throws DiscException {
        put(100, 5, 0, 26, 1);
        assertThat(only().obstacle()).hasValue("interleaved");
    }

    @Test
    void aFileOfAnotherDiscOfTheSetSaysSo() throws DiscException {
        put(100, 5, 0, 28, 2);
        assertThat(only().obstacle()).hasValue("on another disc of its set");
    }

    @Test
    void emptyFilesHaveNoExtents() throws DiscException {
        put(0, 0, 0, 0, 0);
        assertThat(only().extents()).isEmpty();
        assertThat(only().obstacle()).isEmpty();
    }

    @Test
    void associatedFilesAreToldButLeftOut() throws DiscException {
        put(100, 5, 4, 0, 0);
        put(101, 6, 0, 0, 0);
        assertThat(only().sizeBytes()).isEqualTo(6);
        assertThat(disc.tree().problems())
                .containsExactly("associated files (resource forks) are left out");
    }

    @Test
    void smallBlocksBeginInsideOfSectors() throws DiscException {
        disc.at(16).putShort(128, (short) 512);
        IsoImage.both(disc.at(16), 158, ROOT * 4);
        put(401, 700, 0, 0, 0);
        assertThat(only().extents()).containsExactly(new Extent(401 * 512, 700));
    }

    @Test
    void namesAreMadeHarmless() throws DiscException {
        disc.file("a/b", 100, 1).file("..", 100, 1).file("\u00e9\0.X", 100, 1);
        assertThat(disc.paths()).containsExactly("a_b", "_.", "\u00e9_.X");
    }
}
