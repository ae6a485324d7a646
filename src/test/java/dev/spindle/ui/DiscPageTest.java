package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.text;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Theme;
import dev.spindle.ui.common.ThreadBackground;

import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.util.List;
import java.util.Optional;

/** The page of a chosen disc: what it says, and that it forgets what it said of another one. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class DiscPageTest {
    private static final String NOTICE =
            "This disc is protected with CSS: Spindle copies what the drive gives without a key,"
                    + " and what is encrypted stays encrypted in the image.";

    private final FakeRipService service = FakeRipService.usual();
    private final FakeChooser chooser = new FakeChooser();

    @Start
    void start(Stage stage) {
        Theme.use(ColorScheme.LIGHT);
        image("/media/film.iso", Examples.truncatedAndProtectedDisc());
        image("/media/plain.iso", Examples.disc("PLAIN", 4096));
        var concurrency = new RealConcurrency();
        new Screens(
                        service,
                        new FakeProbes(),
                        concurrency,
                        new ThreadBackground(concurrency),
                        chooser,
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(stage, List.of());
        stage.setWidth(960);
        stage.setHeight(960);
        stage.show();
    }

    private void image(String path, DiscFacts disc) {
        service.discs.put(path, Examples.image(path, disc));
    }

    private void open(FxRobot robot, String path, String label) {
        until(() -> !robot.lookup("#cards").queryListView().getItems().isEmpty());
        chooser.choice = Optional.of(path);
        robot.push(KeyCode.CONTROL, KeyCode.O);
        until(() -> isShown(robot, "#disc-title") && text(robot, "#disc-title").equals(label));
    }

    private void openFilm(FxRobot robot) {
        open(robot, "/media/film.iso", "A_VERY_LONG_VOLUME_LABEL_INDEED_");
    }

    private void openPlain(FxRobot robot) {
        open(robot, "/media/plain.iso", "PLAIN");
    }

    private void chooseEmptyDrive(FxRobot robot) {
        var cards = robot.lookup("#cards").queryListView();
        until(() -> cards.getItems().size() > 2);
        robot.interact(() -> cards.getSelectionModel().select(2));
    }

    private static String message(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(MessageLine.class).getText();
    }

    private static List<String> notes(FxRobot robot) {
        return robot.lookup("#disc-notes").queryAs(VBox.class).getChildren().stream()
                .map(node -> ((MessageLine) node).getText())
                .toList();
    }

    @Test
    void aProtectedDiscIsToldAndCanBeRipped(FxRobot robot) {
        openFilm(robot);
        assertThat(isShown(robot, "#protection")).isTrue();
        assertThat(message(robot, "#protection")).isEqualTo(NOTICE);
        assertThat(notes(robot)).hasSize(1).first().asString().startsWith("Truncated: 157 MB");
        var primary = robot.lookup("#primary").queryAs(Button.class);
        until(() -> !primary.isDisabled());
        robot.clickOn("#primary");
        until(() -> text(robot, "#primary").equals("_Stop"));
        assertThat(service.requests.getFirst().drive()).isEqualTo("/media/film.iso");
    }

    @Test
    void theNextDiscIsNotSaidToBeProtected(FxRobot robot) {
        openFilm(robot);
        openPlain(robot);
        assertThat(isShown(robot, "#protection")).isFalse();
        assertThat(message(robot, "#protection")).isEmpty();
        assertThat(notes(robot)).singleElement().asString().startsWith("The file system ends");
    }

    @Test
    void aDriveWithoutADiscSaysSoAndNothingElse(FxRobot robot) {
        openFilm(robot);
        chooseEmptyDrive(robot);
        until(() -> message(robot, "#disc-state").startsWith("There is no disc"));
        assertThat(isShown(robot, "#protection")).isFalse();
        assertThat(notes(robot)).isEmpty();
        assertThat(isShown(robot, "#disc-contents")).isFalse();
        assertThat(robot.lookup("#primary").queryAs(Button.class).isDisabled()).isTrue();
    }

    @Test
    void aDiscThatCantBeLookedAtSaysWhy(FxRobot robot) {
        service.discs.remove("/dev/sr1");
        chooseEmptyDrive(robot);
        until(() -> message(robot, "#disc-state").contains("no such file"));
        assertThat(message(robot, "#disc-state")).isEqualTo("/dev/sr1: no such file (open)");
        openPlain(robot);
        assertThat(message(robot, "#disc-state")).isEmpty();
    }
}
