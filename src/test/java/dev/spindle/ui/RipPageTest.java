package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.Outlook;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.Views;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.rippage.RipController;
import dev.spindle.ui.rippage.RipPage;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.util.Optional;

/** The page of one rip, by mouse and by keyboard. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class RipPageTest {
    private final FakeRipService service = FakeRipService.usual();
    private final FakeDesktop desktop = new FakeDesktop();
    private final FakeRip rip = new FakeRip(Examples.degraded());
    private Optional<String> localFolder = Optional.empty();
    private final RipViewModel page = new RipViewModel(r -> r::stop);

    @Start
    void start(Stage stage) {
        Theme.use(ColorScheme.LIGHT);
        var views =
                RipPage.add(
                        new Views(), page, service, new SameThread(), desktop, _ -> localFolder);
        var scene = new Scene(views.load(RipController.class), 1000, 900);
        Theme.dress(scene);
        stage.setScene(scene);
        page.begin(rip, FakeRipService.request());
        stage.show();
    }

    private void become(FxRobot robot, RipSnapshot next) {
        rip.become(next);
        robot.interact(page::pull);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    @Test
    void pausesAndGoesOn(FxRobot robot) {
        assertThat(text(robot, "#pause")).isEqualTo("_Pause");
        robot.clickOn("#pause");
        assertThat(rip.pauses()).isEqualTo(1);
        become(robot, Examples.paused());
        assertThat(text(robot, "#pause")).isEqualTo("_Resume");
        assertThat(text(robot, "#phase")).startsWith("Paused");
        assertThat(text(robot, "#time-left")).isEqualTo("–");
        robot.clickOn("#pause");
        assertThat(rip.resumes()).isEqualTo(1);
        become(robot, Examples.saving());
        assertThat(isShown(robot, "#pause")).isFalse();
    }

    /** The button is there as long as the destination stands still. */
    @Test
    void goesOnByWayOfALocalFolder(FxRobot robot) {
        assertThat(isShown(robot, "#detour")).isTrue();
        robot.clickOn("#detour");
        assertThat(rip.detours()).as("the user chose none").isEmpty();
        localFolder = Optional.of(FakeRipService.request().folder());
        robot.clickOn("#detour");
        assertThat(text(robot, "#detour-problem")).contains("is the destination itself");
        localFolder = Optional.of("/home/user/first");
        robot.clickOn("#detour");
        assertThat(rip.detours()).containsExactly("/home/user/first");
        robot.interact(page::pull);
        assertThat(isShown(robot, "#detour")).isFalse();
        assertThat(isShown(robot, "#detour-problem")).isFalse();
        become(robot, Examples.ended(RipOutcome.STOPPED));
        assertThat(isShown(robot, "#again-staged")).isFalse();
    }

    /** It is entered when it ends, and not denied before. */
    @Test
    void aStallThatGoesOnIsCounted(FxRobot robot) {
        assertThat(text(robot, "#stall-count")).endsWith(", and one that goes on");
        become(robot, Examples.healthy(0.5));
        assertThat(text(robot, "#stall-count")).containsOnlyDigits();
    }

    /** Only where there is something to decide: what more reading costs, and what it may bring. */
    @Test
    void isContentOrKeepsTrying(FxRobot robot) {
        assertThat(isShown(robot, "#good-enough")).isFalse();
        assertThat(isShown(robot, "#keep-trying")).isFalse();
        become(robot, Examples.retrying(new Outlook(720, 40)));
        assertThat(text(robot, "#outlook")).isEqualTo("Another 12:00 min for perhaps 40 sectors");
        robot.clickOn("#keep-trying");
        assertThat(rip.keptTryings()).isOne();
        assertThat(rip.goodEnoughs()).isZero();
        robot.interact(() -> robot.lookup("#good-enough").query().requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(rip.goodEnoughs()).isOne();
        var button = robot.lookup("#good-enough").queryAs(Button.class);
        assertThat(button.getAccessibleHelp())
                .isNotBlank()
                .isEqualTo(button.getTooltip().getText());
        become(robot, Examples.saving());
        assertThat(isShown(robot, "#good-enough")).isFalse();
        assertThat(isShown(robot, "#outlook")).isFalse();
    }

    /** Most desktops mount what is put in, and a rip wants its disc alone. */
    @Test
    void offersToUnmountTheDiscThatItWasRefusedFor(FxRobot robot) throws IOException {
        assertThat(isShown(robot, "#unmount")).isFalse();
        service.mounts.add("/media/user/HOLIDAY_2019");
        become(robot, Examples.ended(RipOutcome.REFUSED_INPUT));
        assertThat(isShown(robot, "#unmount")).isTrue();
        var picture = new WritableImage[1];
        robot.interact(
                () -> picture[0] = robot.lookup("#unmount").query().getScene().snapshot(null));
        Picture.keep(picture[0], "refused-mounted");
        fire(robot, "#unmount");
        assertThat(service.mounts).isEmpty();
        assertThat(service.requests).containsExactly(FakeRipService.request());
        assertThat(isShown(robot, "#unmount")).isFalse();
    }

    @Test
    void aClickInTheListJumpsToTheChart(FxRobot robot) {
        assertThat(text(robot, "#chart-readout")).isEmpty();
        robot.clickOn("#stalls .list-cell");
        assertThat(text(robot, "#chart-readout")).contains("stall by Storage");
        ListView<?> stalls = robot.lookup("#stalls").queryListView();
        robot.interact(() -> {
            stalls.requestFocus();
            stalls.getSelectionModel().select(3);
        });
        robot.push(KeyCode.ENTER);
        assertThat(text(robot, "#chart-readout")).contains("stall by Program");
    }

    @Test
    void zoomsAndMovesTheCrosshairByKeyboard(FxRobot robot) {
        var minute = robot.lookup("#zoom-minute").queryAs(ToggleButton.class);
        robot.clickOn(minute);
        assertThat(minute.isSelected()).isTrue();
        robot.clickOn(minute);
        assertThat(minute.isSelected()).isTrue();
        robot.interact(() -> robot.lookup("#throughput").query().requestFocus());
        robot.push(KeyCode.LEFT);
        assertThat(text(robot, "#chart-readout")).contains("read ").contains("chunk ");
        robot.push(KeyCode.ESCAPE);
        assertThat(text(robot, "#chart-readout")).isEmpty();
        robot.moveTo("#chunk-plot");
        assertThat(text(robot, "#chart-readout")).contains("unconfirmed ");
    }

    /** In a small window it needs several lines, and these are there before anybody points. */
    @Test
    void theReadoutIsWholeAndMovesNothing(FxRobot robot) {
        var window = robot.lookup("#charts").query().getScene().getWindow();
        double width = window.getWidth();
        robot.interact(() -> window.setWidth(640));
        try {
            var plot = robot.lookup("#throughput").query();
            double atHint = layoutAndFindTop(robot, plot);
            assertThat(shownText(robot, "#chart-hint")).isEqualTo(text(robot, "#chart-hint"));
            robot.interact(plot::requestFocus);
            robot.push(KeyCode.LEFT);
            assertThat(text(robot, "#chart-readout")).contains("read ").contains("unconfirmed ");
            assertThat(layoutAndFindTop(robot, plot)).isEqualTo(atHint);
            assertThat(shownText(robot, "#chart-readout")).isEqualTo(text(robot, "#chart-readout"));
            var stalls = rip.snapshot().stalls();
            robot.interact(() -> page.chooseStall(stalls.get(6)));
            assertThat(text(robot, "#chart-readout")).contains("waited ").contains("stall by ");
            assertThat(layoutAndFindTop(robot, plot)).isEqualTo(atHint);
            assertThat(shownText(robot, "#chart-readout")).isEqualTo(text(robot, "#chart-readout"));
        } finally {
            robot.interact(() -> window.setWidth(width));
        }
    }

    private static double layoutAndFindTop(FxRobot robot, Node plot) {
        robot.interact(() -> {
            var root = plot.getScene().getRoot();
            root.applyCss();
            root.layout();
        });
        return plot.getBoundsInParent().getMinY();
    }

    /** What a label shows, which ends in dots where it has no room. */
    private static String shownText(FxRobot robot, String id) {
        var label = robot.lookup(id).queryAs(Label.class);
        return ((Text) label.lookup(".text")).getText();
    }

    /** What is chosen stays chosen while stalls come, however many. */
    @Test
    void theListKeepsWhatIsChosen(FxRobot robot) {
        become(robot, Examples.healthy(0.4));
        ListView<?> stalls = robot.lookup("#stalls").queryListView();
        robot.interact(() -> stalls.getSelectionModel().select(1));
        var chosen = stalls.getSelectionModel().getSelectedItem();
        int before = stalls.getItems().size();
        become(robot, Examples.degraded());
        int more = stalls.getItems().size() - before;
        assertThat(more).isPositive();
        assertThat(stalls.getSelectionModel().getSelectedItem()).isEqualTo(chosen);
        assertThat(stalls.getSelectionModel().getSelectedIndex()).isEqualTo(1 + more);
    }

    @Test
    void theMapTellsOfItsCells(FxRobot robot) {
        assertThat(text(robot, "#disc-map-text")).startsWith("Parts with unreadable sectors: 1");
        robot.interact(() -> robot.lookup("#disc-map-plot").query().requestFocus());
        robot.push(KeyCode.HOME).push(KeyCode.N);
        assertThat(text(robot, "#disc-map-text")).contains("Unreadable");
        assertThat(robot.lookup("#disc-map-plot").query().getAccessibleText())
                .startsWith("Map of the disc. Sectors ");
        robot.push(KeyCode.ESCAPE).moveTo("#disc-map-plot");
        assertThat(text(robot, "#disc-map-text")).startsWith("Sectors ");
    }

    @Test
    void theLegendCountsSectors(FxRobot robot) {
        assertThat(text(robot, "#legend-bad")).isEqualTo("Unreadable 48");
        assertThat(text(robot, "#legend-trimmed")).isEqualTo("Trimmed 10\u00A0240");
        assertThat(text(robot, "#legend-scraped")).isEqualTo("Scraped 15\u00A0360");
        assertThat(text(robot, "#legend-retried")).isEqualTo("Retried 5\u00A0120");
        assertThat(robot.lookup("#legend-retried").queryAs(Label.class).getAccessibleText())
                .isEqualTo("Retried: 5\u00A0120 sectors");
        become(robot, Examples.healthy(0.4));
        assertThat(text(robot, "#legend-bad")).isEqualTo("Unreadable 0");
        assertThat(text(robot, "#legend-trimmed")).isEqualTo("Trimmed 0");
    }

    @Test
    void namesFilesWithHolesAndSavesTheCharts(FxRobot robot) {
        become(robot, Examples.ended(RipOutcome.FINISHED_WITH_HOLES));
        assertThat(isShown(robot, "#hit-files")).isTrue();
        assertThat(robot.lookup("#hit-files").queryListView().getHeight())
                .as("some lines of it are seen")
                .isGreaterThan(60);
        assertThat(text(robot, "#verdict-advice")).startsWith("Clean the disc");
        fire(robot, "#save-charts");
        assertThat(desktop.saved).containsKey("/home/user/Spindle/HOLIDAY_2019.charts.png");
        fire(robot, "#save-samples");
        assertThat(text(robot, "#aftercare-message")).endsWith("HOLIDAY_2019.samples.csv");
        fire(robot, "#open-folder");
        assertThat(desktop.opened).containsExactly("/home/user/Spindle");
        fire(robot, "#again");
        assertThat(service.requests).hasSize(1);
        until(() -> isShown(robot, "#phase"));
    }

    @Test
    void asksTwiceBeforeItDeletes(FxRobot robot) {
        become(robot, Examples.ended(RipOutcome.STOPPED));
        assertThat(isShown(robot, "#delete-question")).isFalse();
        fire(robot, "#delete-part");
        assertThat(robot.lookup("#delete-keep").query().isFocused()).isTrue();
        fire(robot, "#delete-keep");
        assertThat(isShown(robot, "#delete-question")).isFalse();
        fire(robot, "#delete-part");
        fire(robot, "#delete-confirm");
        assertThat(service.discarded).isEmpty();
        assertThat(text(robot, "#delete-confirm")).isEqualTo("Delete for good");
        fire(robot, "#delete-confirm");
        assertThat(service.discarded).hasSize(1);
        assertThat(isShown(robot, "#delete-part")).isFalse();
    }
}
