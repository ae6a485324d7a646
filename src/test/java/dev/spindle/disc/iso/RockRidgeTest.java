package dev.spindle.disc.iso;

import static dev.spindle.disc.iso.IsoImage.ROOT;
import static dev.spindle.disc.iso.IsoImage.entry;
import static dev.spindle.disc.iso.IsoImage.join;
import static dev.spindle.disc.iso.IsoImage.name;
import static dev.spindle.disc.iso.IsoImage.numbers;
import static dev.spindle.disc.iso.IsoImage.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.iso.IsoImage.Place;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** Names, links, times and moved folders of Rock Ridge. */
@Tag("unit")
class RockRidgeTest {
    private final IsoImage disc = IsoImage.empty();

    @BeforeEach
    void sayThatItIsThere() {
        disc.folder(ROOT, ROOT, IsoImage.rockRidge());
    }

    private DiscEntry only() throws DiscException {
        assertThat(disc.tree().root().entries()).hasSize(1);
        return disc.tree().root().entries().getFirst();
    }

    @Test
    void aNameMayComeInParts() throws DiscException {
        disc.file("A", 100, 1, name(1, "a long "), name(0, "näme"));
        assertThat(only().name()).isEqualTo("a long näme");
    }

    @Test
    void aNameThatIsNotUtf8IsLatin1() throws DiscException {
        disc.file("A", 100, 1, entry("NM", (byte) 0, (byte) 0xE4));
        assertThat(only().name()).isEqualTo("ä");
    }

    @Test
    void withoutANameThePrimaryOneCounts() throws DiscException {
        disc.file("A.TXT;1", 100, 1, entry("NM", (byte) 2), numbers("PX", 0x81A4));
        assertThat(only().name()).isEqualTo("A.TXT");
    }

    @Test
    void withoutPosixModesItIsNotThere() throws DiscException {
        disc.folder(ROOT, ROOT, entry("SP", (byte) 0xBE, (byte) 0xEF, (byte) 0));
        disc.file("A", 100, 1, name(0, "b"));
        assertThat(only().name()).isEqualTo("A");
    }

    @Test
    void linksKeepTheirTargets() throws DiscException {
        byte[] target = {0, 8, 0, 0, 3, 'u', 's', 'r', 4, 0, 2, 0, 1, 1, 'a', 0, 1, 'b'};
        disc.file("L", 0, 0, name(0, "l"), numbers("PX", 0xA1FF), entry("SL", target));
        assertThat(only())
                .isInstanceOfSatisfying(
                        DiscLink.class,
                        link -> assertThat(link.target()).isEqualTo("/usr/.././ab"));
    }

    @Test
    void specialsHaveNoBytes() throws DiscException {
        disc.file("P", 0, 0, numbers("PX", 0x1180));
        assertThat(only())
                .isInstanceOfSatisfying(
                        DiscSpecial.class,
                        s -> assertThat(s.kind()).isEqualTo(DiscSpecial.Kind.PIPE));
    }

    @Test
    void timesComeInTwoForms() throws DiscException {
        byte[] brief = {3, 0, 0, 0, 0, 0, 0, 0, 70, 1, 1, 0, 0, 1, 0};
        disc.file("A", 100, 1, entry("TF", brief));
        assertThat(only().modified().orElseThrow()).hasToString("1970-01-01T00:00:01Z");
        byte[] digits = "\u00821999123123595950\0".getBytes(StandardCharsets.ISO_8859_1);
        sayThatItIsThere();
        disc.file("A", 100, 1, entry("TF", digits));
        assertThat(only().modified().orElseThrow()).hasToString("1999-12-31T23:59:59.500Z");
    }

    @Test
    void entriesGoOnElsewhere() throws DiscException {
        byte[] there = join(name(0, "from there"), entry("ST"), name(0, "not this"));
        disc.at(50).put(2000, there, 0, 10);
        disc.at(50).put(2000, join(name(0, "from there"), entry("ST")));
        disc.file("A", 100, 1, numbers("CE", 50, 2000, 19));
        assertThat(only().name()).isEqualTo("from there");
    }

    @Test
    void entriesThatGoOnForEverEnd() throws DiscException {
        byte[] circle = numbers("CE", 50, 0, 2048);
        disc.at(50).put(0, circle);
        disc.file("A", 100, 1, circle);
        disc.file("B", 100, 1, numbers("CE", 1 << 30, 7, -1));
        disc.file("C", 100, 1, new byte[] {'N', 'M', 2, 1, 'N', 'M', (byte) 200, 1});
        assertThat(disc.paths()).containsExactly("A", "B", "C");
    }

    @Test
    void movedFoldersStandWhereTheyBelong() throws DiscException {
        disc.put(ROOT, record(new Place(30, 2048, 2), text("RR_MOVED"), name(0, "rr_moved")));
        disc.folder(30, ROOT, new byte[0]).folder(31, 30, new byte[0]);
        disc.put(30, record(new Place(31, 2048, 2), text("D"), name(0, "deep"), entry("RE")));
        disc.put(31, record(new Place(100, 5, 0), text("F"), name(0, "leaf")));
        disc.file("D", 0, 0, name(0, "deep"), numbers("CL", 31));
        disc.file("E", 0, 0, name(0, "gone"), numbers("CL", 999_999));
        assertThat(disc.paths()).containsExactly("rr_moved", "deep", "deep/leaf", "gone");
        assertThat(disc.tree().problems())
                .containsExactly("the folder 'gone' is not where it should be");
    }

    @Test
    void movedFoldersThatNobodyClaimsStandWhereTheyAre() throws DiscException {
        disc.put(ROOT, record(new Place(30, 2048, 2), text("_RR_MOVE"), name(0, ".rr_moved")));
        disc.folder(30, ROOT, new byte[0]).folder(31, 30, new byte[0]).folder(32, 30, new byte[0]);
        disc.put(30, record(new Place(31, 2048, 2), text("A"), name(0, "claimed")));
        disc.put(30, record(new Place(32, 2048, 2), text("B"), name(0, "unclaimed")));
        disc.file("D", 0, 0, name(0, "deep"), numbers("CL", 31));
        assertThat(disc.paths()).containsExactly(".rr_moved", ".rr_moved/unclaimed", "deep");
        assertThat(disc.tree().problems()).isEmpty();
    }

    @Test
    void modesMayStandInTheContinuation() throws DiscException {
        byte[] announced = entry("SP", (byte) 0xBE, (byte) 0xEF, (byte) 0);
        disc.folder(ROOT, ROOT, join(announced, numbers("CE", 50, 0, 12)));
        disc.at(50).put(0, numbers("PX", 0x41ED));
        disc.file("A", 100, 1, name(0, "b"));
        assertThat(only().name()).isEqualTo("b");
    }

    @Test
    void sparseAndCompressedFilesAreNotGiven() throws DiscException {
        byte[] sparse = join(numbers("SF", 1, 5), new byte[] {1});
        sparse[2] = 21;
        disc.file("A", 100, 7, sparse);
        byte[] packed = join(new byte[] {'Z', 'F', 16, 1, 'p', 'z', 4, 15}, new byte[8]);
        packed[8] = 77;
        disc.file("B", 100, 7, packed);
        var entries = disc.tree().root().entries();
        assertThat((DiscFile) entries.get(0))
                .returns((1L << 32) + 5, DiscFile::sizeBytes)
                .returns("sparse", file -> file.obstacle().orElse(""));
        assertThat((DiscFile) entries.get(1))
                .returns(77L, DiscFile::sizeBytes)
                .returns("compressed (zisofs)", file -> file.obstacle().orElse(""));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
