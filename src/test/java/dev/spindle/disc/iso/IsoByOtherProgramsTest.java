package dev.spindle.disc.iso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.Fixture;
import dev.spindle.disc.Listing;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.tree.TreeScope;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Images that genisoimage, xorriso and makefs made: names, sizes, every byte. */
@Tag("unit")
class IsoByOtherProgramsTest {
    static List<String> rock() {
        return Fixture.namesWith("rock");
    }

    static List<String> joliet() {
        return Fixture.namesWith("joliet");
    }

    static List<String> plain() {
        return Fixture.namesWith("plain");
    }

    @Test
    void thereAreSuchImages() {
        assertThat(rock()).hasSizeGreaterThan(15);
        assertThat(joliet()).hasSizeGreaterThan(12);
        assertThat(plain()).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @MethodSource("rock")
    void rockRidgeIsAsTheKernelShowsIt(String name) throws DiscException {
        var image = Fixture.load(name);
        var tree = IsoTrees.read(image.disc(), TreeScope.WHOLE);
        assertThat(lines(Listing.of(tree, image.bytes()), name))
                .isEqualTo(lines(image.listed("rock"), name));
        assertThat(tree.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("joliet")
    void jolietIsAsTheKernelShowsIt(String name) throws DiscException {
        check(name, Hierarchy.Names.JOLIET, "joliet");
    }

    @ParameterizedTest
    @MethodSource("plain")
    void thePrimaryNamesAreAsTheKernelShowsThem(String name) throws DiscException {
        check(name, Hierarchy.Names.PRIMARY, "plain");
    }

    private static void check(String name, Hierarchy.Names names, String view)
            throws DiscException {
        var image = Fixture.load(name);
        var tree = IsoTrees.read(image.disc(), names);
        assertThat(lines(Listing.of(tree, image.bytes()), name))
                .isEqualTo(lines(image.listed(view), name));
        assertThat(tree.problems()).isEmpty();
    }

    /**
     * Versions and dots at the end, which the kernel was told to show, are dropped. The content of
     * compressed images is not compared: the kernel unpacks it. Moved folders whose place makefs
     * does not mark, the kernel shows twice.
     */
    private static List<String> lines(List<String> lines, String name) {
        return lines.stream()
                .map(line -> line.split("\t", 4))
                .filter(part -> !part[3].startsWith(".rr_moved/"))
                .map(part ->
                        part[0] + part[1] + content(part[2], name) + "\t" + path(part[3], name))
                .sorted()
                .toList();
    }

    private static String content(String digest, String name) {
        return name.contains("zisofs") ? "" : digest;
    }

    /** Names without Rock Ridge's own come in lower case from Linux; here as the disc has them. */
    private static String path(String path, String name) {
        return name.equals("iso-netbsd-rock") ? plain(path).toLowerCase(Locale.ROOT) : plain(path);
    }

    private static String plain(String path) {
        return Arrays.stream(path.split("/"))
                .map(part -> part.replaceAll(";1$", "").replaceAll("\\.$", ""))
                .collect(Collectors.joining("/"));
    }
}
