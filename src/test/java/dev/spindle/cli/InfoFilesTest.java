package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscNote;
import dev.spindle.disc.DiscSizes;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;
import dev.spindle.disc.tree.Extent;
import dev.spindle.disc.tree.TreeBuilder;
import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code spindle info}: files, tracks, dates and notes. */
@Tag("unit")
class InfoFilesTest {
    private static final Instant TIME = Instant.parse("2026-11-20T13:41:42Z");

    private final CliRun cli = new CliRun();
    private final TreeBuilder tree = new TreeBuilder();

    @BeforeEach
    void aDiscInADrive() {
        var toc =
                new DiscToc(
                        List.of(
                                new Track(1, 1, 0, 1000, Track.Mode.MODE_1),
                                new Track(2, 2, 12_400, 300, Track.Mode.AUDIO)),
                        12_700);
        var details =
                new DiscDetails(
                        Optional.of(TIME),
                        Optional.empty(),
                        List.of("ISO 9660", "Joliet level 3"),
                        Optional.of(toc),
                        List.of(new DiscNote(DiscNote.Topic.RUN_OUT, 2)),
                        Optional.empty());
        var sizes =
                new DiscSizes(
                        2048, OptionalLong.of(4096), OptionalLong.of(1024), OptionalLong.empty());
        var disc =
                new DiscFacts(
                        DiscFacts.Kind.MIXED_CD,
                        Optional.of("L"),
                        "c0ffee",
                        2048,
                        1,
                        sizes,
                        Optional.empty(),
                        details);
        var info = new DriveInfo("/dev/sr0", "", "BW", "", "", false);
        cli.service.drives.add(new DriveReport("/dev/sr0", info, "ready", Optional.of(disc)));
    }

    private void fill() throws DiscException {
        var extents = List.of(Extent.atSector(3, 5), new Extent(Extent.UNRECORDED, 2));
        tree.root().add(new DiscFile("a\nb", Optional.of(TIME), 7, extents, Optional.of("sparse")));
        var folder = tree.root().folder("dir", Optional.empty());
        folder.add(new DiscLink("l", Optional.empty(), "../x"));
        folder.add(new DiscSpecial("null", Optional.empty(), DiscSpecial.Kind.CHARACTER_DEVICE));
        tree.problem("a part is damaged");
        cli.service.tree = tree.build();
    }

    @Test
    void showsEverythingAsText() throws DiscException {
        fill();
        assertThat(cli.runPure("info", "/dev/sr0")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        /dev/sr0
                          drive        BW
                          state        ready
                          disc         mixed mode CD
                          contains     ISO 9660, Joliet level 3
                          label        L
                          identity     c0ffee
                          created      2026-11-20 13:41:42 UTC
                          size         2.05 kB (2048 bytes), 1 sectors
                          capacity     2.05 kB (2048 bytes)
                          TOC          4.10 kB (4096 bytes)
                          ISO 9660     1.02 kB (1024 bytes)
                          note         the file system ends 2 sectors before the disc does, as \
                        behind a track written at once: if they can't be read, that is run-out \
                        and no damage
                          track 1      data, Mode 1, session 1, 1000 sectors from 0
                          track 2      audio, session 2, 300 sectors from 12400
                          files        1 file in 1 folder, 2 other entries, 7 B
                          missing      a part is damaged
                                   7 B a b  (sparse)
                                       dir/
                                         l -> ../x
                                         null  (character device)
                        """);
    }

    @Test
    void showsEverythingAsJson() throws DiscException {
        fill();
        assertThat(cli.runPure("info", "/dev/sr0", "--json")).isZero();
        assertThat(cli.out())
                .contains(
                        "\"tracks\":[{\"number\":1,\"session\":1,\"mode\":\"MODE_1\",\"start\":0,")
                .contains("\"sizes\":{\"capacity\":2048,\"toc\":4096,\"iso\":1024,\"udf\":null}")
                .contains("\"created\":\"2026-11-20T13:41:42Z\",\"modified\":null")
                .contains("\"structures\":[\"ISO 9660\",\"Joliet level 3\"]")
                .contains("\"topic\":\"RUN_OUT\",\"warning\":false,\"sectors\":2,")
                .endsWith(
                        """
                        ,"files":[{"path":"a\\nb","type":"file","modified":"2026-11-20T13:41:42Z",\
                        "bytes":7,"obstacle":"sparse","extents":[{"offset":6144,"bytes":5},\
                        {"offset":null,"bytes":2}]},\
                        {"path":"dir","type":"folder","modified":null},\
                        {"path":"dir/l","type":"link","modified":null,"target":"../x"},\
                        {"path":"dir/null","type":"character-device","modified":null}],\
                        "filesProblems":["a part is damaged"]}
                        """)
                .hasLineCount(1);
    }

    @Test
    void showsTheFirstFilesUnlessAllAreWanted() throws DiscException {
        for (int i = 0; i < 100; i++) {
            tree.root().add(new DiscFile("f" + i, Optional.empty(), 0, List.of()));
        }
        cli.service.tree = tree.build();
        cli.runPure("info", "/dev/sr0");
        assertThat(cli.out()).contains(" f39\n").doesNotContain(" f40\n");
        assertThat(cli.out()).endsWith("60 more; --files lists all\n");
        cli.runPure("info", "/dev/sr0", "--files");
        assertThat(cli.out()).endsWith(" f99\n");
    }

    @Test
    void filesThatAreRefusedDoNotHideTheDisc() {
        cli.service.filesProblem = new IOException("they go in circles");
        assertThat(cli.runPure("info", "/dev/sr0")).isZero();
        assertThat(cli.out()).endsWith("  files        they go in circles\n");
        cli.runPure("info", "/dev/sr0", "--json");
        assertThat(cli.out())
                .endsWith(",\"files\":null,\"filesProblems\":[\"they go in circles\"]}\n");
    }

    @ParameterizedTest
    @EnumSource(DiscNote.Topic.class)
    void everyNoteHasItsLine(DiscNote.Topic topic) {
        assertThat(NoteText.of(new DiscNote(topic, 5)))
                .hasSizeBetween(20, 200)
                .doesNotContain("\n");
    }
}
