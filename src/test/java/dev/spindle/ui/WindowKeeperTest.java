package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.WindowPlace;

import javafx.geometry.Rectangle2D;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

@Tag("unit")
class WindowKeeperTest {
    private static final List<Rectangle2D> SCREENS =
            List.of(new Rectangle2D(0, 0, 1920, 1080), new Rectangle2D(1920, 0, 1280, 1024));

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "-1100, 10, true",
        "-1200, 10, false",
        "3000, 500, true",
        "3150, 500, false",
        "100, -1, false",
        "100, 1025, true",
        "100, 1040, false",
        "2500, 1000, false"
    })
    void aWindowMustBeWithinReach(double x, double y, boolean reachable) {
        var place = new WindowPlace(x, y, 1280, 800, false, "");
        assertThat(WindowKeeper.isReachable(place, SCREENS)).isEqualTo(reachable);
    }

    @Test
    void nothingIsWithinReachWithoutAScreen() {
        var place = new WindowPlace(0, 0, 1280, 800, false, "");
        assertThat(WindowKeeper.isReachable(place, List.of())).isFalse();
    }
}
