package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.Rule;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.record.RipState;
import dev.spindle.timeline.Side;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Destinations that refuse, fill up, fail or fall silent. */
@Tag("unit")
final class StorageTroubleTest {
    private static final int MIB = TestImage.MIB;

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aFullDiskEndsTheRipSoThatItCanBeGoneOnWith(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    var rules =
                            Stream.of(CallKind.WRITE, CallKind.WRITE_UNCACHED)
                                    .map(kind ->
                                            bench.storage
                                                    .on(kind)
                                                    .pathEndsWith(".part")
                                                    .fromOffset(3 * MIB)
                                                    .fail(Errno.ENOSPC))
                                    .toList();
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("no space");
                    assertThat(verdict.file()).endsWith(".iso.part");
                    bench.files().assertMapHolds();
                    assertThat(bench.files().map().blocks()).hasSize(2);
                    assertThat(bench.files().record().state()).isEqualTo(RipState.FAILED);
                    rules.forEach(Rule::remove);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** Map and record came to lie in whatever folder had the name by then. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereTheFileWasReplacedNoMapAndNoRecordAreWritten(boolean atTheEnd) {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.script = atTheEnd ? "speed 8M" : "speed 60K";
                    var rip = bench.start();
                    bench.sleep(Duration.ofMillis(300));
                    var paths = bench.files().paths();
                    bench.moveAway(paths.part(), paths.record());
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("no longer the file that is being written");
                    assertThat(bench.storage.insight().paths())
                            .noneMatch(path -> path.startsWith(Bench.FOLDER + "/"));
                });
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void readsAgainWhatTheStorageLostOnce(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.storage.device().failWrites(bench.files().paths().part(), 1, Errno.EIO);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.durable()).isTrue();
                    bench.files().assertComplete();
                });
    }

    /**
     * A file that was confirmed was zeros in places: ext4 does not keep what is written again from
     * pages of new blocks whose first writeback failed.
     */
    @Test
    void whatIsWrittenAgainAfterALostWriteIsReallyThere() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.storage.device().failWrites(bench.files().paths().part(), 5, Errno.EIO);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                    assertThat(bench.storage.trace(CallKind.DISCARD)).isNotEmpty();
                });
    }

    @Test
    void theCheckFindsWhatTheStorageConfirmedAndDoesNotHold() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.storage.device().failWrites(bench.files().paths().part(), 1, Errno.EIO);
                    bench.storage.on(CallKind.DISCARD).fail(Errno.EOPNOTSUPP);
                    bench.storage.on(CallKind.DROP).first(1).fail(Errno.EIO);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** One error names the file: what it says to be lost may not be all. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void oneErrorIsReasonEnoughToCheckAllThatWasWritten(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 12 * MIB, "SIMULATED");
                    bench.script = "speed 2M";
                    var part = bench.files().paths().part();
                    var spot = ByteRange.at(MIB, 4096);
                    bench.storage.device().swallowWrite(part, spot);
                    for (var kind : List.of(CallKind.WRITE, CallKind.WRITE_UNCACHED)) {
                        bench.storage.on(kind).fromOffset(9 * MIB).first(1).fail(Errno.EIO);
                    }
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.text()).contains("checked against what was read");
                    assertThat(bench.files().record().state()).isEqualTo(RipState.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aLastingErrorEndsTheRipAndTheMapDoesNotClaimIt(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    var part = bench.files().paths().part();
                    var spot = ByteRange.at(3L * MIB, 4096);
                    bench.storage.device().failWritesIn(part, spot, Errno.EIO);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("input/output error");
                    bench.files().assertMapHolds();
                    bench.storage.device().heal();
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /**
     * The wait for a chunk took the error each time, no barrier saw it, and the rip never ended.
     */
    @Test
    void aLastingErrorThatOnlyTheWaitSeesEndsTheRipToo() {
        for (long seed = 0; seed < 20; seed++) {
            long picked = seed;
            var _ =
                    Bench.with(
                            seed,
                            bench -> {
                                bench.policy =
                                        new PolicyChoice(
                                                PolicyChoice.Policy.CLASSIC,
                                                PolicyChoice.Controller.FIXED,
                                                MIB);
                                bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                                var part = bench.files().paths().part();
                                var spot = ByteRange.at(3L * MIB, 4096);
                                bench.storage.device().failWritesIn(part, spot, Errno.EIO);
                                var verdict = bench.rip();
                                assertThat(verdict.outcome())
                                        .as("seed %d", picked)
                                        .isEqualTo(RipOutcome.DESTINATION_FAILED);
                                assertThat(verdict.text()).contains("input/output error");
                                bench.files().assertMapHolds();
                            });
        }
    }

    /** Three barriers in a fifth of a second ended a rip whose disk came back after a second. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aSyncThatFailsForSecondsIsTriedAgainAfterPauses(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.storage
                            .on(CallKind.SYNC_DATA)
                            .pathEndsWith(".part")
                            .first(6)
                            .fail(Errno.EIO);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void theStorageIsLeftAloneBetweenBarriersThatFail() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.of(PolicyChoice.Policy.PLAIN);
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.storage
                            .on(CallKind.SYNC_DATA)
                            .pathEndsWith(".part")
                            .first(4)
                            .fail(Errno.EIO);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    // 0.2, 0.4, 0.8 and 1.6 s.
                    assertThat(verdict.totalSeconds()).isBetween(3.0, 6.0);
                });
    }

    @Test
    void aSyncThatFailsForWantOfRoomIsNotWaitedFor() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.storage.on(CallKind.SYNC_DATA).pathEndsWith(".part").fail(Errno.ENOSPC);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.totalSeconds()).isLessThan(10);
                    bench.files().assertMapHolds();
                });
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aWriteThatFailsForAMomentIsRepeated(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.storage.on(CallKind.WRITE).pathEndsWith(".part").first(2).fail(Errno.EIO);
                    bench.storage.on(CallKind.WRITE_UNCACHED).first(2).fail(Errno.EIO);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void shortWritesAreContinued(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.storage.on(CallKind.WRITE).take(5000);
                    bench.storage.on(CallKind.WRITE_UNCACHED).take(5000);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aStorageThatFreezesAfterTheReadingIsGivenUpAfterAMinute(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.script = "speed 10M";
                    var rip = bench.start();
                    bench.awaitPhase(rip, RipSnapshot.Phase.SWEEPING);
                    bench.storage.device().freeze();
                    var time = bench.timeToEnd(rip);
                    var verdict = rip.snapshot().verdict().orElseThrow();
                    assertThat(verdict.outcome())
                            .as(verdict.text())
                            .isEqualTo(RipOutcome.NOT_CONFIRMED);
                    assertThat(verdict.durable()).isFalse();
                    // Classic waits 30 s for a chunk first, and then goes on without waiting.
                    assertThat(time).isBetween(Duration.ofSeconds(59), Duration.ofSeconds(100));
                    bench.files().assertMapHolds();
                    bench.storage.device().thaw();
                    bench.sleep(Duration.ofSeconds(5));
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void aWaitThatHangsForLongDegradesTheFileAndTheRipGoesOn() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = TestPolicies.classic();
                    bench.image = TestImage.iso(1, 8 * MIB, "SIMULATED");
                    bench.script = "speed 40K";
                    bench.storage.on(CallKind.AWAIT).nth(2).hang(Duration.ofSeconds(150));
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(bench.storage.trace(CallKind.AWAIT)).hasSize(2);
                    assertThat(bench.storage.trace(CallKind.KICK)).hasSize(8);
                    bench.files().assertComplete();
                });
    }

    @Test
    void theDriveComesBeforeTheStorageInTheExitCode() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 1M\nunplug at 500ms";
                    bench.storage.on(CallKind.WRITE).pathEndsWith(".part").fail(Errno.EIO);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.DRIVE_FAILED);
                });
    }

    @Test
    void aStopComesBeforeTheStorageInTheExitCode() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 1M";
                    var rip = bench.start();
                    bench.sleep(Duration.ofMillis(300));
                    bench.storage.on(CallKind.WRITE).pathEndsWith(".part").fail(Errno.EIO);
                    bench.storage.on(CallKind.SYNC_DATA).fail(Errno.EIO);
                    rip.stop();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                });
    }

    @Test
    void aStorageThatThawsInTimeCompletes() {
        var _ =
                Bench.with(bench -> {
                    bench.script = "speed 1M";
                    var rip = bench.start();
                    bench.awaitPhase(rip, RipSnapshot.Phase.SWEEPING);
                    bench.storage.device().freeze();
                    var _ =
                            bench.later(
                                    Duration.ofSeconds(50), () -> bench.storage.device().thaw());
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void aWriteThatHangsAfterTheReadingIsGivenUpAfterAMinute() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.on(CallKind.WRITE).pathEndsWith(".part").hangForEver();
                    var rip = bench.start();
                    assertThat(bench.timeToEnd(rip))
                            .isBetween(Duration.ofSeconds(59), Duration.ofSeconds(63));
                    var verdict = rip.snapshot().verdict().orElseThrow();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.NOT_CONFIRMED);
                    assertThat(verdict.text()).contains("One call still hangs");
                    assertThat(verdict.stalledSeconds().get(Side.STORAGE)).isGreaterThan(59);
                    assertThat(verdict.longestWriterStallSeconds()).isBetween(59.0, 63.0);
                });
    }

    @Test
    void memoryPromisesNothing() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.volume().type(0x01021994L);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.durable()).isFalse();
                    assertThat(verdict.text()).contains("handed over to tmpfs");
                    bench.files().assertComplete();
                });
    }

    /** It counts as local, but of what its sync does nothing is known. */
    @Test
    void anUnknownFileSystemPromisesNothing() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.standard();
                    bench.storage.volume().type(0x12345);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.durable()).isFalse();
                    assertThat(verdict.durableSeconds()).isZero();
                    assertThat(verdict.mechanism()).isEqualTo("datasync");
                    assertThat(verdict.text())
                            .contains(
                                    "was handed over to a file system that is unknown (0x12345),"
                                            + " which can't promise to keep it.");
                    assertThat(bench.files().record().verdict().orElseThrow().durable()).isFalse();
                    bench.files().assertComplete();
                });
    }

    @Test
    void aMapThatCannotBeSavedOnceIsTriedAgain() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.on(CallKind.OPEN).pathEndsWith(".map.tmp").nth(1).fail(Errno.EIO);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void aMapThatCanNeverBeSavedEndsTheRip() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.on(CallKind.OPEN).pathEndsWith(".map.tmp").fail(Errno.EACCES);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("the map can't be saved");
                });
    }

    /** All of it fits into the ring: reading is over before the disk has taken a tenth. */
    @ParameterizedTest
    @EnumSource(
            value = PolicyChoice.Policy.class,
            names = {"PLAIN", "STEADY"})
    void aDiskThatDrainsForLongAfterTheReadingIsSlowAndNotDegraded(PolicyChoice.Policy policy) {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.of(policy);
                    bench.ringBytes = OptionalLong.of(64L * MIB);
                    bench.image = TestImage.iso(1, 40 * MIB, "SIMULATED");
                    bench.storage.device().rate(2_000_000);
                    var rip = bench.start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(healthOf(rip)).contains("SLOW").doesNotContain("DEGRADED");
                });
    }

    @Test
    void aDiskThatKeepsUpIsNeverSlow() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.of(PolicyChoice.Policy.STEADY);
                    bench.image = TestImage.iso(1, 40 * MIB, "SIMULATED");
                    bench.script = "speed 1M";
                    bench.storage.device().rate(2_000_000);
                    var rip = bench.start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(healthOf(rip)).isEmpty();
                });
    }

    private static List<String> healthOf(Rip rip) {
        return rip.takeEvents().stream()
                .filter(RipEvent.StateChanged.class::isInstance)
                .map(RipEvent.StateChanged.class::cast)
                .filter(change -> change.what().equals("health"))
                .map(RipEvent.StateChanged::to)
                .toList();
    }
}
