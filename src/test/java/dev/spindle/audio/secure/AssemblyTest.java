package dev.spindle.audio.secure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

/** Commands that overlap, put where they belong; samples found again in what was read. */
@Tag("unit")
final class AssemblyTest {
    private static final int BYTES = PlayedDisc.BYTES;
    private static final int SECTORS = 120;

    private final PlayedDisc disc = new PlayedDisc(SECTORS, 11);
    private final Assembly assembly = new Assembly(disc, 0, SECTORS, 27);

    private byte[] original(int from, int to) {
        return Arrays.copyOfRange(disc.original, from * BYTES, to * BYTES);
    }

    private Optional<Assembly.Piece> read(int from, int to, Optional<byte[]> tail) {
        try {
            return assembly.read(from, to, original(from - Assembly.MARGIN, from), tail);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    @Test
    void manyCommandsMakeOneRow() {
        var piece = read(10, 90, Optional.of(original(90, 94))).orElseThrow();
        assertThat(piece.content()).isEqualTo(original(10, 90));
        assertThat(piece.isPlaced()).isTrue();
        assertThat(disc.commands).isGreaterThan(3);
    }

    @Test
    void everyCommandMayBeginSomewhereElse() {
        disc.jitterShare = 1;
        disc.jitterSamples = 1100;
        int whole = 0;
        for (int round = 0; round < 40; round++) {
            var piece = read(10, 60, Optional.empty());
            if (piece.isPresent()) {
                whole++;
                assertThat(piece.get().content()).isEqualTo(original(10, 60));
            }
        }
        assertThat(whole).isGreaterThan(20);
    }

    @Test
    void whatDoesNotFitBeforeItsTailIsNothing() {
        assertThat(read(10, 40, Optional.of(original(41, 45)))).isEmpty();
    }

    @Test
    void whatCantBeReadIsNothing() {
        disc.bad.add(30L);
        assertThat(read(10, 60, Optional.empty())).isEmpty();
    }

    @Test
    void anAnchorThatIsNotThereIsNoAnchor() throws IOException {
        var strange = new byte[Assembly.MARGIN * BYTES];
        new Random(1).nextBytes(strange);
        assertThat(assembly.read(10, 40, strange, Optional.empty())).isEmpty();
    }

    @Test
    void besideSilenceThePlaceIsTheDrivesWord() {
        disc.silence(0, 30);
        assertThat(read(30, 40, Optional.empty()).orElseThrow().isPlaced()).isFalse();
        assertThat(read(30, 40, Optional.of(original(40, 44))).orElseThrow().isPlaced()).isTrue();
    }

    @Test
    void readFromBehindItIsTheSameDisc() throws IOException {
        var mirrored = new Assembly(disc.mirrored(), -SECTORS, 0, 27);
        byte[] anchor = SampleWords.reversed(original(60, 64));
        var piece = mirrored.read(-60, -20, anchor, Optional.empty()).orElseThrow();
        assertThat(piece.reversed().content()).isEqualTo(original(20, 60));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, 37, -588, 1176, -1176})
    void knownSamplesAreFoundWhereverTheyAre(int shift) {
        int[] all = SampleWords.of(disc.original);
        int[] known = Arrays.copyOfRange(all, 5000, 6000);
        int[] read = Arrays.copyOfRange(all, 3000 - shift, 9000 - shift);
        assertThat(Overlap.shift(known, read, 2000)).hasValue(shift);
    }

    @Test
    void tooFarAwayIsNowhere() {
        int[] all = SampleWords.of(disc.original);
        int[] known = Arrays.copyOfRange(all, 5000, 6000);
        int[] read = Arrays.copyOfRange(all, 3000 - 1177, 9000 - 1177);
        assertThat(Overlap.shift(known, read, 2000)).isEmpty();
        assertThat(Overlap.shift(known, new int[500], 0)).isEmpty();
    }

    @Test
    void someErrorsDontHideThePlace() {
        int[] all = SampleWords.of(disc.original);
        int[] known = Arrays.copyOfRange(all, 5000, 6000);
        for (int i = 0; i < 50; i++) {
            known[i * 20] ^= 1;
        }
        assertThat(Overlap.shift(known, all, 4900)).hasValue(100);
        known[7] ^= 1;
        assertThat(Overlap.shift(known, all, 4900)).isEmpty();
    }

    @Test
    void silenceIsFoundWhereItIsExpected() {
        assertThat(Overlap.shift(new int[100], SampleWords.of(disc.original), 77)).hasValue(0);
    }

    @Test
    void readingsAreCountedBySector() {
        var agreement = new Agreement();
        byte[] one = original(0, 2);
        byte[] other = original(5, 7);
        assertThat(agreement.add(3, one, 0)).isZero();
        assertThat(agreement.add(3, one, BYTES)).isZero();
        assertThat(agreement.add(4, one, 0)).as("another sector").isZero();
        assertThat(agreement.add(3, other, 0)).isZero();
        assertThat(agreement.add(3, one, 0)).isEqualTo(1);
        assertThat(agreement.add(3, one, 0)).isEqualTo(2);
        assertThat(agreement.readings(3)).isEqualTo(5);
        agreement.forget(3);
        assertThat(agreement.readings(3)).isZero();
    }

    @Test
    void reversedTwiceIsTheSame() {
        byte[] bytes = original(0, 3);
        assertThat(SampleWords.reversed(SampleWords.reversed(bytes))).isEqualTo(bytes);
        assertThat(SampleWords.reversed(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))
                .isEqualTo(new byte[] {5, 6, 7, 8, 1, 2, 3, 4});
    }
}
