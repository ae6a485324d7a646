package dev.spindle.disc.iso;

import static dev.spindle.disc.iso.IsoImage.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.iso.IsoImage.Place;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.TreeScope;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Which of several sessions and hierarchies is shown. */
@Tag("unit")
class IsoSessionsTest {
    /** A first session of 90 sectors. */
    private final IsoImage disc = new IsoImage(1000).volume(0, 90, 20);

    private static byte[] file(String name) {
        return record(new Place(50, 1, 0), name.getBytes(StandardCharsets.UTF_8));
    }

    private void second(int lba, int rootLba) {
        disc.volume(lba, 100, rootLba);
        disc.put(20, file("FIRST")).put(rootLba, file("SECOND"));
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 96, 240, 242})
    void anImageShowsTheSessionBehindTheFirst(int lba) throws DiscException {
        second(lba, lba + 20);
        assertThat(disc.paths()).containsExactly("SECOND");
        var volume = IsoVolume.read(disc.cache(), OptionalLong.empty()).orElseThrow();
        assertThat(volume.sessionLba()).isEqualTo(lba);
        assertThat(volume.endBytes()).hasValue((lba + 100) * 2048L);
    }

    @Test
    void whatOnlyLooksLikeASessionIsNone() throws DiscException {
        second(96, 20);
        disc.folder(20, 20, new byte[0]).put(20, file("FIRST"));
        assertThat(disc.paths()).containsExactly("FIRST");
    }

    @Test
    void theTocSaysWhereTheLastSessionIs() throws DiscException {
        second(500, 520);
        assertThat(disc.paths()).containsExactly("FIRST");
        var tree = IsoTrees.read(disc.cache(), TreeScope.WHOLE, OptionalLong.of(500));
        assertThat(tree.root().entry("SECOND")).isPresent();
        tree = IsoTrees.read(disc.cache(), TreeScope.WHOLE, OptionalLong.of(700));
        assertThat(tree.root().entry("FIRST")).isPresent();
    }

    @Test
    void jolietIsReadWhereThereIsNoRockRidge() throws DiscException {
        disc.descriptor(18, 255, 0, 0);
        ByteBuffer joliet = disc.descriptor(17, 2, 90, 40);
        joliet.put(88, "%/C".getBytes(StandardCharsets.US_ASCII));
        byte[] name = "Ünï;1".getBytes(StandardCharsets.UTF_16BE);
        disc.folder(40, 40, new byte[0]).put(40, record(new Place(50, 1, 0), name));
        disc.put(20, file("PLAIN"));
        assertThat(disc.paths()).containsExactly("Ünï");
        var volume = IsoVolume.read(disc.cache(), OptionalLong.empty()).orElseThrow();
        assertThat(volume.extensions()).containsExactly("Joliet level 2");
        disc.folder(20, 20, IsoImage.rockRidge()).put(20, file("PLAIN"));
        assertThat(disc.paths()).containsExactly("PLAIN");
    }

    @Test
    void enhancedDescriptorsAndBootRecordsAreFound() throws DiscException {
        disc.descriptor(19, 255, 0, 0);
        disc.descriptor(17, 2, 90, 40).put(6, (byte) 2);
        disc.descriptor(18, 0, 90, 40)
                .put(7, "EL TORITO SPECIFICATION".getBytes(StandardCharsets.US_ASCII));
        disc.folder(40, 40, new byte[0]).put(40, file("a name of ISO 9660:1999."));
        assertThat(disc.paths()).containsExactly("a name of ISO 9660:1999.");
        var volume = IsoVolume.read(disc.cache(), OptionalLong.empty()).orElseThrow();
        assertThat(volume.extensions()).containsExactly("ISO 9660:1999", "El Torito");
    }
}
