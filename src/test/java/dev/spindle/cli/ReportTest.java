package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.VerdictRecords;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.rip.record.WritebackRecord;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Tag("unit")
class ReportTest {
    @TempDir Path folder;

    private final CliRun cli = new CliRun();

    @BeforeEach
    void standInTheFolder() {
        cli.in(folder);
    }

    private static RipRecord record(
            RipState state,
            List<ChartPoint> chart,
            List<Stall> stalls,
            Optional<VerdictRecord> verdict) {
        return new RipRecord(
                RipRecord.VERSION,
                state,
                4711,
                Instant.parse("2026-01-02T03:04:05Z"),
                new DriveInfo("/dev/sr0", "ASUS", "BW-16D1HT", "3.10", "", false),
                "DISC",
                "c0ffee",
                10_240,
                "/cur/out",
                "ext4",
                new WritebackRecord("classic", "p95", 32L << 20, "range"),
                List.of("sha256"),
                chart,
                stalls,
                Optional.of(List.of(new WaitPoint(3, 0.02, 1.5, 0.04, 0.7))),
                verdict,
                2048,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static RipRecord finished() {
        return record(
                RipState.COMPLETE,
                List.of(point(6, 8e6, 4e6), point(12, 2e6, 6e6)),
                List.of(new Stall("writer", 1.25, 0.3, Side.STORAGE, "disk throughput")),
                Optional.of(VerdictRecords.of(Samples.verdict(RipOutcome.COMPLETE))));
    }

    private static ChartPoint point(double seconds, double read, double confirmed) {
        return new ChartPoint(seconds, read, read, read, confirmed, 32L << 20, 0);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void showsAFinishedRipAgain() throws IOException {
        write("DISC.rip.json", RipRecordText.write(finished()));
        assertThat(cli.runPure("report", "DISC.rip.json")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        It ended as COMPLETE.
                          file         /cur/out/DISC.iso
                          crc32        0badcafe
                          sha256       aa55
                          time         12.5 s, read after 10.2 s, durable after 12.2 s
                          stalled      drive 63 ms, storage 1.7 s, you 0 ms, Spindle 0 ms
                          writer       longest stall 500 ms, 99.9 % up to 125 ms; the drive waited 1.5 s
                          writeback    classic (range), at most 64.0 MB unconfirmed, 2.5 s of processor time
                          state        complete
                          started      2026-01-02T03:04:05Z, process 4711
                          drive        /dev/sr0 ASUS BW-16D1HT 3.10
                          disc         "DISC", 10.2 kB (10240 bytes), identity c0ffee
                          destination  /cur/out, ext4
                          asked for    classic, controller p95, chunk 32 MiB, hashes sha256
                          flush waits  longest 1.5 s, at the end half took up to 40 ms and 95 % up to 700 ms

                        Throughput over 12.0 s, darkest is 8.00 MB/s:
                          read         |@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@::::::::::::::::::::::::::::::|
                          confirmed    |++++++++++++++++++++++++++++++##############################|

                        Stalls:
                          at 1.2 s writer stood still for 300 ms: storage, disk throughput
                        """);
        assertThat(cli.err()).isEmpty();
        assertThat(cli.services()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DISC.iso",
                "./DISC.iso.part",
                "DISC.map",
                "DISC.sha256",
                "DISC",
                "DISC.rip.json"
            })
    void isFoundBesideEachFileOfTheRip(String name) throws IOException {
        write("DISC.rip.json", RipRecordText.write(finished()));
        assertThat(cli.runPure("report", name)).isZero();
        assertThat(cli.out()).contains("identity c0ffee");
    }

    @Test
    void printsItAsJson() throws IOException {
        write("DISC.rip.json", RipRecordText.write(finished()));
        assertThat(cli.runPure("report", "DISC.iso", "--json")).isZero();
        assertThat(RipRecordText.read(cli.out())).isEqualTo(finished());
    }

    @Test
    void showsARipWithoutAVerdict() throws IOException {
        var running = record(RipState.RUNNING, List.of(), List.of(), Optional.empty());
        write("DISC.rip.json", RipRecordText.write(running));
        assertThat(cli.runPure("report", "DISC.iso.part")).isZero();
        assertThat(cli.out())
                .startsWith("No verdict yet: the rip is running.\n")
                .doesNotContain("Throughput", "Stalls");
    }

    @Test
    void ofManyStallsTheLongestAreShownInOrder() throws IOException {
        var stalls = new ArrayList<Stall>();
        for (int i = 0; i < 100; i++) {
            stalls.add(new Stall("writer", i, (i * 37 % 100) / 10.0, Side.SELF, "x"));
        }
        var record = record(RipState.STOPPED, List.of(), stalls, Optional.empty());
        write("DISC.rip.json", RipRecordText.write(record));
        cli.runPure("report", "DISC.iso");
        assertThat(cli.out()).contains("The longest 20 of 100 stalls:", "for 9.9 s: Spindle, x");
        assertThat(cli.out().lines().filter(line -> line.startsWith("  at "))).hasSize(20);
    }

    @Test
    void ofWaitsInSmallPiecesTheirSumCounts() throws IOException {
        var pieces =
                new Stall(
                        "reader",
                        3,
                        36,
                        Side.STORAGE,
                        "behind",
                        Optional.empty(),
                        Optional.of(18.0));
        var record = record(RipState.STOPPED, List.of(), List.of(pieces), Optional.empty());
        write("DISC.rip.json", RipRecordText.write(record));
        cli.runPure("report", "DISC.iso");
        assertThat(cli.out())
                .contains("reader stood still for 18.0 s in small pieces within 36.0 s");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(cli.runPure("report", "no.iso")).isEqualTo(1);
        assertThat(cli.err())
                .isEqualTo(
                        "spindle: there is no "
                                + folder
                                + "/no.rip.json; name the .rip.json, .iso or .bin of a rip\n");
        assertThat(cli.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"version":2}|this record of a rip has version 2; this program reads version 1
                    {}|this is no record of a rip
                    """)
    void anotherVersionOrFormatIsRefused(String text, String sentence) throws IOException {
        write("x.rip.json", text);
        assertThat(cli.runPure("report", "x.rip.json")).isEqualTo(1);
        assertThat(cli.err()).isEqualTo("spindle: " + folder + "/x.rip.json: " + sentence + "\n");
    }

    @Test
    void brokenTextIsRefused() throws IOException {
        write("x.rip.json", RipRecordText.write(finished()).substring(0, 300));
        assertThat(cli.runPure("report", "x.iso")).isEqualTo(1);
        assertThat(cli.err())
                .contains("/x.rip.json: this is no record of a rip, or a damaged one: ")
                .hasLineCount(1);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(folder.resolve("x.rip.json"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThat(cli.runPure("report", "x.iso")).isEqualTo(1);
        assertThat(cli.err()).endsWith("x.rip.json: this is no record of a rip\n");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        Files.createDirectory(folder.resolve("x.rip.json"));
        assertThat(cli.runPure("report", "x.iso")).isEqualTo(1);
        assertThat(cli.err()).endsWith("x.rip.json: Is a directory\n");
    }

    @Test
    void sparklineCoversItsWidthWhateverThePoints() {
        for (int points = 1; points < 200; points += 7) {
            var chart = new ArrayList<ChartPoint>();
            for (int i = 1; i <= points; i++) {
                chart.add(point(i * 0.1, 1e6, 0));
            }
            assertThat(Sparkline.of(chart, ChartPoint::readRate, 1e6, 60))
                    .isEqualTo("@".repeat(60));
            assertThat(Sparkline.of(chart, ChartPoint::confirmedRate, 1e6, 60)).isBlank();
            assertThat(Sparkline.of(chart, ChartPoint::readRate, 1e9, 60))
                    .isEqualTo(".".repeat(60));
        }
        assertThat(Sparkline.of(List.of(), ChartPoint::readRate, 1, 60)).isEmpty();
    }
}
