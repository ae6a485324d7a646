package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.desktop.OneInstance;
import dev.spindle.rip.DriveReport;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;
import dev.spindle.ui.drives.DriveCard;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All the ways by which an image file comes into the window. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class OpeningTest {
    private static final String GIVEN = "/media/given.iso";

    private final FakeRipService service = FakeRipService.usual();
    private final RealConcurrency concurrency = new RealConcurrency();
    private Screens screens;
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        Theme.use(ColorScheme.LIGHT);
        for (String name : List.of("given", "dropped", "second", "typed")) {
            String path = "/media/" + name + ".iso";
            service.discs.put(path, image(path, name));
        }
        screens =
                new Screens(
                        service,
                        new FakeProbes(),
                        concurrency,
                        new ThreadBackground(concurrency),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.none("/home/user"));
        screens.fill(given, List.of(GIVEN));
        given.setWidth(960);
        given.setHeight(960);
        given.show();
    }

    private static DriveReport image(String path, String label) {
        return Examples.image(path, Examples.disc(label.toUpperCase(Locale.ROOT), 1 << 20));
    }

    private static void untilShown(FxRobot robot, String label) {
        until(() -> isShown(robot, "#disc-title") && text(robot, "#disc-title").equals(label));
    }

    private static long cardsOf(FxRobot robot, String path) {
        ListView<?> cards = robot.lookup("#cards").queryListView();
        return cards.getItems().stream()
                .map(DriveCard.class::cast)
                .filter(card -> card.address().equals(path))
                .count();
    }

    private Parent root() {
        return stage.getScene().getRoot();
    }

    @Test
    void aFileOfTheCommandLineIsThereFromTheStart(FxRobot robot) {
        untilShown(robot, "GIVEN");
        assertThat(cardsOf(robot, GIVEN)).isEqualTo(1);
    }

    /** Drives are found after a file was opened, and their cards stand before its own. */
    @Test
    void theChosenCardStaysTheMarkedOneWhereOthersComeBeforeIt(FxRobot robot) {
        untilShown(robot, "GIVEN");
        until(() -> isMarked(robot, GIVEN));
        robot.interact(() -> {
            service.drives.clear();
            service.version.incrementAndGet();
        });
        robot.push(KeyCode.F5);
        until(() -> cardsOf(robot, "demo:") == 0);
        until(() -> isMarked(robot, GIVEN));
        service.drives.add(Examples.demo());
        robot.push(KeyCode.F5);
        until(() -> cardsOf(robot, "demo:") == 1);
        until(() -> isMarked(robot, GIVEN));
    }

    /** Whether that card, and no other, is drawn as the chosen one. */
    private static boolean isMarked(FxRobot robot, String path) {
        var marked =
                robot.lookup("#cards .list-cell").queryAllAs(ListCell.class).stream()
                        .filter(cell -> cell.isSelected() && cell.getItem() != null)
                        .map(cell -> ((DriveCard) cell.getItem()).address())
                        .toList();
        return marked.equals(List.of(path));
    }

    @Test
    void filesThatAreDroppedBecomeCards(FxRobot robot) {
        untilShown(robot, "GIVEN");
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        boolean[] taken = {false};
        robot.interact(
                () -> taken[0] = Drops.files(root(), "/media/second.iso", "/media/dropped.iso"));
        assertThat(taken[0]).isTrue();
        until(() -> cardsOf(robot, "/media/second.iso") == 1);
        until(() -> cardsOf(robot, "/media/dropped.iso") == 1);
        until(() -> isShown(robot, "#disc-title"));
    }

    @Test
    void aFileThatIsNoImageIsRefusedWithItsReason(FxRobot robot) {
        robot.interact(() -> Drops.files(root(), "/media/none.iso"));
        until(() -> isShown(robot, "#open-problem"));
        assertThat(text(robot, "#open-problem")).isEqualTo("/media/none.iso: no such file (open)");
    }

    @Test
    void whatIsNoFileCanNotBeDropped(FxRobot robot) {
        boolean[] taken = {true};
        robot.interact(() -> taken[0] = Drops.text(root(), "/media/dropped.iso"));
        assertThat(taken[0]).isFalse();
        assertThat(service.inspected).doesNotContain("/media/dropped.iso");
    }

    @Test
    void aTypedPathIsOpenedByEnter(FxRobot robot) {
        untilShown(robot, "GIVEN");
        robot.interact(() -> robot.lookup("#image-path").query().requestFocus());
        robot.write("/media/typed.iso").push(KeyCode.ENTER);
        untilShown(robot, "TYPED");
        assertThat(robot.lookup("#image-path").queryAs(TextField.class).getText()).isEmpty();
    }

    @Test
    void aSecondInstanceHandsItsFilesOver(FxRobot robot, @TempDir Path runtime) {
        untilShown(robot, "GIVEN");
        var session = Map.of("XDG_RUNTIME_DIR", runtime.toString());
        try (var first = OneInstance.of(session, concurrency)) {
            assertThat(first.handOver(List.of())).as("nobody runs yet").isFalse();
            first.listen(files -> Platform.runLater(() -> screens.takeOver(stage, files)));
            robot.interact(() -> stage.setIconified(true));
            assertThat(OneInstance.of(session, concurrency).handOver(List.of("/media/second.iso")))
                    .isTrue();
            untilShown(robot, "SECOND");
            until(() -> !stage.isIconified());
            assertThat(OneInstance.of(session, concurrency).handOver(List.of(GIVEN))).isTrue();
            untilShown(robot, "GIVEN");
            assertThat(cardsOf(robot, GIVEN)).as("the same file has one card").isEqualTo(1);
        }
    }
}
