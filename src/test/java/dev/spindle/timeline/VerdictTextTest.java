package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** The sentence about the waiting. */
@Tag("unit")
final class VerdictTextTest {
    private static final String DESTINATION = "the destination";

    private static Stall longest(double seconds) {
        return new Stall("", 10, seconds, Side.STORAGE, "");
    }

    @Test
    void saysNothingOfNextToNothing() {
        assertThat(VerdictText.aboutWaiting(Map.of(), longest(0), 0, DESTINATION)).isEmpty();
        assertThat(
                        VerdictText.aboutWaiting(
                                Map.of(Side.DRIVE, 0.49), longest(0.4), 0.5, DESTINATION))
                .isEmpty();
    }

    @Test
    void namesTheSideThatCostMostRoundedDown() {
        assertThat(
                        VerdictText.aboutWaiting(
                                Map.of(Side.DRIVE, 1.01, Side.STORAGE, 9.0, Side.USER, 0.0),
                                longest(2.56),
                                0.999,
                                DESTINATION))
                .isEqualTo(
                        " 89 % of the 10.0 s of waiting was the destination; the longest stall took"
                                + " 2.5 s, at 99 %.");
    }

    @Test
    void hasANameForEachSide() {
        assertThat(VerdictText.aboutWaiting(Map.of(Side.DRIVE, 1.0), longest(1), 0, DESTINATION))
                .contains("100 % of the 1.0 s of waiting was the drive or the disc;");
        assertThat(VerdictText.aboutWaiting(Map.of(Side.USER, 1.0), longest(1), 0, DESTINATION))
                .contains("the pause you asked for");
        assertThat(VerdictText.aboutWaiting(Map.of(Side.SELF, 1.0), longest(1), 0, DESTINATION))
                .contains("this computer or Spindle itself");
    }

    /** Two halves of a rip have two storages: what one cost is not the other's. */
    @Test
    void eachPartOfAStagedRipHasItsOwnStorage() {
        var stalled = Map.of(Side.STORAGE, 9.0, Side.DRIVE, 1.0);
        assertThat(VerdictText.aboutRipping(stalled))
                .isEqualTo(
                        " While it was ripped, 90 % of the 10.0 s of waiting was the staging"
                                + " folder.");
        assertThat(VerdictText.aboutTheTimeBefore(stalled, "the network share"))
                .isEqualTo(
                        " Before the rip was taken off its destination, 90 % of the 10.0 s of"
                                + " waiting was the network share.");
    }

    @Test
    void norIsNextToNothingToldOfAPart() {
        assertThat(VerdictText.aboutRipping(Map.of(Side.DRIVE, 0.4))).isEmpty();
        assertThat(VerdictText.aboutTheTimeBefore(Map.of(), DESTINATION)).isEmpty();
    }

    @Test
    void aShareIsCalledOne() {
        assertThat(VerdictText.aboutWaiting(Map.of(Side.STORAGE, 1.0), longest(1), 0, "the share"))
                .contains(" of waiting was the share;");
        assertThat(VerdictText.aboutWaiting(Map.of(Side.DRIVE, 1.0), longest(1), 0, "the share"))
                .contains(" of waiting was the drive or the disc;");
    }
}
