package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.spindle.disc.DiscFacts;
import dev.spindle.rip.RipOutcome;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The whole window, from choosing a disc to the verdict, on a service that tests write. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class SpindleWindowTest {
    private static final DiscFacts HOLIDAY = Examples.disc("HOLIDAY", Examples.DISC_BYTES);

    private final FakeRipService service = FakeRipService.usual();
    private final FakeChooser chooser = new FakeChooser();
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        Theme.use(ColorScheme.LIGHT);
        service.discs.put("/media/first.iso", Examples.image("/media/first.iso", HOLIDAY));
        var concurrency = new RealConcurrency();
        new Screens(
                        service,
                        new FakeProbes(),
                        concurrency,
                        new ThreadBackground(concurrency),
                        chooser,
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(given, List.of());
        given.setWidth(960);
        given.setHeight(960);
        given.show();
    }

    @Test
    void opensWithAHintAndWithoutAChoice(FxRobot robot) {
        assertThat(stage.getTitle()).isEqualTo("Spindle");
        assertThat(stage.getIcons())
                .extracting(Image::getWidth)
                .containsExactly(16.0, 24.0, 32.0, 48.0, 64.0, 128.0);
        assertThat(isShown(robot, "#no-disc")).isTrue();
        assertThat(isShown(robot, "#primary")).isFalse();
    }

    @Test
    void withoutADriveItSaysWhatToDo(FxRobot robot) {
        until(() -> !isShown(robot, "#no-drive"));
        robot.interact(() -> service.drives.removeIf(drive -> !drive.info().image()));
        robot.push(KeyCode.F5);
        until(() -> isShown(robot, "#no-drive"));
        robot.clickOn("#try-demo");
        until(() -> isShown(robot, "#disc-title"));
        assertThat(text(robot, "#disc-title")).isEqualTo("SPINDLE_DEMO");
    }

    @Test
    void ripsTheDemoDiscToItsVerdict(FxRobot robot) {
        choose(robot, 0);
        until(() -> !primary(robot).isDisabled());
        robot.clickOn("#primary");
        assertThat(service.requests).hasSize(1);
        assertThat(service.requests.getFirst().drive()).isEqualTo("demo:");
        assertThat(service.requests.getFirst().folder()).isEqualTo("/home/user/Spindle");
        until(() -> text(robot, "#phase").startsWith("Preparing"));

        service.rip.become(Examples.healthy(0.5));
        until(() -> text(robot, "#read").startsWith("Read 50.0 %"));
        assertThat(text(robot, "#primary")).isEqualTo("_Stop");
        assertThat(text(robot, "#health")).isEqualTo("HEALTHY");

        service.rip.become(Examples.ended(RipOutcome.COMPLETE));
        until(() -> isShown(robot, "#verdict-title"));
        assertThat(text(robot, "#verdict-title")).isEqualTo("Complete and safely on disk");
        assertThat(robot.lookup("#verdict-sha256").queryAs(TextField.class).getText())
                .startsWith("5e88");

        settle(robot);
        robot.interact(() -> primary(robot).fire());
        until(() -> text(robot, "#primary").equals("_Rip"));
        assertThat(isShown(robot, "#disc-title")).isTrue();
    }

    /** Between the two no time passes for the window, however busy the machine is. */
    private static void pressInOneGo(FxRobot robot, KeyCode first, KeyCode second) {
        robot.interact(() -> {
            var shortcuts = primary(robot).getScene().getAccelerators();
            for (KeyCode key : List.of(first, second)) {
                var shortcut = new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
                requireNonNull(shortcuts.get(shortcut), key.name()).run();
            }
        });
    }

    @Test
    void stopsByKeyboardAndAbandonsTheSaving(FxRobot robot) {
        choose(robot, 1);
        until(() -> !primary(robot).isDisabled());
        robot.push(KeyCode.CONTROL, KeyCode.PERIOD);
        assertThat(service.requests).isEmpty();
        pressInOneGo(robot, KeyCode.R, KeyCode.PERIOD);
        assertThat(service.rip.stops()).isZero();
        until(() -> text(robot, "#primary").equals("_Stop"));
        settle(robot);
        pressInOneGo(robot, KeyCode.PERIOD, KeyCode.PERIOD);
        assertThat(service.rip.stops()).isEqualTo(1);
        assertThat(text(robot, "#primary")).isEqualTo("_Abandon saving");

        service.rip.become(Examples.saving());
        until(() -> text(robot, "#notice").equals("Saving the last 41 MiB"));
        settle(robot);
        pressInOneGo(robot, KeyCode.PERIOD, KeyCode.PERIOD);
        assertThat(service.rip.stops()).isEqualTo(2);

        service.rip.become(Examples.ended(RipOutcome.STOPPED));
        until(() -> isShown(robot, "#verdict-title"));
        assertThat(text(robot, "#verdict-title")).isEqualTo("Stopped");
    }

    @Test
    void saysWhyADestinationIsRefused(FxRobot robot) {
        choose(robot, 0);
        until(() -> !primary(robot).isDisabled());
        robot.interact(
                () -> robot.lookup("#folder").queryAs(TextField.class).setText("/mnt/gone/rips"));
        assertThat(primary(robot).isDisabled()).isTrue();
        until(() -> isShown(robot, "#destination-problem"));
        assertThat(text(robot, "#destination-problem"))
                .isEqualTo("/mnt/gone/rips: its parent folder does not exist");
        assertThat(primary(robot).isDisabled()).isTrue();

        chooser.choice = Optional.of("/home/user/Spindle");
        robot.clickOn("#browse");
        until(() -> !primary(robot).isDisabled());
        assertThat(isShown(robot, "#destination-problem")).isFalse();
    }

    @Test
    void opensImagesAndSaysWhyOneFails(FxRobot robot) {
        robot.clickOn("#image-path").write("/media/none.iso").push(KeyCode.ENTER);
        until(() -> isShown(robot, "#open-problem"));
        assertThat(text(robot, "#open-problem")).isEqualTo("/media/none.iso: no such file (open)");
        assertThat(cards(robot).getItems()).hasSize(3);

        chooser.choice = Optional.of("/media/first.iso");
        robot.push(KeyCode.CONTROL, KeyCode.O);
        until(() -> isShown(robot, "#disc-title") && text(robot, "#disc-title").equals("HOLIDAY"));
        assertThat(isShown(robot, "#open-problem")).isFalse();
        assertThat(cards(robot).getItems()).hasSize(4);

        robot.push(KeyCode.F5);
        robot.sleep(200, TimeUnit.MILLISECONDS);
        assertThat(cards(robot).getItems()).hasSize(4);
        assertThat(cards(robot).getSelectionModel().isSelected(3)).isTrue();
    }

    @Test
    void asksBeforeItClosesDuringARip(FxRobot robot) {
        choose(robot, 0);
        until(() -> !primary(robot).isDisabled());
        robot.clickOn("#primary");
        close(robot);
        assertThat(isShown(robot, "#closing-bar")).isTrue();
        robot.clickOn("#keep-open");
        assertThat(isShown(robot, "#closing-bar")).isFalse();
        assertThat(service.rip.stops()).isZero();

        close(robot);
        robot.clickOn("#confirm-close");
        assertThat(service.rip.stops()).isEqualTo(1);
        assertThat(stage.isShowing()).isTrue();
        service.rip.become(Examples.ended(RipOutcome.STOPPED));
        until(() -> !stage.isShowing());
    }

    @Test
    void explainsItsBadge(FxRobot robot) {
        choose(robot, 0);
        until(() -> !primary(robot).isDisabled());
        service.rip.become(Examples.degraded());
        robot.clickOn("#primary");
        until(() -> text(robot, "#health").equals("DEGRADED"));
        robot.clickOn("#health");
        until(() -> robot.lookup("#badge-advice").tryQuery().isPresent());
        assertThat(text(robot, "#badge-advice")).startsWith("Check the disk");
        assertThat(text(robot, "#badge-how")).isEqualTo("steady, mechanism direct");
        assertThat(text(robot, "#badge-budget")).isEqualTo("64 MiB");
        assertThat(text(robot, "#badge-stuck")).startsWith("1 ");
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#badge-advice").tryQuery().isEmpty());
        service.rip.become(Examples.ended(RipOutcome.STOPPED));
    }

    @Test
    void explainsItsBadgeByKeyboard(FxRobot robot) {
        choose(robot, 0);
        until(() -> !primary(robot).isDisabled());
        service.rip.become(Examples.healthy(0.3));
        robot.clickOn("#primary");
        until(() -> text(robot, "#health").equals("HEALTHY"));
        robot.interact(() -> robot.lookup("#health").query().requestFocus());
        robot.push(KeyCode.SPACE);
        until(() -> robot.lookup("#badge-advice").tryQuery().isPresent());
        assertThat(text(robot, "#badge-family")).startsWith("ext4. A disk of this computer.");
        assertThat(text(robot, "#badge-stuck")).isEqualTo("None");
        robot.push(KeyCode.ESCAPE);
        until(() -> robot.lookup("#badge-advice").tryQuery().isEmpty());
        service.rip.become(Examples.ended(RipOutcome.STOPPED));
    }

    @Test
    void ripsTwoDiscsAtOnceAndListsBoth(FxRobot robot) {
        choose(robot, 0);
        until(() -> !primary(robot).isDisabled());
        var first = new FakeRip(Examples.healthy(0.25));
        service.rip = first;
        robot.clickOn("#primary");
        until(() -> text(robot, "#read").startsWith("Read 25.0 %"));
        choose(robot, 1);
        until(() -> text(robot, "#primary").equals("_Rip"));
        settle(robot);
        var second = new FakeRip(Examples.healthy(0.5));
        service.rip = second;
        robot.clickOn("#primary");
        until(() -> text(robot, "#read").startsWith("Read 50.0 %"));

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> isShown(robot, "#jobs-count"));
        assertThat(text(robot, "#jobs-count")).isEqualTo("2 rips are running");
        robot.interact(() -> robot.lookup("#jobs .stop").nth(0).queryButton().fire());
        assertThat(first.stops()).isEqualTo(1);
        assertThat(second.stops()).isZero();
        first.become(Examples.ended(RipOutcome.STOPPED));
        until(() -> text(robot, "#jobs-count").equals("1 rip is running"));

        close(robot);
        assertThat(isShown(robot, "#closing-bar")).isTrue();
        robot.clickOn("#keep-open");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> text(robot, "#read").startsWith("Read 50.0 %"));
        second.become(Examples.ended(RipOutcome.COMPLETE));
        until(() -> isShown(robot, "#verdict-title"));
    }

    @Test
    void offersOptions(FxRobot robot) {
        choose(robot, 0);
        until(() -> !primary(robot).isDisabled());
        robot.interact(() -> robot.lookup("#options").queryAs(TitledPane.class).setExpanded(true));
        robot.interact(() -> robot.lookup("#chunk").queryAs(TextField.class).setText("lots"));
        assertThat(text(robot, "#options-problem")).contains("'lots' is no size");
        assertThat(primary(robot).isDisabled()).isTrue();
        robot.interact(() -> {
            var page = robot.lookup("#setup").queryAs(ScrollPane.class);
            page.layout();
            page.setVvalue(1);
        });
        robot.clickOn("#sha256 .thumb-area");
        ComboBox<Policy> policy = robot.lookup("#policy").queryComboBox();
        robot.interact(() -> policy.setValue(Policy.PLAIN));
        assertThat(text(robot, "#options-summary")).isEqualTo("Plain, no hash, retries 3");
        robot.clickOn("#primary");
        assertThat(service.requests.getFirst().policy().policy()).isEqualTo(Policy.PLAIN);
        assertThat(service.requests.getFirst().hashes()).isEmpty();
    }

    /** For half a second after a press, the button takes no other. */
    private static void settle(FxRobot robot) {
        until(() ->
                !primary(robot)
                        .getPseudoClassStates()
                        .contains(PseudoClass.getPseudoClass("settling")));
    }

    private void close(FxRobot robot) {
        robot.interact(() ->
                Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private static void choose(FxRobot robot, int card) {
        var cards = cards(robot);
        until(() -> cards.getItems().size() > card);
        robot.clickOn(cards).push(KeyCode.HOME);
        for (int i = 0; i < card; i++) {
            robot.push(KeyCode.DOWN);
        }
        until(() -> isShown(robot, "#disc-title"));
    }

    private static Button primary(FxRobot robot) {
        return robot.lookup("#primary").queryAs(Button.class);
    }

    private static ListView<?> cards(FxRobot robot) {
        return robot.lookup("#cards").queryListView();
    }
}
