package dev.spindle.probe;

import static dev.spindle.probe.ProbeRig.FOLDER;
import static dev.spindle.probe.ProbeRig.MIB;
import static dev.spindle.probe.ProbeRig.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.probe.ProbeReport.Outcome;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.OptionalLong;

/** The destination test on scripted storage, on virtual time. */
@Tag("unit")
class ProbeTest {
    private final ProbeRig rig = new ProbeRig(3);

    private void assertNothingIsLeft() {
        assertThat(rig.storage.insight().paths()).noneMatch(path -> path.contains("spindle-probe"));
        assertThat(rig.storage.insight().openFiles()).isEmpty();
        assertThat(rig.leftThreads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void measuresBothWaysOntoADiskSlowerThanTheStream(long seed) {
        var seeded = new ProbeRig(seed);
        seeded.storage.device().rate(10 * MIB);
        ProbeReport report = seeded.probe(request(200, 50));

        assertThat(report.outcome()).as(report.text()).isEqualTo(Outcome.MEASURED);
        assertThat(report.measures())
                .extracting(ProbeMeasure::policy)
                .containsExactly("steady", "plain");
        var steady = report.measures().getFirst();
        var plain = report.measures().getLast();
        assertThat(report.measures()).allMatch(m -> m.bytes() == 200L * MIB);
        assertThat(steady.mechanism()).isEqualTo("direct");
        assertThat(steady.reason()).isNotEmpty();
        assertThat(steady.durableSeconds()).isCloseTo(20, within(2.0));
        // Nobody writes back behind the back of scripted storage: all of it waits for the sync.
        assertThat(plain.durableSeconds()).isCloseTo(24, within(0.5));
        assertThat(steady.peakUnconfirmedBytes()).isLessThanOrEqualTo(64L * MIB);
        assertThat(plain.peakUnconfirmedBytes()).isEqualTo(200L * MIB);
        assertThat(plain.writtenSeconds()).isCloseTo(4, within(0.5));
        assertThat(plain.lastCommitSeconds()).isGreaterThan(steady.lastCommitSeconds());
        assertThat(steady.longestStallSeconds()).isPositive();
        assertThat(steady.p999StallSeconds()).isLessThanOrEqualTo(steady.longestStallSeconds());
        assertThat(report.text()).startsWith("This destination takes 10.").contains("waiting");
    }

    @Test
    void aFastDiskIsGivenTheStreamAtItsPace() {
        ProbeReport report = rig.probe(request(100, 20));

        assertThat(report.measures())
                .hasSize(2)
                .allSatisfy(m -> {
                    assertThat(m.writtenSeconds()).isCloseTo(5, within(0.2));
                    assertThat(m.durableSeconds()).isCloseTo(5, within(0.2));
                    assertThat(m.commits()).isPositive();
                });
        assertThat(report.facts().orElseThrow().renames()).isTrue();
        assertThat(report.facts().orElseThrow().kind().name()).isEqualTo("ext4");
        assertNothingIsLeft();
    }

    @Test
    void longStreamsAreCommittedOnTheWayAsInARip() {
        ProbeReport report = rig.probe(request(1000, 20));
        assertThat(report.measures()).allMatch(m -> m.commits() >= 4);
    }

    @Test
    void withoutASizeItEndsInAboutAMinute() {
        rig.storage.device().rate(4 * MIB);
        long start = rig.baton.nanoTime();
        var report = rig.probe(new ProbeRequest(FOLDER, OptionalLong.empty(), 54_000_000));
        double seconds = (rig.baton.nanoTime() - start) / 1e9;
        assertThat(report.outcome()).as(report.text()).isEqualTo(Outcome.MEASURED);
        assertThat(seconds).isBetween(45.0, 110.0);
        assertThat(report.measures().getLast().bytes())
                .as("both passes are compared over the same bytes")
                .isEqualTo(report.measures().getFirst().bytes())
                .isLessThan(300_000_000);
        assertNothingIsLeft();
    }

    @Test
    void onMemoryBothPassesArePlain() {
        rig.storage.volume().type(0x01021994);
        assertThat(rig.probe(request(8, 50)).measures())
                .hasSize(2)
                .allMatch(m -> m.policy().equals("plain"));
        assertNothingIsLeft();
    }

    @Test
    void stopsAtOnceAndLeavesNothing() {
        rig.storage.device().rate(MIB);
        ProbeReport report = rig.probe(request(500, 50), Duration.ofSeconds(7));
        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.measures()).isEmpty();
        assertThat(rig.storage.insight().paths()).noneMatch(path -> path.contains("spindle-probe"));
    }

    @Test
    void aFileThatHangsOnADeadDeviceHasNoNameAnyMore() {
        rig.storage.device().rate(10 * MIB);
        rig.storage.device().queueLimit(MIB);
        var _ =
                rig.baton.start(
                        "hand",
                        () -> {
                            pause(2);
                            rig.storage.device().freeze();
                            assertThat(rig.storage.insight().paths())
                                    .noneMatch(path -> path.contains("spindle-probe"));
                            pause(60);
                            rig.storage.device().thaw();
                        });
        ProbeReport report = rig.probe(request(500, 50), Duration.ofSeconds(9));
        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
    }

    private void pause(int seconds) {
        var _ =
                rig.baton
                        .gate("hand")
                        .pause(rig.baton.in(Duration.ofSeconds(seconds)), StopToken.never());
    }

    @Test
    void aDeviceThatLosesWritesHasFailed() {
        rig.storage.device().failWrites(Long.MAX_VALUE, Errno.EIO);
        ProbeReport report = rig.probe(request(20, 50));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.outcome().exitCode()).isEqualTo(4);
        assertThat(report.text()).contains("input/output error");
        assertNothingIsLeft();
    }

