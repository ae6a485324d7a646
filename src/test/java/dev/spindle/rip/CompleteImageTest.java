package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.record.RipState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Starts that find the image whole, and starts that leave nothing behind. */
@Tag("unit")
final class CompleteImageTest {
    private static final int MIB = TestImage.MIB;

    /** Reading back a large image takes minutes; it is progress all the same. */
    @Test
    void isReadBackForAsLongAsItTakes() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    remove(bench, bench.files().paths().sha256());
                    cutOffBeforeItsEnd(bench);
                    bench.storage
                            .on(CallKind.READ)
                            .pathEndsWith(".iso")
                            .cost(Duration.ofSeconds(25));
                    var verdict = bench.rip(ResumeMode.RESUME);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertSha256();
                });
    }

    @Test
    void keepsItsRecordAndItsHash() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    String record = bench.files().text(bench.files().paths().record());
                    bench.hashes = Set.of();
                    var verdict = bench.rip(ResumeMode.RESUME);
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.text()).contains("complete already");
                    assertThat(verdict.hashes()).containsKey("sha256");
                    bench.files().assertComplete();
                    assertThat(bench.files().text(bench.files().paths().record()))
                            .isEqualTo(record);
                });
    }

    /**
     * Of the same volume descriptors and size: nothing but its content tells that it is another.
     */
    @Test
    void anImageOfATwinIsNotTakenForThisDiscs() {
        var _ =
                Bench.with(bench -> {
                    byte[] first = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    bench.image = first;
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.image = TestImage.twin(first);
                    var refused = bench.rip(ResumeMode.RESUME);
                    assertThat(refused.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(refused.text())
                            .contains("SIMULATED.iso holds other data than this disc");
                    cutOffBeforeItsEnd(bench);
                    assertThat(bench.rip(ResumeMode.ADAPT).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    bench.files("SIMULATED-2").assertComplete();
                    assertThat(bench.storage.insight().content(bench.files().paths().image()))
                            .isEqualTo(first);
                });
    }

    /** Its holes would be filled with another disc's sectors. */
    @Test
    void anImageWithHolesIsNotFilledFromATwin() {
        var _ =
                Bench.with(bench -> {
                    byte[] first = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    bench.image = first;
                    bench.script = "speed 100M\nbad 1000 4";
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
                    byte[] left =
                            bench.storage.insight().content(bench.files().paths().image()).clone();
                    bench.script = "speed 100M";
                    bench.image = TestImage.twin(first);
                    var refused = bench.rip(ResumeMode.RESUME);
                    assertThat(refused.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(refused.text()).contains("holds other data than this disc");
                    assertThat(bench.storage.insight().content(bench.files().paths().image()))
                            .isEqualTo(left);
                    bench.image = first;
                    assertThat(bench.rip(ResumeMode.RESUME).outcome())
                            .isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void aRefusalAfterThePartWasOpenedLeavesNothing() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    bench.storage
                            .on(CallKind.OPEN)
                            .pathEndsWith(".rip.json.tmp")
                            .fail(Errno.EDQUOT);
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(bench.storage.insight().paths())
                            .noneMatch(path -> path.startsWith(Bench.FOLDER + "/"));
                });
    }

    /** A lost write is not claimed by the map before it was found to be there. */
    @Test
    void whatWasWrittenAgainIsClaimedOnlyOnceItWasChecked() {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 6 * MIB, "SIMULATED");
                    bench.storage.device().failWrites(bench.files().paths().part(), 1, Errno.EIO);
                    bench.storage.on(CallKind.READ).pathEndsWith(".part").hangForEver();
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(30));
                    rip.stop();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                    assertThat(bench.files().map().bytes(SectorStatus.FINISHED))
                            .isLessThan(bench.image.length);
                });
    }

    private static void remove(Bench bench, String path) {
        try {
            bench.storage.remove(path);
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
    }

    /**
     * The record of a run that died between naming the image and writing what belongs beside it.
     */
    private static void cutOffBeforeItsEnd(Bench bench) {
        String path = bench.files().paths().record();
        String text = bench.files().text(path).replaceFirst("\"complete\"", "\"running\"");
        bench.storage.insight().file(path, text.getBytes(StandardCharsets.UTF_8));
        assertThat(bench.files().record().state()).isEqualTo(RipState.RUNNING);
    }
}
