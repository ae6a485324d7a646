package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.Rule;
import dev.spindle.range.ByteRange;
import dev.spindle.timeline.Health;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Shares whose server is away for a while, forgets what was open, or is full. */
@Tag("unit")
final class ServerTroubleTest {
    private static final int MIB = TestImage.MIB;
    private static final long SMB_MAGIC = 0xFE534D42L;

    /** Twelve seconds of reading. */
    private static void slowly(Bench bench) {
        bench.storage.volume().type(SMB_MAGIC);
        bench.image = TestImage.iso(3, 12 * MIB, "SIMULATED");
        bench.script = "speed 1M";
    }

    /** Syncs and opens answer so from now on. */
    private static List<Rule> away(Bench bench, Errno errno) {
        return List.of(
                bench.storage.on(CallKind.SYNC_DATA).fail(errno),
                bench.storage.on(CallKind.OPEN).fail(errno));
    }

    private static void isAway(Bench bench, int afterSeconds, int forSeconds) {
        bench.later(
                Duration.ofSeconds(afterSeconds),
                () -> {
                    var rules = away(bench, Errno.EHOSTDOWN);
                    bench.sleep(Duration.ofSeconds(forSeconds));
                    bench.storage.serverForgetsHandles();
                    rules.forEach(Rule::remove);
                });
    }

