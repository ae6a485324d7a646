package dev.spindle.audio.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;

/** Checksums that others have published, or that were computed by other programs. */
@Tag("unit")
final class DiscSumsTest {
    private static final int FRAME_BYTES = 2352;
    private static final long FRAME = 588;

    private static List<Long> samples(long... frames) {
        return java.util.Arrays.stream(frames).map(n -> n * FRAME).boxed().toList();
    }

    private static DiscSums sums(List<Long> samples, ByteBuffer content) {
        var sums = new DiscSums(samples);
        sums.add(content);
        return sums;
    }

    /** CUETools, AccurateRipVerifyTest.cs: tracks from frame 13, 68 and 99, to 136, seed 2314. */
    @Test
    void cuetoolsOwnDisc() {
        byte[] stream = new DotNetRandom(2314).bytes(136 * FRAME_BYTES);
        var music = ByteBuffer.wrap(stream, 13 * FRAME_BYTES, 123 * FRAME_BYTES).slice();
        var tracks = sums(samples(55, 31, 37), music).tracks();
        assertThat(tracks)
                .extracting(TrackSums::accurateRip1)
                .containsExactly(3_727_147_246L, 2_202_235_240L, 3_752_629_998L);
        assertThat(tracks)
                .extracting(TrackSums::accurateRip2)
                .containsExactly(3_988_391_122L, 2_284_845_104L, 3_841_231_027L);
        assertThat(tracks)
                .extracting(TrackSums::crc32)
                .containsExactly(321_342_250L, 37_001_035L, 516_255_430L);
        assertThat(tracks).extracting(TrackSums::frame450).containsOnly(OptionalLong.empty());
    }

    /** CUETools, the same tests: tracks from frame 0 and 136, to 886, seed 2314. */
    @Test
    void frame450TellsPressingsApart() {
        var music = ByteBuffer.wrap(new DotNetRandom(2314).bytes(886 * FRAME_BYTES));
        var tracks = sums(samples(136, 750), music).tracks();
        assertThat(tracks.get(0).frame450()).isEmpty();
        assertThat(tracks.get(1).frame450()).hasValue(2_224_430_043L);
    }

    /** CUETools, CDRepairEncodeTest.cs: one track of 45000 frames, seed 2423. */
    @Test
    void ctdbOfALongDisc() {
        var music = ByteBuffer.wrap(new DotNetRandom(2423).bytes(45_000 * FRAME_BYTES));
        assertThat(sums(samples(45_000), music).ctdb()).isEqualTo(2_278_257_733L);
    }

    /** Computed with the implementation that gives all of CUETools' own figures. */
    @Test
    void threeTracksOfALinearCongruence() {
        var music = ByteBuffer.allocate(75 * FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        int word = 1;
        while (music.hasRemaining()) {
            word = word * 1_103_515_245 + 12_345;
            music.putInt(word);
        }
        var sums = sums(samples(20, 30, 25), music.flip());
        var tracks = sums.tracks();
        assertThat(tracks)
                .extracting(TrackSums::accurateRip1)
                .containsExactly(0x47b8beb0L, 0xac970fd8L, 0x85dbcc10L);
        assertThat(tracks)
                .extracting(TrackSums::accurateRip2)
                .containsExactly(0x49a99924L, 0xb1315668L, 0x87eb8b32L);
        assertThat(tracks)
                .extracting(TrackSums::crc32)
                .containsExactly(0xabd2af02L, 0x72b1c723L, 0x5dddd55bL);
        assertThat(tracks)
                .extracting(TrackSums::ctdb)
                .containsExactly(0x1dd6e235L, 0x72b1c723L, 0x2fe09c45L);
        assertThat(sums.ctdb()).isEqualTo(0xe053ec0dL);
    }

    @Test
    void inWhateverPiecesItComes() {
        byte[] stream = new DotNetRandom(7).bytes(60 * FRAME_BYTES);
        var whole = sums(samples(20, 25, 15), ByteBuffer.wrap(stream));
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var pieces = new DiscSums(samples(20, 25, 15));
        for (int at = 0; at < stream.length; ) {
            int bytes = Math.min(4 * (1 + random.nextInt(5000)), stream.length - at);
            pieces.add(ByteBuffer.wrap(stream, at, bytes));
            at += bytes;
        }
        assertThat(pieces.tracks()).as("seed %d", seed).isEqualTo(whole.tracks()).hasSize(3);
        assertThat(pieces.ctdb()).isEqualTo(whole.ctdb());
    }

    @Test
    void moreThanTheTracksHoldIsAMistake() {
        var sums = new DiscSums(samples(1));
        assertThatThrownBy(() -> sums.add(ByteBuffer.allocate(FRAME_BYTES + 4)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
