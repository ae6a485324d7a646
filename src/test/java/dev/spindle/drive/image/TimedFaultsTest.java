package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.script.ScriptParser;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments at which a drive hangs or is gone, to the nanosecond. */
@Tag("unit")
class TimedFaultsTest {
    private static final long SECOND = 1_000_000_000;

    private static TimedFaults faults(String script) {
        return new TimedFaults(ScriptParser.parse(script));
    }

    @Test
    void itIsUnpluggedFromItsMomentToBeforeItsEnd() {
        var faults = faults("unplug at 1s for 2s");
        assertThat(faults.isUnplugged(SECOND - 1)).isFalse();
        assertThat(faults.isUnplugged(SECOND)).isTrue();
        assertThat(faults.isUnplugged(3 * SECOND - 1)).isTrue();
        assertThat(faults.isUnplugged(3 * SECOND)).isFalse();
    }

    @Test
    void theNextTimeItIsUnpluggedIsTheNearestToCome() {
        var faults = faults("unplug at 9s for 1s\nunplug at 4s for 1s");
        assertThat(faults.nextUnplug(0)).isEqualTo(4 * SECOND);
        assertThat(faults.nextUnplug(4 * SECOND - 1)).isEqualTo(4 * SECOND);
        assertThat(faults.nextUnplug(4 * SECOND)).isEqualTo(9 * SECOND);
        assertThat(faults.nextUnplug(9 * SECOND)).isEqualTo(TimedFaults.NEVER);
        assertThat(faults("").nextUnplug(0)).isEqualTo(TimedFaults.NEVER);
    }

    @ParameterizedTest
    @CsvSource({
        // before the hang, up to its begin, into it, within it, at its end, behind it
        "0, 900, 900",
        "0, 1000, 1000",
        "0, 1001, 3000",
        "2000, 2001, 3000",
        "2999, 5000, 5000",
        "3000, 3500, 3500",
        "4000, 4001, 4001"
    })
    void aCommandReturnsWhenTheHangThatItRunsIntoIsOver(long start, long end, long returned) {
        var faults = faults("hang at 1s for 2s");
        assertThat(faults.end(start * 1_000_000, end * 1_000_000)).isEqualTo(returned * 1_000_000);
    }

    @Test
    void aHangMayKeepACommandUntilTheNextOneBegins() {
        // Written in the wrong order on purpose: the later one is met only through the earlier.
        var faults = faults("hang at 2500ms for 4s\nhang at 1s for 2s");
        assertThat(faults.end(0, SECOND + 1)).isEqualTo(6 * SECOND + SECOND / 2);
        assertThat(faults.end(0, SECOND)).isEqualTo(SECOND);
    }

    @Test
    void whatHasNoEndNeverReturns() {
        var faults = faults("hang at 1s");
        assertThat(faults.end(0, 2 * SECOND)).isEqualTo(TimedFaults.NEVER);
        assertThat(faults.end(500 * SECOND, 501 * SECOND)).isEqualTo(TimedFaults.NEVER);
        assertThat(faults("unplug at 1s").isUnplugged(Long.MAX_VALUE - 1)).isTrue();
    }
}
