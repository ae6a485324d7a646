package dev.spindle.disc.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.sector.DiscException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** What is read at the first look, and to the byte what a tree may cost. */
@Tag("unit")
class TreeScopeTest {
    @ParameterizedTest
    @CsvSource({
        "0, VIDEO_TS, true",
        "0, video_ts, true",
        "0, BDMV, true",
        "0, HVDVD_TS, true",
        "0, AACS, false",
        "0, VIDEO_TS2, false",
        "1, VIDEO_TS, false",
        "0, '', false"
    })
    void theFirstLookEntersOnlyTheFoldersOfSigns(int depth, String name, boolean enters) {
        assertThat(TreeScope.SIGNS.enters(depth, name)).isEqualTo(enters);
        assertThat(TreeScope.WHOLE.enters(depth, name)).isTrue();
    }

    @Test
    void theFirstLookWantsNoFilesAndLittleOfAFolder() {
        assertThat(TreeScope.SIGNS.wantsFiles()).isFalse();
        assertThat(TreeScope.SIGNS.mostFolderBytes()).isEqualTo(32_768);
        assertThat(TreeScope.WHOLE.wantsFiles()).isTrue();
        assertThat(TreeScope.WHOLE.mostFolderBytes()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void thePathOfTheDeepestNameIsBounded() throws DiscException {
        var limits = new TreeLimits();
        limits.count(TreeLimits.MOST_PATH_CHARACTERS, 1, 0);
        assertThatThrownBy(() -> limits.count(TreeLimits.MOST_PATH_CHARACTERS + 1, 1, 0))
                .isInstanceOf(DiscException.class)
                .hasMessage("its folders lie deeper than 16384 characters of path");
    }

    @Test
    void manyDeepPathsAreMoreThanAListingHolds() throws DiscException {
        var limits = new TreeLimits();
        int fit = (64 << 20) / 16_384;
        for (int i = 0; i < fit; i++) {
            limits.count(16_384, 0, 0);
        }
        assertThatThrownBy(() -> limits.count(1, 0, 0))
                .hasMessage("it has more files and folders than Spindle lists");
    }

    @Test
    void namesAndExtentsCountAsMemory() throws DiscException {
        // 48 MiB at 160 for an entry, 2 for a character, 36 for an extent.
        assertThat(entriesThatFit(0, 0)).isEqualTo((48 << 20) / 160);
        assertThat(entriesThatFit(100, 0)).isEqualTo((48 << 20) / 360);
        assertThat(entriesThatFit(0, 1000)).isEqualTo((48 << 20) / 36_160);
    }

    private static int entriesThatFit(int nameCharacters, int extents) throws DiscException {
        var limits = new TreeLimits();
        for (int count = 0; ; count++) {
            try {
                limits.count(1, nameCharacters, extents);
            } catch (DiscException full) {
                return count;
            }
        }
    }

    @Test
    void targetsOfLinksAreHeldToo() {
        var builder = new TreeBuilder();
        var link = new DiscLink("l", Optional.empty(), "x".repeat(16_000_000));
        assertThatThrownBy(
                        () -> {
                            builder.root().add(link);
                            builder.root().add(link);
                        })
                .isInstanceOf(DiscException.class);
    }

    @Test
    void sizesThatAddUpToMoreThanAnyNumberStayTheLargest() throws DiscException {
        var builder = new TreeBuilder();
        for (String name : List.of("a", "b", "c")) {
            builder.root().add(new DiscFile(name, Optional.empty(), Long.MAX_VALUE - 1, List.of()));
        }
        assertThat(builder.build().totals())
                .isEqualTo(new DiscTree.Totals(3, 0, 0, Long.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 1",
        "0, 2048, 0, 1",
        "0, 2049, 0, 2",
        "2047, 1, 0, 1",
        "2047, 2, 0, 2",
        "2048, 1, 1, 2",
        "4095, 4098, 1, 5"
    })
    void anExtentReachesFromItsFirstByteToItsLast(long offset, long length, long first, long end) {
        var extent = new Extent(offset, length);
        assertThat(extent.firstLba()).isEqualTo(first);
        assertThat(extent.endLba()).isEqualTo(end);
    }
}
