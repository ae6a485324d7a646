package dev.spindle.audio.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.Set;

@Tag("unit")
class OffsetSearchTest {
    private static final int SAMPLES = 500 * 588;

    /** What other people have of a track. */
    private static int[] original(long seed) {
        return new Random(seed).ints(SAMPLES).toArray();
    }

    /** The checksum that they gave, by the code that ripping uses. */
    private static long frame450(int[] track) {
        var content = ByteBuffer.allocate(SAMPLES * 4).order(ByteOrder.LITTLE_ENDIAN);
        content.asIntBuffer().put(track);
        var sums = new DiscSums(List.of((long) SAMPLES));
        sums.add(content);
        return sums.tracks().getFirst().frame450().getAsLong();
    }

    /** What a drive gives that is off by so many samples. */
    private static int[] window(int[] track, int offset) {
        var words = new int[OffsetSearch.SAMPLES];
        for (int i = 0; i < words.length; i++) {
            words[i] = track[(int) OffsetSearch.FIRST_SAMPLE + i - offset];
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -12, 667, 2940, -2940})
    void findsByHowMuchAllTracksAreOff(int offset) {
        var search = new OffsetSearch();
        for (int seed = 1; seed <= 3; seed++) {
            int[] track = original(seed);
            search.add(window(track, offset), Set.of(frame450(track), 12_345L));
        }
        assertThat(search.found()).hasValue(offset);
    }

    @Test
    void oneTrackOfManyProvesNothing() {
        var search = new OffsetSearch();
        int[] track = original(1);
        search.add(window(track, 6), Set.of(frame450(track)));
        search.add(window(original(2), 6), Set.of(1L));
        assertThat(search.found()).isEmpty();
    }

    @Test
    void silenceFitsEverywhereAndSoNowhere() {
        var search = new OffsetSearch();
        search.add(new int[OffsetSearch.SAMPLES], Set.of(0L));
        assertThat(search.found()).isEmpty();
        assertThat(new OffsetSearch().found()).isEmpty();
    }
}