    private static void assertComplete(Bench bench, RipVerdict verdict) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
        bench.files().assertComplete();
        assertThat(bench.storage.insight().openFiles()).as("all of it is closed").isEmpty();
    }

    /** It answered EBADF to each sync from then on, and the rip ended with nothing kept. */
    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aServerThatForgetsWhatWasOpenIsAskedAnew(PolicyChoice policy) {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = policy;
                    var rip = bench.start();
                    bench.later(Duration.ofSeconds(5), bench.storage::serverForgetsHandles);
                    assertComplete(bench, bench.end(rip));
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 180})
    void aServerThatIsAwayIsWaitedForWhileThereIsSomethingToRead(int seconds) {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    bench.image = TestImage.iso(3, 300 * MIB, "SIMULATED");
                    bench.ringBytes = OptionalLong.of(8L * MIB);
                    isAway(bench, 5, seconds);
                    var rip = bench.start();
                    assertComplete(bench, bench.end(rip));
                    assertThat(rip.snapshot().sample().health()).isEqualTo(Health.HEALTHY);
                });
    }

    @RepeatedTest(20)
    void atWhateverMomentItHappens(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        var random = new SplittableRandom(seed);
        var _ =
                Bench.with(
                        seed,
                        bench -> {
                            slowly(bench);
                            bench.policy = TestPolicies.auto();
                            for (int times = random.nextInt(1, 4); times > 0; times--) {
                                bench.later(
                                        Duration.ofMillis(random.nextInt(15_000)),
                                        bench.storage::serverForgetsHandles);
                            }
                            var verdict = bench.end(bench.start());
                            if (verdict.outcome() != RipOutcome.COMPLETE) {
                                // While the names are made, there is nothing to open anew.
                                bench.files().assertMapHolds();
                                verdict = bench.rip(RipRequest.ResumeMode.RESUME);
                            }
                            assertThat(verdict.outcome())
                                    .as("seed %d: %s", seed, verdict.text())
                                    .isEqualTo(RipOutcome.COMPLETE);
                            bench.files().assertComplete();
                        });
    }

    @Test
    void anotherRipThatHasTakenTheFileMeanwhileKeepsIt() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    var rip = bench.start();
                    bench.later(
                            Duration.ofSeconds(5),
                            () -> {
                                bench.storage.serverForgetsHandles();
                                lockedByOther(bench);
                            });
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("held by another rip");
                    assertThat(bench.storage.trace(CallKind.DISCARD)).isEmpty();
                    assertThat(bench.storage.trace().getLast().kind())
                            .as("its record is left alone too")
                            .isEqualTo(CallKind.CLOSE);
                });
    }

    private static void lockedByOther(Bench bench) {
        try {
            String part = bench.files().paths().part();
            assertThat(bench.storage.open(part, Storage.How.READ_WRITE).tryLock()).isTrue();
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    /** FUSE may tell an error of a write only as that description is closed or synced. */
    @Test
    void whatOnlyTheOldDescriptionKnewIsNotTakenForDurable() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    // One write fails; what was written before it never arrives, and no sync says
                    // so.
                    bench.storage
                            .device()
                            .swallowWrite(bench.files().paths().part(), ByteRange.at(MIB, 4096));
                    bench.storage.on(CallKind.WRITE).fromOffset(5 * MIB).first(1).fail(Errno.EIO);
                    assertComplete(bench, bench.end(bench.start()));
                });
    }

    /** A call that is under way on the old description holds its lock: that is no other rip. */
    @Test
    void theRipIsNotInItsOwnWay() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    bench.storage
                            .on(CallKind.WRITE)
                            .fromOffset(3 * MIB)
                            .first(8)
                            .cost(Duration.ofSeconds(3));
                    bench.storage.on(CallKind.SYNC_DATA).from(2).first(3).fail(Errno.EIO);
                    assertComplete(bench, bench.end(bench.start()));
                });
    }

    /** The lock, too, is a server's answer. */
    @Test
    void aLockThatIsAnsweredLateIsWaitedFor() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(5));
                    bench.storage.on(CallKind.LOCK).first(5).fail(Errno.EHOSTDOWN);
                    bench.storage.serverForgetsHandles();
                    assertComplete(bench, bench.end(rip));
                });
    }

    /** SMB says EACCES of a lock that another one has. */
    @Test
    void aLockThatIsRefusedIsAnothersAndEndsTheRip() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(5));
                    bench.storage.on(CallKind.LOCK).fail(Errno.EACCES);
                    bench.storage.serverForgetsHandles();
                    int written = bench.storage.trace(CallKind.WRITE).size();
                    var verdict = bench.end(rip);
                    assertThat(verdict.text()).contains("held by another rip");
                    assertThat(bench.storage.trace(CallKind.WRITE).stream().skip(written))
                            .as("nothing is written through what is not locked")
                            .allMatch(call -> call.errno().isPresent());
                });
    }

    /** Syncs that fail while the writer is hardly ever out of a call. */
    @Test
    void aBusyWriterDoesNotKeepTheFileFromBeingOpenedAnew() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    bench.script = "speed 50M";
                    bench.image = TestImage.iso(3, 60 * MIB, "SIMULATED");
                    bench.storage.on(CallKind.WRITE).cost(Duration.ofMillis(300));
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(4));
                    bench.storage.serverForgetsHandles();
                    assertComplete(bench, bench.end(rip));
                });
    }

    /** Each exchange loses what is under way; that is no reason for the next one. */
    @Test
    void anExchangeIsNotTheReasonForTheNextOne() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    bench.storage.on(CallKind.OPEN).cost(Duration.ofSeconds(1));
                    bench.storage.on(CallKind.LOCK).cost(Duration.ofSeconds(1));
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(9));
                    bench.storage.serverForgetsHandles();
                    int locks = bench.storage.trace(CallKind.LOCK).size();
                    assertComplete(bench, bench.end(rip));
                    assertThat(bench.storage.trace(CallKind.LOCK)).hasSizeLessThan(locks + 4);
                });
    }

    /** Whatever is said in turn, it has an end. */
    @Test
    void errorsOfBothKindsInTurnHaveAnEnd() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    for (long n = 3; n < 2000; n++) {
                        Errno errno = n % 2 == 0 ? Errno.EIO : Errno.ETIMEDOUT;
                        bench.storage.on(CallKind.SYNC_DATA).nth(n).fail(errno);
                    }
                    var rip = bench.start();
                    bench.timeToEndAtMost(rip, Duration.ofMinutes(8));
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    bench.files().assertMapHolds();
                });
    }

    /** Tries that were spent on waiting for the server are none against what it says then. */
    @Test
    void whatTheServerSaysWhenItIsBackHasTriesOfItsOwn() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    bench.image = TestImage.iso(3, 300 * MIB, "SIMULATED");
                    bench.later(
                            Duration.ofSeconds(5),
                            () -> {
                                var away = away(bench, Errno.EHOSTDOWN);
                                bench.sleep(Duration.ofMinutes(2));
                                away.forEach(Rule::remove);
                                bench.storage.on(CallKind.SYNC_DATA).first(3).fail(Errno.EBADF);
                            });
                    assertComplete(bench, bench.end(bench.start()));
                });
    }

    /** NFS keeps the numbers of its files: another number is another file. */
    @Test
    void aFileThatWasReplacedMeanwhileIsLeftAlone() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.storage.volume().type(FileSystemKind.NFS_MAGIC);
                    bench.policy = TestPolicies.auto();
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(5));
                    String part = bench.files().paths().part();
                    bench.moveAway(part);
                    write(bench, part, "another rip's");
                    bench.storage.serverForgetsHandles();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text())
                            .contains("replaced by another file")
                            .contains("nothing of it is kept there");
                    assertThat(bench.storage.insight().content(part))
                            .startsWith("another rip's".getBytes(StandardCharsets.UTF_8));
                });
    }

    private static void write(Bench bench, String path, String text) {
        try {
            var file = bench.storage.open(path, Storage.How.CREATE_NEW);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            file.write(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip(), 0);
            file.close();
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    /** A local disk has no server: what it refuses once, it is not opened again for. */
    @Test
    void onALocalDiskNothingIsOpenedAnew() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.storage.volume().type(0xEF53);
                    bench.policy = TestPolicies.auto();
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(5));
                    bench.storage.serverForgetsHandles();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                });
    }

    /** A share says so at a sync: its write was only taken over by the client. */
    @Test
    void aShareThatSaysOnlyAtASyncThatItIsFullIsSaidToBeFullAtOnce() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    var rule = bench.storage.on(CallKind.SYNC_DATA).from(3).fail(Errno.ENOSPC);
                    var rip = bench.start();
                    bench.timeToEndAtMost(rip, Duration.ofSeconds(15));
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("no space left");
                    bench.files().assertMapHolds();
                    rule.remove();
                    assertComplete(bench, bench.rip());
                });
    }

    @Test
    void whoWantsToWaitForRoomOnAShareGoesOnWhenThereIsSome() {
        var _ =
                Bench.with(bench -> {
                    slowly(bench);
                    bench.policy = TestPolicies.auto();
                    bench.patience = Duration.ofMinutes(5);
                    bench.later(
                            Duration.ofSeconds(4),
                            () -> {
                                var rule = bench.storage.on(CallKind.SYNC_DATA).fail(Errno.EDQUOT);
                                bench.sleep(Duration.ofSeconds(60));
                                rule.remove();
                            });
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(40));
                    assertThat(rip.snapshot().notice()).startsWith("Your quota on the destination");
                    assertComplete(bench, bench.end(rip));
                });
    }
}
