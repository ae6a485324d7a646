package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.function.Consumer;

/** Somebody else touches the files of a rip while it goes on. */
@Tag("unit")
final class MeddlingTest {
    private static final int MIB = TestImage.MIB;
    private static final byte[] FOREIGN = {1, 2, 3};

    private static void remove(Bench bench, String path) {
        try {
            bench.storage.remove(path);
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    private static void replace(Bench bench, String path) {
        remove(bench, path);
        bench.storage.insight().file(path, FOREIGN);
    }

    /** Rips for two seconds; after one somebody does something. */
    private static Rip started(Bench bench, Consumer<Bench> meddling) {
        bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
        bench.script = "speed 2M";
        var rip = bench.start();
        bench.sleep(Duration.ofSeconds(1));
        meddling.accept(bench);
        return rip;
    }

    @ParameterizedTest
    @MethodSource("dev.spindle.rip.TestPolicies#all")
    void aPartThatWasRemovedIsNotCalledAnImage(PolicyChoice policy) {
        var left =
                Bench.with(bench -> {
                    bench.policy = policy;
                    var part = bench.files().paths().part();
                    var verdict = bench.end(started(bench, same -> remove(same, part)));
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.durable()).isFalse();
                    assertThat(verdict.text())
                            .contains(part + " is no longer the file that is being written: it or")
                            .contains("was removed, unmounted or replaced meanwhile")
                            .contains("nothing of it is kept there")
                            .doesNotContain("are kept");
                    var insight = bench.storage.insight();
                    assertThat(insight.exists(bench.files().paths().image())).isFalse();
                    assertThat(insight.openFiles()).isEmpty();
                });
        assertThat(left).isEmpty();
    }

    @Test
    void aStopTellsThatTheFileIsGoneInsteadOfWhatIsSafe() {
        var _ =
                Bench.with(bench -> {
                    var part = bench.files().paths().part();
                    var rip = started(bench, same -> remove(same, part));
                    rip.stop();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                    assertThat(verdict.text())
                            .startsWith("Stopped. What was read can't be found under " + part)
                            .doesNotContain("safely on the disk");
                });
    }

    /** Seed 2666: an open that had hung in the kernel made it after the image was whole. */
    @Test
    void anEmptyPartBesideAWholeImageIsTakenAway() {
        var _ =
                Bench.with(bench -> {
                    var part = bench.files().paths().part();
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.storage.insight().file(part, new byte[0]);
                    assertThat(bench.rip(ResumeMode.RESUME).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    assertThat(bench.storage.insight().exists(part)).isFalse();
                    bench.files().assertComplete();
                });
    }

    /** What has content is never taken away. */
    @Test
    void aPartWithContentBesideAWholeImageStays() {
        var _ =
                Bench.with(bench -> {
                    var part = bench.files().paths().part();
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.storage.insight().file(part, FOREIGN);
                    assertThat(bench.rip(ResumeMode.RESUME).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    assertThat(bench.storage.insight().content(part)).isEqualTo(FOREIGN);
                });
    }

    @Test
    void aPartThatWasReplacedKeepsItsNameAndContent() {
        var _ =
                Bench.with(bench -> {
                    var paths = bench.files().paths();
                    var verdict = bench.end(started(bench, same -> replace(same, paths.part())));
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("removed, unmounted or replaced");
                    var insight = bench.storage.insight();
                    assertThat(insight.exists(paths.image())).isFalse();
                    assertThat(insight.exists(paths.sha256())).isFalse();
                    assertThat(insight.content(paths.part())).isEqualTo(FOREIGN);
                });
    }

    /** Its map claims bytes that the file of that name does not hold. */
    @Test
    void theNextStartDoesNotTrustTheMapOfAPartThatWasReplaced() {
        var _ =
                Bench.with(bench -> {
                    var part = bench.files().paths().part();
                    var verdict = bench.end(started(bench, same -> replace(same, part)));
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    bench.script = "speed 100M";
                    var then = bench.rip(ResumeMode.RESUME);
                    assertThat(then.outcome()).as(then.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void theNextStartBeginsAgainWhereThePartIsGone() {
        var _ =
                Bench.with(bench -> {
                    var part = bench.files().paths().part();
                    var verdict = bench.end(started(bench, same -> remove(same, part)));
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    bench.script = "speed 100M";
                    var then = bench.rip(ResumeMode.RESUME);
                    assertThat(then.outcome()).as(then.text()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** Nobody else's image is overwritten, also where it came while the rip went on. */
    @Test
    void anImageThatCameMeanwhileIsNotOverwritten() {
        var _ =
                Bench.with(bench -> {
                    var paths = bench.files().paths();
                    var rip =
                            started(
                                    bench,
                                    same -> same.storage.insight().file(paths.image(), FOREIGN));
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("exists");
                    assertThat(verdict.file()).isEqualTo(paths.part());
                    var insight = bench.storage.insight();
                    assertThat(insight.content(paths.image())).isEqualTo(FOREIGN);
                    assertThat(insight.content(paths.part())).isEqualTo(bench.image);
                });
    }

    /** The files beside the image are written whole each time: what is removed comes back. */
    @Test
    void aMapAndARecordThatWereRemovedAreThereInTheEnd() {
        var _ =
                Bench.with(bench -> {
                    var paths = bench.files().paths();
                    var verdict = bench.end(started(bench, same -> remove(same, paths.record())));
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    /** A stop says what is kept, and that nothing is promised where nothing can be. */
    @Test
    void aStopInMemoryDoesNotSpeakOfTheDisk() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.volume().type(0x01021994L);
                    var rip = started(bench, _ -> {});
                    rip.stop();
                    var verdict = bench.end(rip);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
                    assertThat(verdict.text())
                            .matches(
                                    "Stopped at \\d+ %: [0-9.]+ .B were handed over to tmpfs; the"
                                            + " same command goes on from there\\..*")
                            .doesNotContain("safely");
                });
    }

    @Test
    void aStopOnADiskDoes() {
        var _ =
                Bench.with(bench -> {
                    var rip = started(bench, _ -> {});
                    rip.stop();
                    assertThat(bench.end(rip).text())
                            .matches(
                                    "Stopped at \\d+ %: [0-9.]+ .B are safely on the disk; the"
                                            + " same command goes on from there\\..*");
                });
    }

    /** Looking whether the part is still there costs one call, and comes right before naming. */
    @Test
    void itLooksRightBeforeItNames() {
        var _ =
                Bench.with(bench -> {
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    var calls = bench.storage.trace();
                    int named = -1;
                    for (int i = 0; i < calls.size(); i++) {
                        named = calls.get(i).kind() == CallKind.RENAME_KEEPING ? i : named;
                    }
                    assertThat(calls.get(named - 1).kind()).isEqualTo(CallKind.LOOK_UP);
                    assertThat(calls.get(named - 1).path()).endsWith(".iso.part");
                });
    }
}
