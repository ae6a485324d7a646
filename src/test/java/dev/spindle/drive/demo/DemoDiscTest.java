package dev.spindle.drive.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscInspector;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.image.ScriptedDrive;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Tag("unit")
class DemoDiscTest {
    private final DemoDisc disc = new DemoDisc();

    private byte[] read(long offsetBytes, int length) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(length);
        assertThat(disc.read(offsetBytes, buffer)).isEqualTo(length);
        assertThat(buffer.position()).isZero();
        byte[] bytes = new byte[length];
        buffer.get(bytes);
        return bytes;
    }

    @Test
    void theDiscKnowsItself() {
        var facts =
                DiscInspector.inspect(
                        lba -> Optional.of(read(lba * 2048, 2048)), disc.lengthBytes());
        assertThat(facts.kind()).isEqualTo(DiscFacts.Kind.ISO_9660);
        assertThat(facts.label()).hasValue(DemoDisc.LABEL);
        assertThat(facts.sizes().isoBytes()).hasValue(disc.lengthBytes());
        assertThat(facts.sizes().isTruncated()).isFalse();
        assertThat(facts.bytes()).isBetween(46L << 20, 50L << 20);
    }

    @Test
    void theSameBytesComeInWhateverPieces() {
        int length = 5 * 2048;
        for (long lba : new long[] {15, 20, 22, 24, 1975, disc.lengthBytes() / 2048 - 5}) {
            byte[] whole = read(lba * 2048, length);
            for (int piece : new int[] {1, 7, 100, 2048, 3000}) {
                for (int at = 0; at + piece <= length; at += piece * 13) {
                    assertThat(read(lba * 2048 + at, piece))
                            .isEqualTo(Arrays.copyOfRange(whole, at, at + piece));
                }
            }
        }
    }

    @Test
    void itEndsWhereItEnds() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
        assertThat(disc.read(disc.lengthBytes() - 100, buffer)).isEqualTo(100);
        assertThat(disc.read(disc.lengthBytes() + 100, buffer)).isZero();
    }

    @Test
    void theRootLeadsToFoldersAndFiles() {
        var root = directory(20);
        assertThat(root)
                .extracting(Entry::name)
                .containsExactly("\0", "\1", "PICTURES", "README.TXT;1", "SOUNDS");
        var readme = root.get(3);
        assertThat(new String(read(readme.lba * 2048, readme.bytes), StandardCharsets.US_ASCII))
                .startsWith("This is Spindle's demo disc.");
        var pictures = directory(root.get(2).lba);
        assertThat(pictures).extracting(Entry::name).contains("NOISE01.RAW;1").hasSize(11);
        assertThat(pictures.get(1).lba).isEqualTo(20);
        var last = directory(root.get(4).lba).getLast();
        assertThat(last.lba + (last.bytes + 2047) / 2048).isEqualTo(disc.lengthBytes() / 2048);
    }

    @Test
    void noTwoSectorsOfTheNoiseAreAlike() {
        var seen = new ArrayList<String>();
        for (long lba = 100; lba < disc.lengthBytes() / 2048; lba += 97) {
            seen.add(new String(read(lba * 2048, 32), StandardCharsets.ISO_8859_1));
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void aRipOfItTakesLessThanTwentySecondsAndEndsWell() {
        var concurrency = new BatonConcurrency(1, Duration.ofHours(1));
        var _ = concurrency.run(() -> rip(concurrency));
    }

    private void rip(BatonConcurrency concurrency) {
        var info = new DriveInfo("demo:", "", "", "", "", true);
        var drive = new ScriptedDrive(concurrency, info, DemoDisc.script(), disc, Map.of());
        ByteBuffer buffer = ByteBuffer.allocateDirect(32 * 2048);
        long start = concurrency.nanoTime();
        int failures = 0;
        for (long lba = 0; lba < drive.sectorCount(); lba += 32) {
            int sectors = (int) Math.min(32, drive.sectorCount() - lba);
            while (!(drive.read(lba, sectors, buffer) instanceof ReadOutcome.Good)) {
                failures++;
            }
        }
        assertThat(failures).isEqualTo(6);
        assertThat(concurrency.nanoTime() - start).isBetween(8_000_000_000L, 20_000_000_000L);
    }

    private record Entry(String name, long lba, int bytes) {}

    /** Directory records of one sector (ECMA-119, 9.1). */
    private List<Entry> directory(long lba) {
        var entries = new ArrayList<Entry>();
        ByteBuffer sector = ByteBuffer.wrap(read(lba * 2048, 2048)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; sector.get(at) != 0; at += sector.get(at)) {
            byte[] name = new byte[sector.get(at + 32)];
            sector.get(at + 33, name);
            assertThat(Integer.reverseBytes(sector.getInt(at + 2)))
                    .isEqualTo(sector.getInt(at + 6));
            entries.add(
                    new Entry(
                            new String(name, StandardCharsets.US_ASCII),
                            sector.getInt(at + 2),
                            sector.getInt(at + 10)));
        }
        return entries;
    }
}
