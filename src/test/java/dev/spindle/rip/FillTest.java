package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand.Pass;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** {@code --fill pattern}: what was not read says so in the image, and nothing calls it read. */
@Tag("unit")
final class FillTest {
    private static final int MIB = TestImage.MIB;
    private static final int FIRST_BAD = 300;
    private static final int BAD = 40;
    private static final String BAD_SCRIPT = "speed 100M\nbad 300 40";

    private static void with(Consumer<Bench> body) {
        var _ =
                Bench.with(bench -> {
                    bench.image = TestImage.iso(1, 4 * MIB, "SIMULATED");
                    bench.script = BAD_SCRIPT;
                    bench.fill = Fill.PATTERN;
                    body.accept(bench);
                });
    }

    /** The disc's content, but for the pattern in these sectors. */
    private static byte[] filled(Bench bench, int firstLba, int sectors) {
        byte[] image = bench.image.clone();
        int from = firstLba * bench.sectorBytes;
        byte[] unread = TestImage.unread(image.length, bench.sectorBytes);
        System.arraycopy(unread, from, image, from, sectors * bench.sectorBytes);
        return image;
    }

    private static byte[] zeroed(Bench bench) {
        byte[] image = bench.image.clone();
        int from = FIRST_BAD * TestImage.SECTOR;
        Arrays.fill(image, from, from + BAD * TestImage.SECTOR, (byte) 0);
        return image;
    }

    private static void assertHoles(Bench bench, RipVerdict verdict, byte[] expected) {
        assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
        assertThat(verdict.durable()).isTrue();
        bench.files().assertImage(expected);
        bench.files().assertSha256();
        bench.files().assertMapHolds();
        bench.files().assertNothingElse();
    }

    /** What is said to be safe is what was read. */
    @Test
    void thePatternIsNotCountedAsSafe() {
        with(bench -> {
            var rip = bench.start();
            var _ = bench.end(rip);
            assertThat(rip.snapshot().sample().durableBytes())
                    .isEqualTo(4L * MIB - BAD * TestImage.SECTOR);
        });
    }

