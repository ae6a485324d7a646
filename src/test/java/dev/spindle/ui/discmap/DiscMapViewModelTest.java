package dev.spindle.ui.discmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.DiscMap;
import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells of the map, where they lie and what is told of them. */
@Tag("unit")
class DiscMapViewModelTest {
    private final FakeRipService service = FakeRipService.usual();
    private final FakeRip rip = new FakeRip(Examples.degraded());
    private final RipViewModel page = new RipViewModel(r -> r::stop);
    private final RipFiles files = new RipFiles(page, service, new SameThread());
    private final DiscMapViewModel model = new DiscMapViewModel(page, files);

    private DiscMapViewModel.Picture picture() {
        return model.pictureProperty().get();
    }

    @ParameterizedTest
    @CsvSource({"640, 300, 150", "640, 200, 400", "640, 900, 20", "1, 300, 150", "7, 20, 20"})
    void cellsFitAndAreFoundAgain(int count, double width, double height) {
        var grid = Grid.fit(count, width, height);
        assertThat(grid.pitch()).isPositive();
        for (int cell = 0; cell < count; cell++) {
            assertThat(grid.x(cell) + grid.pitch()).isLessThanOrEqualTo(width + 0.001);
            assertThat(grid.y(cell) + grid.pitch()).isLessThanOrEqualTo(height + 0.001);
            assertThat(grid.at(grid.x(cell) + grid.pitch() / 2, grid.y(cell) + grid.pitch() / 2))
                    .isEqualTo(cell);
        }
        assertThat(grid.at(-1, 0)).isEqualTo(-1);
        assertThat(grid.at(width + grid.pitch(), 0)).isEqualTo(-1);
        assertThat(grid.at(0, height + grid.pitch())).isEqualTo(-1);
    }

    /** However narrow: the signs of the cells need room. */
    @ParameterizedTest
    @ValueSource(doubles = {6, 100, 180, 292, 356, 5000})
    void theLeastHeightGivesEachCellItsRoom(double width) {
        double height = Grid.heightFor(640, width, 6);
        assertThat(Grid.fit(640, width, height).pitch()).isGreaterThanOrEqualTo(6);
        assertThat(Grid.fit(640, width, height - 6).pitch()).isLessThan(6);
    }

    @Test
    void withoutRoomThereAreNoCells() {
        assertThat(Grid.fit(640, 0, 100).at(0, 0)).isEqualTo(-1);
        assertThat(Grid.fit(0, 100, 100).at(0, 0)).isEqualTo(-1);
    }

    @Test
    void tellsOfTheWholeAndOfACell() {
        assertThat(picture().text()).isEqualTo("Nothing is known of the disc yet.");
        page.begin(rip, FakeRipService.request());
        assertThat(picture().text()).startsWith("Parts with unreadable sectors: 1, skipped: ");
        model.choose(0);
        assertThat(picture().text()).startsWith("Sectors 0 to 3\u00A0").contains("Read");
        int bad =
                picture().map().cells().stream()
                        .map(DiscMap.Cell::state)
                        .toList()
                        .indexOf(DiscMap.State.BAD);
        model.choose(bad);
        assertThat(picture().text()).contains("Unreadable, 98.3 kB");
        model.choose(picture().map().headCell());
        assertThat(picture().text()).endsWith("Head");
        model.choose(-1);
        assertThat(picture().chosen()).isEqualTo(-1);
    }

    /** How something was read is not seen by colour alone, nor told by it. */
    @ParameterizedTest
    @CsvSource({
        "TRIMMED, Read by trimming",
        "SCRAPED, Read by scraping",
        "RETRIED, Read by retrying",
        "SKIPPED, Skipped"
    })
    void namesThePassThatBroughtACell(DiscMap.State state, String told) {
        page.begin(rip, FakeRipService.request());
        int cell =
                picture().map().cells().stream().map(DiscMap.Cell::state).toList().indexOf(state);
        model.choose(cell);
        assertThat(picture().text()).contains(told);
        model.choose(cell - 1);
        model.stepToTrouble(1);
        assertThat(picture().chosen()).isEqualTo(cell);
    }

    @Test
    void walksByKeysAndToTrouble() {
        model.step(1);
        assertThat(picture().chosen()).isEqualTo(-1);
        page.begin(rip, FakeRipService.request());
        model.step(1);
        assertThat(picture().chosen()).isEqualTo(picture().map().headCell());
        model.step(-1);
        assertThat(picture().chosen()).isEqualTo(picture().map().headCell() - 1);
        model.step(Short.MIN_VALUE);
        assertThat(picture().chosen()).isZero();
        model.stepToTrouble(1);
        int first = picture().chosen();
        assertThat(picture().map().cells().get(first).state()).isEqualTo(DiscMap.State.BAD);
        model.stepToTrouble(-1);
        assertThat(picture().chosen()).isEqualTo(first);
        model.stepToTrouble(1);
        assertThat(picture().chosen()).isGreaterThan(first);
    }

    /** A drive does one thing at a time: its files are asked for when the rip has ended. */
    @Test
    void namesFilesOnceTheDriveIsFree() {
        page.begin(rip, FakeRipService.request());
        model.choose(0);
        assertThat(picture().text()).doesNotContain(".jpg");
        rip.become(Examples.ended(RipOutcome.FINISHED_WITH_HOLES));
        page.pull();
        assertThat(picture().text()).contains(".jpg");
        page.putAway();
        assertThat(files.treeProperty().get()).isEmpty();
    }
}
