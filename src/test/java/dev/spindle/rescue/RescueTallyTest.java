package dev.spindle.rescue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.ReadCommand.Pass;
import dev.spindle.rescue.RescueTally.Count;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** What each means of reading gave. */
@Tag("unit")
final class RescueTallyTest {
    private final RescueTally tally = new RescueTally();

    private void retry(long lba, boolean isGood) {
        tally.note(new ReadCommand(lba, 1, Pass.RETRY), isGood, isGood ? 2048 : 0);
    }

    @Test
    void countsByMeansInTheOrderOfTheirFirstUse() {
        tally.note(new ReadCommand(0, 32, Pass.SWEEP), true, 65_536);
        tally.note(new ReadCommand(32, 32, Pass.SWEEP), false, 0);
        tally.note(new ReadCommand(33, 1, Pass.SCRAPE), true, 512);
        assertThat(tally.counts())
                .containsExactly(
                        Map.entry("sweep", new Count(2, 1, 65_536)),
                        Map.entry("scrape", new Count(1, 0, 512)));
    }

    @Test
    void tellsRetriesFromBehindFromThoseFromBefore() {
        retry(10, false);
        retry(12, true);
        retry(11, true);
        retry(10, false);
        assertThat(tally.counts().get("retry")).isEqualTo(new Count(2, 1, 2048));
        assertThat(tally.counts().get("retry backwards")).isEqualTo(new Count(2, 1, 2048));
    }

    @Test
    void whatWasToldDoesNotChange() {
        retry(10, false);
        var told = tally.counts();
        retry(10, true);
        assertThat(told.get("retry")).isEqualTo(new Count(1, 1, 0));
    }
}
