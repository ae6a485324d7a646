package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
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
    private final Clock concurrency = new Clock();

    /** Of one thread, that goes on as the test says. */
    private static final class Clock implements Concurrency {
        private long nowNanos;

        @Override
        public long nanoTime() {
            return nowNanos;
        }

        @Override
        public Gate gate(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public RoleThread start(String role, Runnable body) {
            throw new UnsupportedOperationException(role);
        }
    }

    /** Gives the sectors of a disc and notes which were asked for. */
    private static final class Player implements Drive {
        private final byte[] disc;
        private final int sectorBytes;
        private final Map<Long, ReadOutcome> outcomes = new HashMap<>();
        private final TreeSet<Long> asked = new TreeSet<>();
        private Runnable onRead = () -> {};

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
            onRead.run();
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
        assertThat(samples.areIn(player, concurrency, stop)).isTrue();
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
        assertThat(samples.areIn(player, concurrency, stop)).isTrue();
        int sampled = player.asked.last().intValue();
        player.disc[sampled * SECTOR + 5] ^= 1;
        assertThat(samples.areIn(player, concurrency, stop)).isFalse();
    }

    @Test
    void whatCantBeReadSaysNothingAndADriveThatFailsIsNotBelieved() {
        offerAll(disc, SECTOR);
        var player = new Player(disc, SECTOR);
        for (long lba = 1; lba < SECTORS; lba++) {
            player.outcomes.put(lba, new ReadOutcome.MediumError(new Sense(3, 0x11, 0)));
        }
        assertThat(samples.areIn(player, concurrency, stop)).as("one is the same").isTrue();
        player.outcomes.put(0L, new ReadOutcome.MediumError(new Sense(3, 0x11, 0)));
        assertThat(samples.areIn(player, concurrency, stop)).as("nothing tells").isFalse();
        player.outcomes.put(0L, new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED));
        assertThat(samples.areIn(player, concurrency, stop)).isFalse();
    }

    @Test
    void aDriveThatHasGotSlowIsAskedNoMoreOnceSomeAreTheSame() {
        offerAll(disc, SECTOR);
        var player = new Player(disc, SECTOR);
        player.onRead = () -> concurrency.nowNanos += 6_000_000_000L;
        assertThat(samples.areIn(player, concurrency, stop)).isTrue();
        assertThat(player.asked).hasSize(4);
    }

    /** Of a badly damaged disc there are more of them than of all others. */
    @Test
    void singleSectorsCountOnlyWhereThereIsLittleElse() {
        var sector = ByteBuffer.allocateDirect(SECTOR);
        for (int lba = 0; lba < 1000; lba++) {
            samples.offer(lba, sector.put(0, disc, lba * SECTOR, SECTOR), SECTOR, SECTOR);
        }
        int few = samples.count();
        assertThat(few).isBetween(1, 10);
        offerAll(disc, SECTOR);
        assertThat(samples.count()).isGreaterThan(few);
    }

    @Test
    void paddingIsNoSample() {
        var padded = disc.clone();
        Arrays.fill(padded, 0, padded.length / 2, (byte) 0);
        offerAll(padded, SECTOR);
        assertThat(samples.areIn(new Player(disc, SECTOR), concurrency, stop))
                .as("only what is not padding is compared")
                .isTrue();
        assertThat(samples.count()).isPositive();
    }

    @Test
    void aStopEndsTheLook() {
        offerAll(disc, SECTOR);
        var player = new Player(disc, SECTOR);
        stop.stop();
        assertThat(samples.areIn(player, concurrency, stop)).isFalse();
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
        assertThat(samples.areIn(new Player(odd, SECTOR), concurrency, stop)).isTrue();
    }
}