    @Test
    void aDeviceThatFillsUpMeanwhileHasFailed() {
        rig.storage.device().fullFrom(10 * MIB);
        ProbeReport report = rig.probe(request(20, 50));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.text()).contains("no space left").contains("smaller --size");
        assertNothingIsLeft();
    }

    @Test
    void theRootOfAFileSystemCanBeTested() {
        ProbeReport report = rig.probe(new ProbeRequest("/", OptionalLong.of(4L * MIB), 50L * MIB));
        assertThat(report.outcome()).as(report.text()).isEqualTo(Outcome.MEASURED);
        assertThat(rig.storage.trace(CallKind.OPEN))
                .isNotEmpty()
                .allMatch(entry -> entry.path().startsWith("/.spindle-probe-4711-1"));
        assertNothingIsLeft();
    }

    @Test
    void whereAFileCantBeRenamedTheReportSaysSo() {
        rig.storage.on(CallKind.RENAME_KEEPING).fail(Errno.EINVAL);
        ProbeReport report = rig.probe(request(8, 50));
        assertThat(report.outcome()).as(report.text()).isEqualTo(Outcome.MEASURED);
        assertThat(report.facts().orElseThrow().renames()).isFalse();
        assertNothingIsLeft();
    }

    @Test
    void aFolderThatTakesNoFilesHasFailedWithItsFacts() {
        rig.storage.on(CallKind.OPEN).fail(Errno.EACCES);
        ProbeReport report = rig.probe(request(8, 50));
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(report.text()).contains("permission denied");
        assertThat(report.facts().orElseThrow().kind().name()).isEqualTo("ext4");
        assertThat(report.measures()).isEmpty();
        assertNothingIsLeft();
    }

    @Test
    void aShareThatHangsAtTheFirstLookIsLeftByAStop() {
        rig.storage.on(CallKind.LOOK_UP).hangForEver();
        long start = rig.baton.nanoTime();
        ProbeReport report = rig.probe(request(8, 50), Duration.ofSeconds(30));
        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.facts()).isEmpty();
        assertThat(rig.baton.nanoTime() - start).isLessThan(Duration.ofSeconds(33).toNanos());
        assertThat(rig.leftThreads()).as("its call is still in the kernel").hasSize(1);
    }

    @Test
    void aStopInTheSecondPassKeepsTheFirstOnesFigures() {
        rig.storage.device().rate(20 * MIB);
        ProbeReport report = rig.probe(request(100, 10), Duration.ofSeconds(15));
        assertThat(report.outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(report.text()).isEqualTo("The test was stopped; its file is removed.");
        assertThat(report.measures()).extracting(ProbeMeasure::policy).containsExactly("steady");
        assertThat(rig.storage.insight().paths()).noneMatch(path -> path.contains("spindle-probe"));
    }

    @Test
    void whatLiesThereStaysAsItIs() {
        rig.storage.insight().file(FOLDER + "/.spindle-probe-4711-1", new byte[] {5});
        assertThat(rig.probe(request(8, 50)).outcome()).isEqualTo(Outcome.MEASURED);
        assertThat(rig.storage.insight().content(FOLDER + "/.spindle-probe-4711-1"))
                .containsExactly(5);
    }
}
