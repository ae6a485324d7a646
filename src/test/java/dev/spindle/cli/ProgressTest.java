package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.timeline.Health;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("unit")
class ProgressTest {
    private static final RipSnapshot HALF = Samples.at(Phase.SWEEPING, 1000, 500, 250);

    @Test
    void aWideLineHasEverything() {
        assertThat(ProgressLine.render(HALF, 140))
                .isEqualTo(
                        "[######======------------]   50 %  1:02 min left  7.92 MB/s read  7.70"
                                + " MB/s confirmed  LOCAL HEALTHY  cushion 7.5 s  chunk 32 MiB");
    }

    @Test
    void aNarrowLineHasWhatFits() {
        for (int width = 12; width < 140; width++) {
            assertThat(ProgressLine.render(HALF, width)).hasSizeLessThanOrEqualTo(width);
        }
        assertThat(ProgressLine.render(HALF, 40)).isEqualTo("[##===-----]   50 %  1:02 min left");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,[----------]",
        "100,0,[=---------]",
        "1000,0,[==========]",
        "1000,990,[#########=]",
        "1000,1000,[##########]",
        "5000,9000,[##########]"
    })
    void theBarHasTwoLayers(long read, long confirmed, String bar) {
        var snapshot = Samples.at(Phase.SWEEPING, 1000, read, confirmed);
        assertThat(ProgressLine.render(snapshot, 40)).startsWith(bar);
    }

    @Test
    void whatAnEarlierRunFinishedIsOnTheDevice() {
        var resumed =
                Samples.at(
                        Phase.SWEEPING, 1000, 600, Samples.sample(1, 100, 0, Health.HEALTHY), "");
        assertThat(ProgressLine.render(resumed, 40)).startsWith("[#####=----]");
    }

    @Test
    void hundredPercentMeansDurable() {
        assertThat(ProgressLine.percent(Samples.at(Phase.FLUSHING, 1000, 1000, 1000))).contains(99);
        assertThat(ProgressLine.percent(Samples.at(Phase.SWEEPING, 1000, 999, 0))).contains(99);
        assertThat(ProgressLine.percent(Samples.ended())).contains(100);
    }

    @Test
    void anUnknownSizeIsDrawnEmpty() {
        var preparing = Samples.at(Phase.PREPARING, 0, 0, 0);
        assertThat(ProgressLine.percent(preparing)).isEmpty();
        assertThat(ProgressLine.render(preparing, 40)).startsWith("[----------]    ? %");
    }

    @Test
    void onATerminalOneLineIsDrawnAgainAndTakenAway() {
        var cli = new CliRun().onTerminal();
        cli.service.rip = new FakeRip().then(HALF).then(HALF).then(Samples.ended());
        cli.run("rip", "demo:", "-o", "out");
        String line = "\r\u001b[K\u001b[?7l" + ProgressLine.render(HALF, 140) + "\u001b[?7h";
        assertThat(cli.err()).isEqualTo(line + line + "\r\u001b[K");
    }

    @Test
    void elsewhereALineEveryTenSecondsAndAtEachPhase() {
        var cli = new CliRun();
        cli.service.rip = new FakeRip();
        for (int i = 0; i < 250; i++) {
            cli.service.rip.then(HALF);
        }
        cli.service.rip.then(Samples.at(Phase.FLUSHING, 1000, 1000, 990)).then(Samples.ended());
        cli.run("rip", "demo:", "-o", "out");
        assertThat(cli.err().lines().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactly("reading", "reading", "reading", "waiting for the device");
        assertThat(cli.err().lines().findFirst())
                .contains(
                        "reading: 50 %, 1:02 min left, 7.92 MB/s read, 7.70 MB/s confirmed, LOCAL"
                                + " HEALTHY, cushion 7.5 s, chunk 32 MiB");
    }

    @Test
    void aNoticeIsToldOnceThoughItsFiguresChange() {
        var cli = new CliRun();
        var sample = Samples.sample(1, 500, 250, Health.HEALTHY);
        cli.service.rip =
                new FakeRip()
                        .then(Samples.at(Phase.SAVING, 1000, 500, sample, "saving the last 41 MiB"))
                        .then(
                                Samples.at(
                                        Phase.SAVING, 1000, 500, sample, "saving the last 9.5 MiB"))
                        .then(Samples.at(Phase.SAVING, 1000, 500, sample, "no luck\u001b[2J"))
                        .then(Samples.ended());
        cli.run("rip", "demo:", "-o", "out");
        assertThat(cli.err().lines().filter(line -> line.startsWith("spindle: ")))
                .containsExactly("spindle: saving the last 41 MiB", "spindle: no luck?[2J");
    }

    @Test
    void whatTheDiscIsKnownForIsToldOnceThoughANoticeFollows() {
        var cli = new CliRun();
        var sample = Samples.sample(1, 500, 250, Health.HEALTHY);
        cli.service.rip =
                new FakeRip()
                        .then(
                                Samples.at(Phase.SWEEPING, 1000, 500, sample, "Resuming at 5 %"),
                                new RipEvent.Noticed(0.1, "protection", "It is\u001b[2J locked."))
                        .then(HALF)
                        .then(Samples.ended());
        assertThat(cli.run("rip", "demo:", "-o", "out")).isZero();
        assertThat(cli.err().lines().filter(line -> line.startsWith("spindle: ")))
                .containsExactlyInAnyOrder(
                        "spindle: Resuming at 5 %", "spindle: It is?[2J locked.");
    }

    @Test
    void aChangeOfHealthIsTold() {
        var cli = new CliRun();
        cli.service.rip =
                new FakeRip()
                        .then(
                                Samples.at(
                                        Phase.SWEEPING,
                                        1000,
                                        500,
                                        Samples.sample(1, 500, 250, Health.SLOW),
                                        ""))
                        .then(Samples.ended());
        cli.run("rip", "demo:", "-o", "out");
        assertThat(cli.err())
                .contains("spindle: the destination is SLOW: writes take 6 s\n")
                .contains("spindle: the destination is HEALTHY\n");
    }

    @Test
    void theSnapshotIsPulledTenTimesASecond() {
        var cli = new CliRun();
        cli.service.rip = new FakeRip();
        for (int i = 0; i < 99; i++) {
            cli.service.rip.then(HALF);
        }
        cli.service.rip.then(HALF).then(HALF).then(Samples.ended());
        cli.run("rip", "demo:", "-o", "out");
        // 10.1 virtual seconds: the first line, and the one after ten seconds
        assertThat(cli.err()).hasLineCount(2);
    }
}
