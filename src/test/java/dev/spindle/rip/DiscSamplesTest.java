package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;

/** By which sectors a disc is known again. */
@Tag("unit")
final class DiscSamplesTest {
    private static final int SECTOR = TestImage.SECTOR;
    private static final int SECTORS = 4096;

    private final byte[] disc = TestImage.random(1, SECTORS * SECTOR);
    private final DiscSamples samples = new DiscSamples();
    private final StopToken stop = new StopToken();

    /** Gives the sectors of a disc and notes which were asked for. */
    private static final class Player implements Drive {
        private final byte[] disc;
        private final int sectorBytes;
        private final Map<Long, ReadOutcome> outcomes = new HashMap<>();
        private final TreeSet<Long> asked = new TreeSet<>();

        Player(byte[] disc, int sectorBytes) {
            this.disc = disc;
            this.sectorBytes = sectorBytes;
        }

        @Override
        public DriveInfo info() {
            return new DriveInfo("player", "", "", "", "", true);
        }

        @Override
        public long lengthBytes() {
            return disc.length;
        }

        @Override
        public int sectorBytes() {
            return sectorBytes;
        }

        @Override
        public OptionalLong topBytesPerSecond() {
            return OptionalLong.empty();
        }

        @Override
        public int sectorsPerRead() {
            return 32;
        }

        @Override
        public ReadOutcome read(long lba, int sectors, ByteBuffer into) {
            asked.add(lba);
            int at = (int) lba * sectorBytes;
            int bytes = Math.min(sectors * sectorBytes, disc.length - at);
            into.put(into.position(), disc, at, bytes);
            return outcomes.getOrDefault(lba, new ReadOutcome.Good(bytes));
        }

        @Override
        public void awaitDisc(StopToken stop) {}

        @Override
        public void close() {}
    }

    private void offerAll(byte[] content, int sectorBytes) {
        var buffer = ByteBuffer.allocateDirect(SECTOR + 32 * sectorBytes);
        for (int lba = 0; lba * sectorBytes < content.length; lba += 32) {
            int bytes = Math.min(32 * sectorBytes, content.length - lba * sectorBytes);
            buffer.clear().position(100).put(100, content, lba * sectorBytes, bytes);
            samples.offer(lba, buffer, bytes, sectorBytes);
            assertThat(buffer.position()).isEqualTo(100);
        }
    }

    @Test
    void aDiscIsKnownByItsSectorsFromTheFirstToTheLastPart() {
        offerAll(disc, SECTOR);
        var player = new Player(disc, SECTOR);
        assertThat(samples.areIn(player, stop)).isTrue();
        assertThat(player.asked)
                .hasSize(samples.count())
                .hasSizeBetween(DiscSamples.MOST / 2, DiscSamples.MOST);
        assertThat(player.asked.first()).isZero();
        assertThat(player.asked.last()).isGreaterThan(SECTORS * 7L / 8);
    }

    @Test
    void oneOtherByteMakesItAnotherDisc() {
        offerAll(disc, SECTOR);
        var player = new Player(disc.clone(), SECTOR);
        assertThat(samples.areIn(player, stop)).isTrue();
        int sampled = player.asked.last().intValue();
        player.disc[sampled * SECTOR + 5] ^= 1;
        assertThat(samples.areIn(player, stop)).isFalse();
    }

    @Test
    void whatCantBeReadSaysNothingAndADriveThatFailsIsNotBelieved() {
        offerAll(disc, SECTOR);
        var player = new Player(new byte[disc.length], SECTOR);
        for (long lba = 0; lba < SECTORS; lba++) {
            player.outcomes.put(lba, new ReadOutcome.MediumError(new Sense(3, 0x11, 0)));
        }
        assertThat(samples.areIn(player, stop)).isTrue();
        player.outcomes.put(0L, new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED));
        assertThat(samples.areIn(player, stop)).isFalse();
    }

    @Test
    void paddingIsNoSample() {
        var padded = disc.clone();
        Arrays.fill(padded, 0, padded.length / 2, (byte) 0);
        offerAll(padded, SECTOR);
        assertThat(samples.areIn(new Player(disc, SECTOR), stop))
                .as("only what is not padding is compared")
                .isTrue();
        assertThat(samples.count()).isPositive();
    }

    @Test
    void aStopEndsTheLook() {
        offerAll(disc, SECTOR);
        var player = new Player(disc, SECTOR);
        stop.stop();
        assertThat(samples.areIn(player, stop)).isFalse();
        assertThat(player.asked).isEmpty();
    }

    /** Its second read may bring other bytes without a word. */
    @Test
    void audioIsNoSample() {
        offerAll(TestImage.random(3, 320 * TestImage.RAW), TestImage.RAW);
        assertThat(samples.count()).isZero();
        offerAll(TestImage.raw(Arrays.copyOf(disc, 320 * SECTOR)), TestImage.RAW);
        assertThat(samples.count()).isPositive();
    }

    @Test
    void theLastSectorMayBePartial() {
        byte[] odd = Arrays.copyOf(disc, 32 * SECTOR + 7);
        offerAll(odd, SECTOR);
        assertThat(samples.count()).isEqualTo(2);
        assertThat(samples.areIn(new Player(odd, SECTOR), stop)).isTrue();
    }
}
