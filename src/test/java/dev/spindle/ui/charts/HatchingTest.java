package dev.spindle.ui.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.timeline.Side;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

class HatchingTest {
    private final Hatching hatching = new Hatching();

    /** Alpha of each pixel, in percent. */
    private List<Integer> alphas(Side side) {
        Image tile = hatching.of(side, Color.RED).getImage();
        List<Integer> alphas = new ArrayList<>();
        for (int y = 0; y < tile.getHeight(); y++) {
            for (int x = 0; x < tile.getWidth(); x++) {
                Color pixel = tile.getPixelReader().getColor(x, y);
                alphas.add((int) Math.round(pixel.getOpacity() * 100));
            }
        }
        return alphas;
    }

    @Test
    void eachSideHasItsOwn() {
        Set<List<Integer>> tiles = new HashSet<>();
        for (Side side : Side.values()) {
            tiles.add(alphas(side));
        }
        assertThat(tiles).hasSize(Side.values().length);
    }

    /** A line of one pixel each six: a sixth of the area for straight ones, more on a slant. */
    @ParameterizedTest
    @EnumSource(Side.class)
    void linesAreThin(Side side) {
        double cover = alphas(side).stream().mapToInt(Integer::intValue).average().orElseThrow();
        assertThat(cover).isBetween(14.0, 26.0);
    }

    /** What leaves a tile at one edge goes on in the next one: rows repeat, moved by one pixel. */
    @Test
    void slantedLinesMeetAtTheEdges() {
        int size = (int) hatching.of(Side.STORAGE, Color.RED).getImage().getWidth();
        List<Integer> alphas = alphas(Side.STORAGE);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                int below = ((y + 1) % size) * size + (x + 1) % size;
                assertThat(alphas.get(y * size + x)).isEqualTo(alphas.get(below));
            }
        }
    }

    @Test
    void theSameTileServesAllBandsOfAColour() {
        assertThat(hatching.of(Side.DRIVE, Color.RED))
                .isSameAs(hatching.of(Side.DRIVE, Color.RED))
                .isNotSameAs(hatching.of(Side.DRIVE, Color.BLUE));
    }
}
