package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
class DrivesTest {
    private static final DriveReport EMPTY =
            new DriveReport(
                    "/dev/sr0",
                    new DriveInfo(
                            "/dev/sr0",
                            "ASUS",
                            "BW-16D1HT",
                            "3.10",
                            "K1",
                            false,
                            Optional.of("/dev/sg3")),
                    "no disc",
                    Optional.empty());
    private static final DriveReport DEMO =
            new DriveReport(
                    "demo:",
                    new DriveInfo("demo:", "", "demo disc", "", "", true),
                    "ready",
                    Optional.of(disc(10_240, Optional.empty())));

    private final CliRun cli = new CliRun();

    private static DiscFacts disc(long isoBytes, Optional<String> protection) {
        return new DiscFacts(
                DiscFacts.Kind.ISO_9660,
                Optional.of("DEMO"),
                "c0ffee",
                10_240,
                5,
                new DiscSizes(10_240, OptionalLong.of(isoBytes), OptionalLong.empty()),
                protection);
    }

    private static String joined(String lines) {
        return lines.replace("\n", "") + "\n";
    }

    @Test
    void listsDrives() {
        cli.service.drives.add(EMPTY);
        cli.service.drives.add(DEMO);
        assertThat(cli.runPure("drives")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        /dev/sr0 (/dev/sg3)  ASUS BW-16D1HT 3.10  no disc
                        demo:  demo disc  ready: ISO 9660, "DEMO", 10.2 kB
                        """);
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void listsDrivesAsJson() {
        cli.service.drives.add(EMPTY);
        cli.service.drives.add(DEMO);
        assertThat(cli.runPure("drives", "--json")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        joined(
                                """
                                [{"device":"/dev/sr0","vendor":"ASUS","model":"BW-16D1HT",
                                "revision":"3.10","serial":"K1","generic":"/dev/sg3","state":"no disc","disc":null},
                                {"device":"demo:","vendor":null,"model":"demo disc",
                                "revision":null,"serial":null,"generic":null,"state":"ready",
                                "disc":{"kind":"ISO_9660","label":"DEMO","identity":"c0ffee",
                                "bytes":10240,"sectors":5,"tracks":null,"protected":false,
                                "protection":null,
                                "sizes":{"capacity":10240,"toc":null,"iso":10240,"udf":null},
                                "created":null,"modified":null,"structures":[],
                                "notes":[{"topic":"AGREES","warning":false,"sectors":0,
                                "text":"the file system ends where the disc ends"}]}}]
                                """));
    }

    @Test
    void noDrivesAreAnEmptyList() {
        assertThat(cli.runPure("drives", "--json")).isZero();
        assertThat(cli.out()).isEqualTo("[]\n");
    }

    @Test
    void showsADisc() {
        cli.service.drives.add(DEMO);
        assertThat(cli.runPure("info", "demo:")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        demo:
                          drive        demo disc
                          state        ready
                          disc         ISO 9660
                          label        DEMO
                          identity     c0ffee
                          size         10.2 kB (10240 bytes), 5 sectors
                          capacity     10.2 kB (10240 bytes)
                          ISO 9660     10.2 kB (10240 bytes)
                          note         the file system ends where the disc ends
                        """);
    }

    @Test
    void saysTruncatedAndProtected() {
        cli.service.drives.add(
                new DriveReport(
                        "x.iso",
                        DEMO.info(),
                        "ready",
                        Optional.of(disc(20_480, Optional.of("CSS")))));
        cli.runPure("info", "x.iso");
        assertThat(cli.out()).contains("  truncated    its file system", "  protected    CSS\n");
    }

    @Test
    void showsADiscAsJson() {
        cli.service.drives.add(DEMO);
        assertThat(cli.runPure("info", "demo:", "--json")).isZero();
        assertThat(cli.out())
                .startsWith("{\"device\":\"demo:\",")
                .endsWith(",\"files\":null}\n")
                .hasLineCount(1);
    }

    @Test
    void aDriveThatCanNotBeLookedAtIsRefused() {
        cli.service.inspectProblem = new IOException("/dev/sr9 is no drive; see spindle drives");
        assertThat(cli.runPure("info", "/dev/sr9", "--json")).isEqualTo(1);
        assertThat(cli.err()).isEqualTo("spindle: /dev/sr9 is no drive; see spindle drives\n");
        assertThat(cli.out()).isEmpty();
    }
}
