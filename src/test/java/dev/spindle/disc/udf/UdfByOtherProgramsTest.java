package dev.spindle.disc.udf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.Fixture;
import dev.spindle.disc.Listing;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.DiscFolder;
import dev.spindle.disc.tree.TreeScope;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** Images that mkudffs, genisoimage and the kernel's own UDF made: names, sizes, every byte. */
@Tag("unit")
class UdfByOtherProgramsTest {
    static List<String> images() {
        return Fixture.namesWith("udf");
    }

    @Test
    void thereAreSuchImages() {
        assertThat(images()).hasSizeGreaterThan(30);
    }

    @ParameterizedTest
    @MethodSource("images")
    void isAsTheKernelShowsIt(String name) throws DiscException {
        var image = Fixture.load(name);

        var tree = UdfTrees.read(image.disc(), TreeScope.WHOLE);

        assertThat(Listing.of(tree, image.bytes())).isEqualTo(image.listed("udf"));
        assertThat(tree.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("images")
    void signsHaveTheSameNamesInTheRoot(String name) throws DiscException {
        var image = Fixture.load(name);
        var whole = UdfTrees.read(image.disc(), TreeScope.WHOLE).root().entries();

        var signs = UdfTrees.read(image.disc(), TreeScope.SIGNS).root().entries();

        assertThat(signs)
                .extracting(e -> e.name())
                .isEqualTo(whole.stream().limit(signs.size()).map(e -> e.name()).toList())
                .hasSizeGreaterThanOrEqualTo(Math.min(whole.size(), 100));
    }

    @Test
    void signsShowWhatIsInTheFoldersOfBluRay() throws DiscException {
        var tree = UdfTrees.read(Fixture.load("udf201-bdmv").disc(), TreeScope.SIGNS);

        var bdmv = (DiscFolder) tree.root().entry("bdmv").orElseThrow();
        var stream = (DiscFolder) bdmv.entry("STREAM").orElseThrow();
        assertThat(bdmv.entry("index.bdmv")).isPresent();
        assertThat(stream.entries()).isEmpty();
    }
}
