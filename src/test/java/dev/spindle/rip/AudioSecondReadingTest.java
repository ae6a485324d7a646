package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Audio CDs whose second reading differs, or does not come to its end. */
@Tag("unit")
final class AudioSecondReadingTest extends AudioRips {
    /** Whatever the drive gave first: what it gives twice counts. */
    @Test
    void aSecondReadingMendsTheFirst() {
        with(bench -> {
            byte[] right = bench.image.clone();
            bench.onOpen =
                    () -> {
                        // The first opening reads a wrong sample.
                        boolean isFirst = bench.discs.isEmpty();
                        bench.image = right.clone();
                        bench.image[310 * RAW + 40] ^= (byte) (isFirst ? 1 : 0);
                    };
            var verdict = bench.rip();
            assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.text())
                    .endsWith(
                            " A second reading differed in 1 sectors, which were read until two"
                                    + " readings agreed.");
            bench.image = right;
            assertAlbum(bench, verdict);
            assertThat(text(bench, ALBUM + "/The Band - Songs.log"))
                    .contains(
                            "Second reading: 750 sectors alike, 1 of them after more readings;"
                                    + " 0 never");
        });
    }

    private void wrongAtFirst(Bench bench, int sector, String laterScript) {
        byte[] right = bench.image.clone();
        bench.onOpen =
                () -> {
                    boolean isFirst = bench.discs.isEmpty();
                    bench.image = right.clone();
                    bench.image[sector * RAW + 40] ^= (byte) (isFirst ? 1 : 0);
                    bench.script = isFirst ? bench.script : laterScript;
                };
    }

    /**
     * A mended image has other hashes than the drive gave at first; a next start must know them.
     */
    @Test
    void whatWasMendedIsKnownByItsNewHashesAndGoneOnWith() {
        with(bench -> {
            byte[] right = bench.image.clone();
            wrongAtFirst(bench, 310, bench.script);
            var full = bench.storage.on(CallKind.WRITE).path(partOf("02 Track 02.wav"));
            full.fail(Errno.ENOSPC);
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
            String image = Bench.FOLDER + "/The Band - Songs.bin";
            assertThat(bench.storage.insight().content(image)).isEqualTo(right);
            assertThat(text(bench, Bench.FOLDER + "/The Band - Songs.sha256"))
                    .startsWith(BenchFiles.sha256(right));
            bench.storage = bench.storage.processDied();
            bench.image = right;
            insertAgain(bench);
            assertAlbum(bench, bench.rip());
        });
    }

    /** What differed and was not settled stays in doubt, and its image stays. */
    @Test
    void aDriveThatIsPulledOutInTheSecondReadingLeavesDoubtsAndNoLies() {
        with(bench -> {
            wrongAtFirst(bench, 5, "speed 100M\nunplug at 3ms");
            var verdict = bench.rip();
            assertThat(verdict.outcome())
                    .as(verdict.text())
                    .isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
            assertThat(verdict.text())
                    .contains("The second reading did not come to its end: ")
                    .contains(" Of 1 sectors of music no two readings were alike;")
                    .contains("; The Band - Songs.bin was kept.");
            assertThat(text(bench, ALBUM + "/The Band - Songs.log"))
                    .contains("Not confirmed, no two readings were alike: 00:00:05 to 00:00:06");
        });
    }

    @Test
    void aDriveThatIsGoneIsNoFailure() {
        with(bench -> {
            bench.onOpen =
                    () -> {
                        if (!bench.discs.isEmpty()) {
                            bench.script = "speed 100M\nunplug at 0ms";
                        }
                    };
            var verdict = bench.rip();
            assertAlbum(bench, verdict);
            assertThat(verdict.text()).contains("The second reading did not come to its end: ");
        });
    }

    @Test
    void anotherDiscIsNoSecondReading() {
        with(bench -> {
            var first = bench.medium;
            bench.onOpen =
                    () -> {
                        if (!bench.discs.isEmpty()) {
                            tracks.set(0, 200);
                            insert(bench);
                        }
                    };
            var verdict = bench.rip();
            assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(verdict.text())
                    .endsWith(
                            " The second reading did not come to its end: another disc is in the"
                                    + " drive.");
            assertThat(bench.medium).isNotEqualTo(first);
        });
    }
}
