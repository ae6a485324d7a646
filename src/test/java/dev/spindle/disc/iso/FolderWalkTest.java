package dev.spindle.disc.iso;

import static dev.spindle.disc.iso.IsoImage.ROOT;
import static dev.spindle.disc.iso.IsoImage.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.iso.IsoImage.Place;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.TreeScope;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Folders and how they are damaged. */
@Tag("unit")
class FolderWalkTest {
    private final IsoImage disc = IsoImage.empty();

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void readsFoldersInFolders() throws DiscException {
        disc.file("A.;1", 100, 5);
        disc.put(ROOT, record(new Place(30, 2048, 2), text("SUB")));
        disc.folder(30, ROOT, new byte[0]);
        disc.put(30, record(new Place(101, 6, 0), text("B.TXT;1")));
        assertThat(disc.paths()).containsExactly("A", "SUB", "SUB/B.TXT");
        assertThat(disc.tree().problems()).isEmpty();
        assertThat(disc.tree().root().entry("A").orElseThrow().modified().orElseThrow())
                .hasToString("2026-11-20T12:41:42Z");
    }

    @Test
    void aCircleOfFoldersEnds() throws DiscException {
        disc.put(ROOT, record(new Place(ROOT, 2048, 2), text("LOOP")));
        disc.put(ROOT, record(new Place(30, 2048, 2), text("SUB")));
        disc.folder(30, ROOT, new byte[0]);
        disc.put(30, record(new Place(ROOT, 2048, 2), text("BACK")));
        assertThat(disc.paths()).containsExactly("LOOP", "SUB", "SUB/BACK");
        assertThat(disc.tree().problems())
                .hasSize(2)
                .allMatch(problem -> problem.contains("not listed twice"));
    }

    @Test
    void foldersThatOverlapComeToAnEnd() {
        // Each sector is a folder that holds folders from every sector on, 4 MiB long.
        var hostile = new IsoImage(3000).volume(0, 3000, 30);
        for (int lba = 30; lba < 3000; lba++) {
            for (int i = 0; i < 50; i++) {
                int there = 30 + (lba * 50 + i) % 2970;
                hostile.put(lba, record(new Place(there, 4 << 20, 2), text("F" + i)));
            }
        }
        assertThatThrownBy(hostile::tree)
                .isInstanceOf(DiscException.class)
                .hasMessageMatching(".*(more files and folders|overlap or go in circles).*");
    }

    @Test
    void anAbsurdLengthIsCutAtTheEndOfTheDisc() throws DiscException {
        disc.at(16).putInt(166, -1).putInt(170, -1);
        disc.file("A", 100, 5);
        assertThat(disc.paths()).containsExactly("A");
        assertThat(disc.tree().problems())
                .containsExactly(
                        "a part of the folder '' lies behind the end of the disc, from sector"
                                + " 1000");
    }

    @Test
    void damagedSectorsAndRecordsCostOnlyTheirFiles() throws DiscException {
        disc.at(16).putInt(166, 3 * 2048).putInt(170, Integer.reverseBytes(3 * 2048));
        disc.file("A", 100, 5);
        disc.bad.add(21L);
        disc.put(22, record(new Place(101, 5, 0), text("B")));
        disc.put(22, new byte[] {33, 0, 0, 0});
        disc.put(22, record(new Place(101, 5, 0), text("LOST")));
        assertThat(disc.paths()).containsExactly("A", "B");
        assertThat(disc.tree().problems())
                .containsExactly(
                        "a part of the folder '' can't be read, at sector 21",
                        "a part of the folder '' is damaged");
    }

    @Test
    void theLittleEndianNumberWins() throws DiscException {
        var odd = record(new Place(101, 7, 0), text("ODD"));
        odd[9] = 99;
        disc.put(ROOT, odd);
        assertThat(disc.tree().problems()).first().asString().contains("'ODD' has two places");
        assertThat(disc.tree().root().entry("ODD")).get().asString().contains("206848");
    }

    @Test
    void theSignsOfADiscNeedOnlyItsRootAndSomeFolders() throws DiscException {
        disc.file("A", 100, 5);
        disc.put(ROOT, record(new Place(30, 2048, 2), text("VIDEO_TS")));
        disc.put(ROOT, record(new Place(31, 2048, 2), text("OTHER")));
        disc.folder(30, ROOT, new byte[0]).folder(31, ROOT, new byte[0]);
        disc.put(30, record(new Place(102, 6, 0), text("VIDEO_TS.IFO;1")));
        disc.put(31, record(new Place(103, 6, 0), text("X")));
        var paths = new ArrayList<String>();
        IsoTrees.read(disc.cache(), TreeScope.SIGNS).forEach((path, _) -> paths.add(path));
        assertThat(paths).containsExactly("A", "VIDEO_TS", "VIDEO_TS/VIDEO_TS.IFO", "OTHER");
    }

    @Test
    void whatIsNoVolumeIsRefused() {
        assertThatThrownBy(new IsoImage(1000)::tree)
                .hasMessage("there is no ISO 9660 volume descriptor");
        disc.at(16).putShort(128, (short) 3);
        assertThatThrownBy(disc::tree).hasMessageContaining("blocks of 3 bytes");
    }
}
