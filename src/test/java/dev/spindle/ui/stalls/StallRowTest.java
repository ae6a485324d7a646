package dev.spindle.ui.stalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Stalls as lines of a list. */
@Tag("unit")
class StallRowTest {
    private static final Stall SHORT = new Stall("writer", 12.2, 0.34, Side.STORAGE, "throughput");
    private static final Optional<String> NONE = Optional.empty();
    private static final Stall LONG = new Stall("all", 3725, 75, Side.SELF, "not running");

    @Test
    void aRowHasMomentLengthSideAndCause() {
        assertThat(StallRow.of(SHORT))
                .isEqualTo(
                        new StallRow(
                                SHORT, "340 ms at 0:12", "Storage · writer: throughput", NONE));
        assertThat(StallRow.of(LONG))
                .isEqualTo(
                        new StallRow(
                                LONG, "1:15 min at 1:02:05", "Program · all: not running", NONE));
        assertThat(StallRow.of(SHORT).spoken())
                .isEqualTo("340 ms at 0:12. Storage · writer: throughput");
    }

    @Test
    void whatWasSeenInTheKernelIsTold() {
        var seen =
                new Stall(
                        "flusher", 4, 2, Side.STORAGE, "journal", Optional.of("flusher in x × 12"));

        assertThat(StallRow.of(seen).evidence())
                .contains("In the kernel meanwhile, ten looks a second: flusher in x × 12");
    }

    /** The band in the chart is as long as all of it; what it cost is told beside. */
    @Test
    void waitsInSmallPiecesTellWhatWasWaited() {
        var pieces =
                new Stall(
                        "reader",
                        12.2,
                        36,
                        Side.STORAGE,
                        "behind",
                        Optional.empty(),
                        Optional.of(18.0));
        assertThat(StallRow.of(pieces).head()).isEqualTo("18.0 s at 0:12");
        assertThat(StallRow.of(pieces).cause())
                .isEqualTo("Storage · reader: behind, in small pieces within 36.0 s");
    }

    @Test
    void theNewestIsAtTheTop() {
        assertThat(StallRow.newestFirst(List.of(SHORT, LONG)))
                .containsExactly(StallRow.of(LONG), StallRow.of(SHORT));
        assertThat(StallRow.newestFirst(List.of())).isEmpty();
    }
}
