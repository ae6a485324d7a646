package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.DriveReport;
import dev.spindle.rip.ReadSpeed;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;

import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The cards at the left follow their drives, and move their trays. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class LiveDrivesTest {
    private final FakeRipService service = FakeRipService.usual();

    @Start
    void start(Stage stage) {
        Theme.use(ColorScheme.LIGHT);
        var concurrency = new RealConcurrency();
        new Screens(
                        service,
                        new FakeProbes(),
                        concurrency,
                        new ThreadBackground(concurrency),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(stage, List.of());
        stage.setWidth(900);
        stage.setHeight(960);
        stage.show();
    }

    private static boolean isOnACard(FxRobot robot, String words) {
        return robot.lookup("#cards .drive-card .label").queryAllAs(Node.class).stream()
                .map(Node::toString)
                .anyMatch(label -> label.contains(words));
    }

    private static List<Button> trays(FxRobot robot) {
        return robot.lookup(".tray-button").queryAllAs(Button.class).stream()
                .filter(Button::isVisible)
                .toList();
    }

    @Test
    void aDiscThatIsPutInShowsUpWithoutAClick(FxRobot robot) {
        until(() -> isOnACard(robot, "PIONEER"));
        assertThat(isOnACard(robot, "firmware 1.52")).isTrue();
        service.becomes(
                new DriveReport(
                        "/dev/sr1",
                        Examples.emptyDrive().info(),
                        DriveReport.READY,
                        Optional.of(Examples.disc("FRESH_DISC", 4_700_000_000L))));
        until(() -> isOnACard(robot, "FRESH_DISC"));
        assertThat(isOnACard(robot, "PIONEER BD-RW BDR-209M · firmware 1.52 · /dev/sr1")).isTrue();
        service.becomes(Examples.emptyDrive());
        until(() -> !isOnACard(robot, "FRESH_DISC"));
    }

    @Test
    void aDriveThatIsPulledOutTakesItsCardWithIt(FxRobot robot) {
        ListView<?> cards = robot.lookup("#cards").queryListView();
        until(() -> cards.getItems().size() == 3);
        robot.interact(() -> cards.getSelectionModel().select(1));
        until(() -> isShown(robot, "#disc-title"));
        service.drives.removeIf(drive -> drive.address().equals("/dev/sr0"));
        service.version.incrementAndGet();
        until(() -> cards.getItems().size() == 2);
        until(() -> isShown(robot, "#no-disc"));
    }

    @Test
    void aCardEjectsItsDiscAndClosesItsTray(FxRobot robot) {
        until(() -> trays(robot).size() == 2);
        Button eject = trays(robot).getFirst();
        assertThat(eject.getAccessibleText()).isEqualTo("Eject HOLIDAY_2019");
        assertThat(eject.isFocusTraversable()).isTrue();
        robot.clickOn(eject);
        until(() -> service.trayMoves.equals(List.of("OPEN /dev/sr0")));
        until(() -> isOnACard(robot, "no disc, tray open"));
        until(() -> trays(robot).getFirst().getAccessibleText().startsWith("Close the tray of"));
    }

    @Test
    void theKeyboardEjectsTheChosenDisc(FxRobot robot) {
        ListView<?> cards = robot.lookup("#cards").queryListView();
        until(() -> cards.getItems().size() == 3);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        robot.interact(() -> cards.getSelectionModel().select(1));
        until(() -> isShown(robot, "#disc-title"));
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> service.trayMoves.equals(List.of("OPEN /dev/sr0")));
    }

    @Test
    void aDiscThatIsRippedStaysIn(FxRobot robot) {
        ListView<?> cards = robot.lookup("#cards").queryListView();
        until(() -> cards.getItems().size() == 3);
        robot.interact(() -> cards.getSelectionModel().select(1));
        service.rip.become(Examples.healthy(0.5));
        until(() -> !robot.lookup("#primary").queryButton().isDisabled());
        robot.interact(robot.lookup("#primary").queryButton()::fire);
        until(() -> text(robot, "#phase").startsWith("Reading"));
        until(() -> trays(robot).getFirst().isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.E);
        assertThat(service.trayMoves).isEmpty();
    }

    @Test
    void theSpeedIsChangedWhileADriveIsRipped(FxRobot robot) {
        ListView<?> cards = robot.lookup("#cards").queryListView();
        until(() -> cards.getItems().size() == 3);
        robot.interact(() -> cards.getSelectionModel().select(1));
        service.rip.become(Examples.healthy(0.5));
        until(() -> !robot.lookup("#primary").queryButton().isDisabled());
        robot.interact(robot.lookup("#primary").queryButton()::fire);
        until(() -> isShown(robot, "#speed"));
        ComboBox<?> speed = robot.lookup("#speed").queryComboBox();
        robot.interact(speed::requestFocus);
        robot.push(KeyCode.DOWN);
        until(() -> service.rip.speeds().equals(List.of(Optional.of(new ReadSpeed.Times(16)))));
        robot.interact(() -> cards.getSelectionModel().select(0));
        until(() -> !robot.lookup("#primary").queryButton().isDisabled());
        service.rip = new FakeRip(Examples.healthy(0.2));
        robot.sleep(600, TimeUnit.MILLISECONDS);
        robot.interact(robot.lookup("#primary").queryButton()::fire);
        until(() -> isShown(robot, "#phase"));
        assertThat(isShown(robot, "#speed")).as("the demo disc has no speed").isFalse();
    }

    @Test
    void whyATrayStaysIsSaidOnItsCard(FxRobot robot) {
        service.trayProblem = "the disc stays in /dev/sr0: another program has locked its door";
        until(() -> trays(robot).size() == 2);
        robot.clickOn(trays(robot).getFirst());
        until(() -> isOnACard(robot, "another program has locked its door"));
    }
}
