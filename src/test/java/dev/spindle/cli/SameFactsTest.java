package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;
import dev.spindle.ui.drives.DriveCard;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code spindle drives}, {@code spindle info} and the window say the same of a drive. */
@Tag("unit")
class SameFactsTest {
    private static final List<String> OF_DRIVE =
            List.of("/dev/sr1", "/dev/sg4", "PIONEER", "BDR-209D", "1.50");

    private static DriveReport report(String state, Optional<DiscFacts> disc) {
        var info =
                new DriveInfo(
                        "/dev/sr1",
                        "PIONEER",
                        "BDR-209D",
                        "1.50",
                        "P1",
                        false,
                        Optional.of("/dev/sg4"));
        return new DriveReport("/dev/sr1", info, state, disc);
    }

    private static String window(DriveReport report) {
        var card = new DriveCard(report);
        return String.join("\n", card.title(), card.detail(), card.hardware(), card.state());
    }

    private static String command(DriveReport report, String... words) {
        var cli = new CliRun();
        cli.service.drives.add(report);
        assertThat(cli.runPure(words)).isZero();
        return cli.out();
    }

    private static void allTell(DriveReport report, List<String> facts) {
        assertThat(window(report)).contains(facts);
        assertThat(command(report, "drives")).contains(facts);
        assertThat(command(report, "info", "/dev/sr1")).contains(facts);
        assertThat(command(report, "drives", "--json")).contains(facts);
        assertThat(command(report, "info", "/dev/sr1", "--json")).contains(facts);
    }

    @Test
    void ofADriveWithoutADisc() {
        var empty = report(DriveReport.NO_DISC, Optional.empty());
        allTell(empty, OF_DRIVE);
        allTell(empty, List.of("no disc"));
    }

    @Test
    void ofADriveWithADisc() {
        var disc =
                new DiscFacts(
                        DiscFacts.Kind.ISO_9660,
                        Optional.of("HOLIDAYS"),
                        "c0ffee",
                        10_240,
                        5,
                        new DiscSizes(10_240, OptionalLong.of(10_240), OptionalLong.empty()),
                        Optional.empty());
        var full = report(DriveReport.READY, Optional.of(disc));
        allTell(full, OF_DRIVE);
        allTell(full, List.of("ready", "HOLIDAYS"));
        for (String told :
                List.of(window(full), command(full, "drives"), command(full, "info", "/dev/sr1"))) {
            assertThat(told).contains("10.2 kB", "ISO 9660");
        }
    }
}
