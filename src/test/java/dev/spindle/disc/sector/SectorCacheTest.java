package dev.spindle.disc.sector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What reading structures may cost. */
@Tag("unit")
class SectorCacheTest {
    private final List<Long> asked = new ArrayList<>();
    private long badFrom = Long.MAX_VALUE;

    private final SectorReader disc =
            lba -> {
                asked.add(lba);
                return lba >= badFrom ? Optional.empty() : Optional.of(new byte[] {(byte) lba});
            };

    private SectorCache cache(int remembered, int run, long fetched, long looks, int failures) {
        return new SectorCache(
                disc, 100, new ReadBudget(remembered, run, fetched, looks, failures));
    }

    @Test
    void readsRunsAtOnceAndRemembersThem() {
        var cache = cache(64, 16, 1000, 1000, 10);
        assertThat(cache.read(19).orElseThrow().u8(0)).isEqualTo(19);
        assertThat(asked).first().isEqualTo(16L);
        assertThat(asked).hasSize(16);
        assertThat(cache.read(31).orElseThrow().u8(0)).isEqualTo(31);
        assertThat(asked).hasSize(16);
        assertThat(cache.read(98).orElseThrow().u8(0)).isEqualTo(98);
        assertThat(asked).last().isEqualTo(99L);
    }

    @Test
    void aRunWithABadSectorIsReadOneByOne() {
        badFrom = 5;
        var cache = cache(64, 16, 1000, 1000, 10);
        assertThat(cache.read(4)).isPresent();
        assertThat(cache.read(5)).isEmpty();
        int before = asked.size();
        assertThat(cache.read(5)).isEmpty();
        assertThat(asked).hasSize(before);
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        var cache = cache(2, 1, 1000, 1000, 10);
        for (long lba : new long[] {1, 2, 1, 3, 1, 2}) {
            assertThat(cache.read(lba)).isPresent();
        }
        assertThat(asked).containsExactly(1L, 2L, 3L, 2L);
    }

    @Test
    void nothingLiesOutsideOfTheDisc() {
        var cache = cache(2, 1, 1000, 1000, 10);
        assertThat(cache.read(-1)).isEmpty();
        assertThat(cache.read(100)).isEmpty();
        assertThat(asked).isEmpty();
        assertThatThrownBy(() -> cache.need(100, "the root folder"))
                .isInstanceOf(DiscException.class)
                .hasMessage("the root folder lies outside of the disc, at sector 100");
    }

    @Test
    void aSpentBudgetReadsNothingMore() throws DiscException {
        var fetching = cache(1, 1, 3, 1000, 10);
        for (long lba = 0; lba < 4; lba++) {
            assertThat(fetching.need(lba, "x").u8(0)).isEqualTo((int) lba);
        }
        assertThat(fetching.read(9)).isEmpty();
        assertThat(asked).hasSize(4);
        assertThatThrownBy(() -> fetching.need(9, "x")).hasMessageContaining("for longer than");
        var looking = cache(9, 1, 1000, 3, 10);
        for (int i = 0; i < 4; i++) {
            assertThat(looking.read(1)).isPresent();
        }
        assertThatThrownBy(looking::checkBudget).isInstanceOf(DiscException.class);
    }

    @Test
    void tooManyBadSectorsEndIt() throws DiscException {
        badFrom = 10;
        var cache = cache(64, 1, 1000, 1000, 2);
        cache.checkBudget();
        assertThatThrownBy(() -> cache.need(10, "the folder A"))
                .hasMessage("the folder A can't be read at sector 10");
        assertThat(cache.read(11)).isEmpty();
        cache.checkBudget();
        assertThatThrownBy(() -> cache.need(12, "x")).hasMessageContaining("more than 2 sectors");
        assertThat(cache.read(13)).isEmpty();
        assertThat(asked).doesNotContain(13L);
    }
}
