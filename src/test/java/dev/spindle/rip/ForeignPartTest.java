package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.TraceEntry;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What a start makes of parts and maps that are not its own. */
@Tag("unit")
final class ForeignPartTest {
    private static final int MIB = TestImage.MIB;
    private static final String PART = Bench.FOLDER + "/SIMULATED.iso.part";
    private static final String MAP = Bench.FOLDER + "/SIMULATED.map";

    private static void put(Bench bench, String path, String text) {
        bench.storage.insight().file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String mapText(int finished, int total) {
        return String.format(
                "0x%X ? 1\n0x0 0x%X +\n0x%X 0x%X ?\n",
                finished, finished, finished, total - finished);
    }

    /** Ends with another name, or refused where there is none. */
    private static void assertEndsAs(Bench bench, ResumeMode mode, String name, String why) {
        var verdict = bench.rip(mode);
        if (name.isEmpty()) {
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
            assertThat(verdict.text()).contains(why).endsWith(".");
        } else {
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
            bench.files(name).assertComplete();
        }
    }

    @ParameterizedTest
    @CsvSource({"ADAPT, SIMULATED-2", "RESUME, SIMULATED", "RESTART, SIMULATED"})
    void startsOverInAPartWithoutAMap(ResumeMode mode, String name) {
        var _ =
                Bench.with(bench -> {
                    bench.storage.insight().file(PART, new byte[] {1, 2, 3});
                    assertEndsAs(bench, mode, name, "");
                });
    }

    @ParameterizedTest
    @CsvSource({"ADAPT, SIMULATED-2", "RESUME, ''", "RESTART, SIMULATED"})
    void doesNotTouchWhatHasABrokenMap(ResumeMode mode, String name) {
        var _ =
                Bench.with(bench -> {
                    bench.storage.insight().file(PART, bench.image.clone());
                    put(bench, MAP, "0 ? 1\nnonsense\n");
                    assertEndsAs(bench, mode, name, "can't be used");
                });
    }

    @ParameterizedTest
    @CsvSource({"ADAPT, SIMULATED-2", "RESUME, ''"})
    void doesNotTouchWhatHasAMapOfAnotherSize(ResumeMode mode, String name) {
        var _ =
                Bench.with(bench -> {
                    bench.storage.insight().file(PART, bench.image.clone());
                    put(bench, MAP, mapText(MIB / 2, MIB + 2048));
                    assertEndsAs(bench, mode, name, "of another size");
                });
    }

    @ParameterizedTest
    @CsvSource({"ADAPT, SIMULATED-2", "RESUME, ''"})
    void doesNotGoOnInAForeignPartOfOtherContent(ResumeMode mode, String name) {
        var _ =
                Bench.with(bench -> {
                    byte[] part = TestImage.random(99, MIB);
                    bench.storage.insight().file(PART, part);
                    put(bench, MAP, mapText(MIB / 2, MIB));
                    assertEndsAs(bench, mode, name, "holds other data than this disc");
                    assertThat(bench.storage.insight().content(PART)).isEqualTo(part);
                });
    }

    /** ddrescue's -i and -s, or a map that its log tool made. */
    @Test
    void goesOnWithTheMapOfAPartOfTheDisc() {
        var _ =
                Bench.with(bench -> {
                    byte[] part = Arrays.copyOf(bench.image, MIB / 2);
                    Arrays.fill(part, 0, MIB / 4, (byte) 0);
                    bench.storage.insight().file(PART, part);
                    put(bench, MAP, "0x0 ? 1\n0x40000 0x40000 +\n");
                    var rip = bench.start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(rip.snapshot().sample().readBytes()).isEqualTo(MIB * 3L / 4);
                    bench.files().assertComplete();
                });
    }

    @ParameterizedTest
    @CsvSource({"ADAPT, SIMULATED-2", "RESUME, ''"})
    void doesNotGoOnWithThePartOfAnotherDisc(ResumeMode mode, String name) {
        var _ =
                Bench.with(bench -> {
                    byte[] part = TestImage.random(99, MIB / 2);
                    bench.storage.insight().file(PART, part);
                    put(bench, MAP, "0x0 ? 1\n0x40000 0x40000 +\n");
                    assertEndsAs(bench, mode, name, "holds other data than this disc");
                    assertThat(bench.storage.insight().content(PART)).isEqualTo(part);
                });
    }

    /** The size of the map does not tell, and what it has can't be compared. */
    @ParameterizedTest
    @CsvSource({"ADAPT, SIMULATED-2", "RESUME, ''"})
    void doesNotGoOnWithAPartThatNothingVouchesFor(ResumeMode mode, String name) {
        var _ =
                Bench.with(bench -> {
                    byte[] part = Arrays.copyOf(bench.image, MIB / 2);
                    bench.storage.insight().file(PART, part);
                    put(bench, MAP, "0x0 ? 1\n0x40000 0x40000 +\n");
                    bench.script = "speed 100M\nbad 128 128 times 1";
                    assertEndsAs(bench, mode, name, "nothing tells whether");
                    assertThat(bench.storage.insight().content(PART)).isEqualTo(part);
                });
    }

    /** What nothing became known of keeps the letter; the rest does not need it any more. */
    @Test
    void keepsTheLettersOfAnotherProgram() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.insight().file(PART, bench.image.clone());
                    put(bench, MAP, "0x0 B 1\n0x0 0x80000 +\n0x80000 0x80000 B\n");
                    bench.script = "speed 100K";
                    var rip = bench.start();
                    bench.sleep(Duration.ofSeconds(3));
                    rip.stop();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.STOPPED);
                    long read = bench.files().map().bytes(SectorStatus.FINISHED);
                    assertThat(read).isGreaterThan(MIB / 2);
                    assertThat(bench.files().text(MAP))
                            .endsWith(String.format("0x%08X  0x%08X  B%n", read, MIB - read));
                    bench.script = "speed 100M";
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }

    @Test
    void goesOnInAPartOfDdrescue() {
        var _ =
                Bench.with(bench -> {
                    byte[] part = Arrays.copyOf(bench.image, MIB / 2);
                    bench.storage.insight().file(PART, part);
                    put(bench, MAP, "# Mapfile. Created by GNU ddrescue\n" + mapText(MIB / 2, MIB));
                    var rip = bench.start();
                    assertThat(bench.end(rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(rip.snapshot().sample().readBytes()).isEqualTo(MIB / 2);
                    bench.files().assertComplete();
                    List<CallKind> calls =
                            bench.storage.trace().stream()
                                    .filter(call -> call.path().equals(PART))
                                    .map(TraceEntry::kind)
                                    .toList();
                    int synced = calls.indexOf(CallKind.SYNC_DATA);
                    assertThat(synced).isBetween(0, calls.indexOf(CallKind.READ));
                    assertThat(calls.subList(synced, calls.size()))
                            .filteredOn(CallKind.READ::equals)
                            .hasSizeGreaterThanOrEqualTo(16);
                });
    }
}