    @Test
    void badSectorsHoldTheirNumber() {
        with(bench -> {
            var verdict = bench.rip();
            assertHoles(bench, verdict, filled(bench, FIRST_BAD, BAD));
            assertThat(verdict.text())
                    .contains("40 of 2048 sectors could not be read and hold the text SPINDLE");
            assertThat(bench.files().map().bytes(SectorStatus.BAD))
                    .isEqualTo((long) BAD * TestImage.SECTOR);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"steady", "classic"})
    void whateverThePolicyIs(String name) {
        with(bench -> {
            bench.policy =
                    name.equals("steady")
                            ? PolicyChoice.standard()
                            : new PolicyChoice(
                                    PolicyChoice.Policy.CLASSIC,
                                    PolicyChoice.Controller.FIXED,
                                    1 << 18);
            assertHoles(bench, bench.rip(), filled(bench, FIRST_BAD, BAD));
        });
    }

    @Test
    void rawSectorsHoldTheirNumber() {
        with(bench -> {
            bench.rawDisc(bench.image);
            assertHoles(bench, bench.rip(), filled(bench, FIRST_BAD, BAD));
        });
    }

    /** All that comes after is missing: then the stream's hash is that of the file. */
    @Test
    void theEndOfTheDiscIsFilledInOrder() {
        with(bench -> {
            bench.script = "speed 100M\nbad 2000 48";
            assertHoles(bench, bench.rip(), filled(bench, 2000, 48));
        });
    }

    @Test
    void aWholeDiscIsNotTouched() {
        with(bench -> {
            bench.script = "speed 100M";
            assertThat(bench.rip().text()).doesNotContain("UNREAD");
            bench.files().assertComplete();
        });
    }

    @Test
    void zerosAreTheDefault() {
        with(bench -> {
            bench.fill = Fill.ZEROS;
            assertHoles(bench, bench.rip(), zeroed(bench));
        });
    }

    @Test
    void whatWasNotTriedIsFilledToo() {
        with(bench -> {
            bench.passes = EnumSet.of(Pass.SWEEP);
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            byte[] content = bench.storage.insight().content(bench.files().paths().image());
            byte[] all = filled(bench, 0, bench.image.length / TestImage.SECTOR);
            var finished = bench.files().map().with(SectorStatus.FINISHED);
            assertThat(finished.sizeBytes()).isLessThan(bench.image.length);
            for (ByteRange gap : finished.gaps(new ByteRange(0, bench.image.length)).ranges()) {
                int from = (int) gap.startBytes();
                int to = (int) gap.endBytes();
                assertThat(Arrays.mismatch(content, from, to, all, from, to)).isEqualTo(-1);
            }
            bench.files().assertSha256();
        });
    }

    /** A part of a sector that another program has read is not overwritten. */
    @Test
    void whatIsFinishedOfASectorStays() {
        with(bench -> {
            int from = FIRST_BAD * TestImage.SECTOR + 512;
            String map =
                    "0x0 ? 1\n0 %d ?\n%d 515 +\n%d %d ?\n"
                            .formatted(from, from, from + 515, bench.image.length - from - 515);
            var insight = bench.storage.insight();
            insight.file(
                    bench.files().paths().part(), Arrays.copyOf(bench.image, bench.image.length));
            insight.file(bench.files().paths().map(), map.getBytes(StandardCharsets.UTF_8));
            byte[] expected = filled(bench, FIRST_BAD, BAD);
            System.arraycopy(bench.image, from, expected, from, 515);
            assertHoles(bench, bench.rip(), expected);
        });
    }

    @Test
    void aLaterRipReadsOverThePattern() {
        with(bench -> {
            assertHoles(bench, bench.rip(), filled(bench, FIRST_BAD, BAD));
            bench.script = "speed 100M\nbad 320 20";
            assertHoles(bench, bench.rip(ResumeMode.RESUME), filled(bench, 320, 20));
            bench.script = "speed 100M";
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    /** Also where the file system can't free blocks. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLaterRipWithZerosLeavesNoPattern(boolean discards) {
        with(bench -> {
            assertHoles(bench, bench.rip(), filled(bench, FIRST_BAD, BAD));
            bench.fill = Fill.ZEROS;
            if (!discards) {
                bench.storage.on(CallKind.DISCARD).fail(Errno.EOPNOTSUPP);
            }
            var verdict = bench.rip(ResumeMode.RESUME);
            assertHoles(bench, verdict, zeroed(bench));
            assertThat(verdict.text()).contains("and are zeros");
        });
    }

    @Test
    void aStopEndsTheFillAtOnce() {
        with(bench -> {
            bench.image = TestImage.iso(1, 30 * MIB, "SIMULATED");
            bench.script = "speed 100M";
            bench.until = Optional.of(Duration.ofMillis(20));
            bench.policy =
                    new PolicyChoice(
                            PolicyChoice.Policy.STEADY,
                            PolicyChoice.Controller.AUTO,
                            OptionalLong.empty(),
                            Optional.empty(),
                            OptionalLong.of(4L * MIB));
            bench.storage.device().rate(MIB);
            var rip = bench.start();
            bench.awaitPhase(rip, RipSnapshot.Phase.FLUSHING);
            bench.sleep(Duration.ofSeconds(2));
            assertThat(rip.snapshot().verdict()).isEmpty();
            rip.stop();
            // What the pipeline has taken, 4 MiB, and no ring full of patterns behind it.
            assertThat(bench.timeToEnd(rip)).isLessThan(Duration.ofMillis(6500));
            var verdict = rip.snapshot().verdict().orElseThrow();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.STOPPED);
            assertThat(verdict.text()).doesNotContain("Stopped at 100").contains("Stopped at ");
            bench.files().assertMapHolds();
            bench.until = Optional.empty();
            bench.storage.device().rate(Long.MAX_VALUE);
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            bench.files().assertComplete();
        });
    }

    /** A standstill of the storage while holes are filled ends as one behind the last read does. */
    @Test
    void aStorageThatHangsInTheFillIsNotWaitedForForEver() {
        with(bench -> {
            bench.image = TestImage.iso(1, 30 * MIB, "SIMULATED");
            bench.script = "speed 100M";
            bench.until = Optional.of(Duration.ofMillis(20));
            bench.storage
                    .on(CallKind.WRITE)
                    .pathEndsWith(".part")
                    .fromOffset(12 * MIB)
                    .hangForEver();
            var verdict = bench.rip();
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.NOT_CONFIRMED);
        });
    }

    @Test
    void aFullDestinationIsWaitedForInTheFillToo() {
        with(bench -> {
            bench.image = TestImage.iso(1, 30 * MIB, "SIMULATED");
            bench.script = "speed 100M";
            bench.until = Optional.of(Duration.ofMillis(20));
            bench.patience = Duration.ofMinutes(5);
            var _ =
                    bench.later(
                            Duration.ofMillis(10),
                            () -> bench.storage.volume().capacity(12L * MIB));
            var rip = bench.start();
            bench.sleep(Duration.ofSeconds(30));
            assertThat(rip.snapshot().notice()).startsWith("The destination is full; waiting");
            bench.storage.volume().capacity(200L * MIB);
            var verdict = bench.end(rip);
            int read = (int) bench.files().map().bytes(SectorStatus.FINISHED);
            assertThat(read).isBetween(MIB, 12 * MIB);
            int firstLba = read / TestImage.SECTOR;
            int sectors = bench.image.length / TestImage.SECTOR - firstLba;
            assertHoles(bench, verdict, filled(bench, firstLba, sectors));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 15, 20})
    void whatTheStorageLosesOfItIsFilledAgain(int seconds) {
        with(bench -> {
            bench.storage
                    .device()
                    .failWritesIn(
                            bench.files().paths().part(),
                            new ByteRange(
                                    FIRST_BAD * (long) TestImage.SECTOR,
                                    (FIRST_BAD + 1L) * TestImage.SECTOR),
                            Errno.EIO);
            var _ = bench.later(Duration.ofSeconds(seconds), () -> bench.storage.device().heal());
            assertHoles(bench, bench.rip(), filled(bench, FIRST_BAD, BAD));
        });
    }

    /** The wait for a chunk takes the error, and the barrier behind it sees none. */
    @Test
    void whatOnlyAWaitSeesLostIsFilledAgain() {
        with(bench -> {
            bench.image = TestImage.iso(1, 30 * MIB, "SIMULATED");
            bench.script = "speed 100M";
            bench.until = Optional.of(Duration.ofMillis(20));
            bench.policy =
                    new PolicyChoice(
                            PolicyChoice.Policy.CLASSIC, PolicyChoice.Controller.FIXED, MIB);
            bench.storage.on(CallKind.AWAIT).fromOffset(20L * MIB).first(1).fail(Errno.EIO);
            var verdict = bench.rip();
            assertThat(verdict.text()).contains("The storage lost writes on the way");
            int read = (int) bench.files().map().bytes(SectorStatus.FINISHED);
            int firstLba = read / TestImage.SECTOR;
            int sectors = bench.image.length / TestImage.SECTOR - firstLba;
            assertHoles(bench, verdict, filled(bench, firstLba, sectors));
        });
    }

    @Test
    void aStorageThatKeepsLosingItIsToldOf() {
        with(bench -> {
            bench.storage
                    .device()
                    .failWritesIn(
                            bench.files().paths().part(),
                            new ByteRange(
                                    FIRST_BAD * (long) TestImage.SECTOR,
                                    (FIRST_BAD + 1L) * TestImage.SECTOR),
                            Errno.EIO);
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.DESTINATION_FAILED);
            bench.files().assertMapHolds();
        });
    }

    @Test
    void verifyComparesThePatternToo() {
        with(bench -> {
            bench.verify = true;
            assertHoles(bench, bench.rip(), filled(bench, FIRST_BAD, BAD));
        });
    }
}
