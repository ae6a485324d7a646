package dev.spindle.audio.secure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Music that is read until two readings agree, from drives that read it badly. */
@Tag("unit")
final class SecureReadingTest {
    private static final int BYTES = PlayedDisc.BYTES;
    private static final int SECTORS = 900;

    /** The image of the first reading, in memory. */
    private static final class Image implements ImageSectors {
        final byte[] bytes;

        Image(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public byte[] content(long lba, int sectors) {
            return Arrays.copyOfRange(bytes, (int) lba * BYTES, (int) (lba + sectors) * BYTES);
        }

        @Override
        public void mend(long lba, byte[] content) {
            System.arraycopy(content, 0, bytes, (int) lba * BYTES, content.length);
        }
    }

    private static Confirmation read(PlayedDisc disc, Image image) {
        return read(disc, disc.sectors(), image);
    }

    private static Confirmation read(SectorReads disc, int sectors, Image image) {
        var music = new ByteRange(0, sectors);
        try {
            var reading = new SecureReading(disc, image, music, 27, _ -> {});
            return reading.run(RangeSet.of(music));
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    /** What is said to be confirmed is the disc's, and nothing is both or neither. */
    private static void assertTruthful(PlayedDisc disc, Image image, Confirmation said, long seed) {
        for (int lba = 0; lba < disc.sectors(); lba++) {
            var sector = ByteRange.at(lba, 1);
            boolean isConfirmed = said.confirmed().containsAll(sector);
            assertThat(isConfirmed).isNotEqualTo(said.doubtful().containsAll(sector));
            if (isConfirmed) {
                int from = lba * BYTES;
                assertThat(
                                Arrays.equals(
                                        disc.original,
                                        from,
                                        from + BYTES,
                                        image.bytes,
                                        from,
                                        from + BYTES))
                        .as("sector %d is confirmed and wrong, seed %d", lba, seed)
                        .isTrue();
            }
        }
    }

    @Test
    void aSoundDriveIsReadOnceMoreAndNoMore() {
        var disc = new PlayedDisc(SECTORS, 1);
        var image = new Image(disc.firstReading());
        disc.commands = 0;
        var said = read(disc, image);
        assertThat(said.confirmed().sizeBytes()).isEqualTo(SECTORS);
        assertThat(said.mended().isEmpty()).isTrue();
        assertThat(disc.commands).isEqualTo(Math.ceilDiv(SECTORS - 13, 27) + 1);
    }

    @Test
    void aWrongSampleIsOutvoted() {
        var disc = new PlayedDisc(SECTORS, 2);
        for (long lba : new long[] {0, 1, 300, 301, 302, 899}) {
            disc.flaky.add(lba);
        }
        var image = new Image(disc.firstReading());
        var said = read(disc, image);
        assertThat(said.doubtful().isEmpty()).isTrue();
        assertThat(image.bytes).isEqualTo(disc.original);
    }

    @Test
    void whatNeverComesTwiceAlikeIsNamedAndNothingElseIs() {
        var disc = new PlayedDisc(SECTORS, 3);
        disc.hopeless.add(444L);
        disc.hopeless.add(445L);
        disc.bad.add(700L);
        var image = new Image(disc.firstReading());
        var said = read(disc, image);
        assertThat(said.doubtful().ranges())
                .containsExactly(ByteRange.at(444, 2), ByteRange.at(700, 1));
        assertTruthful(disc, image, said, 3);
    }

    /** A drive that conceals an error may conceal it twice alike; one that tells is believed. */
    @Test
    void whatTheDriveCallsWrongIsNoReading() {
        for (int seed = 1; seed <= 20; seed++) {
            var disc = new PlayedDisc(SECTORS, seed);
            for (long lba : new long[] {0, 1, 300, 301, 302, 500, 899}) {
                disc.guessed.add(lba);
            }
            disc.tells = true;
            var image = new Image(disc.firstReading());
            assertThat(image.bytes).isNotEqualTo(disc.original);
            var said = read(disc, image);
            assertThat(said.doubtful().isEmpty()).isTrue();
            assertThat(image.bytes).as("seed %d", seed).isEqualTo(disc.original);
        }
    }

    @Test
    void whatTheDriveAlwaysCallsWrongIsNamed() {
        var disc = new PlayedDisc(SECTORS, 4);
        var always =
                new SectorReads() {
                    @Override
                    public Optional<byte[]> read(long lba, int sectors) {
                        return disc.read(lba, sectors);
                    }

                    @Override
                    public boolean isSuspect(long lba) {
                        return lba == 444;
                    }
                };
        var image = new Image(disc.firstReading());
        assertThat(read(always, disc.sectors(), image).doubtful().ranges())
                .containsExactly(ByteRange.at(444, 1));
    }

    @Test
    void aDriveThatCallsEverythingWrongIsNoWitness() {
        var disc = new PlayedDisc(6 * SECTORS, 5);
        disc.calumniates = true;
        disc.flaky.add(300L);
        var image = new Image(disc.firstReading());
        disc.commands = 0;
        var said = read(disc, image);
        assertThat(said.confirmed().sizeBytes()).isEqualTo(6 * SECTORS);
        assertThat(image.bytes).isEqualTo(disc.original);
        assertThat(disc.commands).as("no rounds over the whole disc").isLessThan(600);
    }

    /** Of a few sectors nobody can say that it lies. */
    @Test
    void aFewThatItCallsWrongAreBelieved() {
        var disc = new PlayedDisc(SECTORS, 6);
        disc.calumniates = true;
        var image = new Image(disc.firstReading());
        disc.commands = 0;
        var said = read(disc, image);
        assertThat(said.doubtful().sizeBytes()).isEqualTo(SECTORS);
        assertThat(disc.commands).as("given up after some rounds").isLessThan(400);
    }

    /** What the first reading ended with lies in the drive's cache still. */
    @Test
    void somethingElseIsReadBeforeEachPiece() {
        var disc = new PlayedDisc(4 * SECTORS, 7);
        var lbas = new ArrayList<Long>();
        SectorReads reads =
                (lba, sectors) -> {
                    lbas.add(lba);
                    return disc.read(lba, sectors);
                };
        var image = new Image(disc.firstReading());
        var wanted = RangeSet.of(ByteRange.at(0, 5));
        wanted.add(ByteRange.at(4 * SECTORS - 5, 5));
        try {
            var music = new ByteRange(0, disc.sectors());
            var said = new SecureReading(reads, image, music, 27, _ -> {}).run(wanted);
            assertThat(said.confirmed().sizeBytes()).isEqualTo(10);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
        assertThat(lbas.subList(0, 40)).allMatch(lba -> lba >= 4 * SECTORS - 1200);
        int last = lbas.lastIndexOf(4L * SECTORS - 5);
        assertThat(lbas.subList(last - 40, last)).allMatch(lba -> lba <= 1200);
    }

    @Test
    void commandsThatBeginSomewhereElseAreFittedTogether() {
        var disc = new PlayedDisc(SECTORS, 4);
        disc.jitterShare = 0.3;
        disc.jitterSamples = 700;
        var image = new Image(disc.firstReading());
        assertThat(image.bytes).isNotEqualTo(disc.original);
        var said = read(disc, image);
        assertThat(said.doubtful().isEmpty()).as("%s", said.doubtful()).isTrue();
        assertThat(image.bytes).isEqualTo(disc.original);
        assertThat(said.mended().isEmpty()).isFalse();
    }

    /** Discs and drives by seed: what is confirmed is right, and almost all of it is. */
    @Test
    void anyDiscInAnyDrive() {
        long first = new Random().nextLong();
        for (int round = 0; round < 60; round++) {
            long seed = first + round;
            var random = new Random(seed);
            var disc = new PlayedDisc(200 + random.nextInt(400), seed);
            disc.jitterShare = random.nextInt(3) * 0.15;
            // Two commands that are off by the same few samples would agree by chance.
            disc.jitterSamples = 200 + random.nextInt(800);
            for (int i = random.nextInt(3); i > 0; i--) {
                int from = random.nextInt(disc.sectors());
                disc.silence(from, Math.min(disc.sectors(), from + random.nextInt(60)));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                disc.flaky.add((long) random.nextInt(disc.sectors()));
            }
            if (random.nextInt(4) == 0) {
                disc.hopeless.add((long) random.nextInt(disc.sectors()));
            }
            var image = new Image(disc.firstReading());
            var said = read(disc, image);
            assertTruthful(disc, image, said, seed);
            assertThat(said.doubtful().sizeBytes()).as("seed %d", seed).isLessThan(12);
        }
    }
}
