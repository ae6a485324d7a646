package dev.spindle.ui;

import static dev.spindle.ui.Shows.press;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.Outlook;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;

import javafx.application.ColorScheme;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A picture of each place, light and dark, large and small, below {@code target/pictures}. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class PicturesTest {
    private static final String BAD = "/media/archive/backup/old-disc.iso";

    private final FakeRipService service = FakeRipService.usual();
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        Theme.use(ColorScheme.LIGHT);
        service.discs.put(BAD, Examples.image(BAD, Examples.truncatedAndProtectedDisc()));
        service.folders.put(
                "/mnt/stick/rips",
                Examples.folder("/mnt/stick/rips", 0x4D44, 31_000_000_000L, true));
        var chooser = new FakeChooser();
        new Screens(
                        service,
                        new FakeProbes(),
                        new RealConcurrency(),
                        new SameThread(),
                        chooser,
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(given, List.of());
        given.show();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "LIGHT,900,600", "DARK,900,600"})
    void drawsEachPlace(ColorScheme scheme, int width, int height, FxRobot robot)
            throws IOException {
        String look = scheme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height;
        robot.interact(() -> {
            Theme.use(scheme);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        ListView<?> cards = robot.lookup("#cards").queryListView();
        take(robot, "home-" + look, width, height);
        enter(robot, "#image-path", "/media/archive/no-such-disc.iso");
        take(robot, "image-refused-" + look, width, height);
        enter(robot, "#image-path", BAD);
        take(robot, "disc-truncated-" + look, width, height);
        robot.interact(() -> cards.getSelectionModel().select(2));
        take(robot, "drive-empty-" + look, width, height);
        robot.interact(() -> {
            cards.getSelectionModel().select(1);
            cards.requestFocus();
        });
        take(robot, "disc-" + look, width, height);
        robot.interact(() -> {
            robot.lookup("#files").queryAs(TitledPane.class).setExpanded(true);
            TreeView<?> tree = robot.lookup("#file-tree").queryAs(TreeView.class);
            tree.getRoot().getChildren().getFirst().setExpanded(true);
        });
        take(robot, "disc-files-" + look, width, height);
        robot.interact(() -> robot.lookup("#files").queryAs(TitledPane.class).setExpanded(false));
        enter(robot, "#folder", "/mnt/gone/rips");
        take(robot, "destination-refused-" + look, width, height);
        enter(robot, "#folder", "/mnt/stick/rips");
        take(robot, "destination-limit-" + look, width, height);
        enter(robot, "#folder", "/home/user/Spindle");
        robot.interact(() -> robot.lookup("#options").queryAs(TitledPane.class).setExpanded(true));
        robot.interact(() -> scroll(robot, "#setup", 1));
        take(robot, "disc-options-" + look, width, height);

        service.rip = new FakeRip(Examples.preparing());
        press(robot);
        take(robot, "preparing-" + look, width, height);
        become(robot, Examples.retrying(new Outlook(720, 40)));
        take(robot, "retrying-" + look, width, height);
        become(robot, Examples.degraded());
        take(robot, "ripping-" + look, width, height);
        robot.interact(() -> scroll(robot, "#rip-page", 1));
        take(robot, "ripping-below-" + look, width, height);
        robot.interact(() -> scroll(robot, "#rip-page", 0));
        robot.interact(() -> robot.lookup("#health").queryAs(Button.class).fire());
        robot.sleep(300, TimeUnit.MILLISECONDS);
        robot.interact(() -> {
            try {
                var detail = robot.lookup("#badge-detail").query();
                Picture.keep(detail.getScene().snapshot(null), "badge-detail-" + look);
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            robot.lookup("#health").queryAs(Button.class).fire();
        });
        robot.interact(() -> robot.lookup("#entry-0").queryAs(ToggleButton.class).fire());
        take(robot, "overview-" + look, width, height);
        robot.interact(() -> cards.requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        close(robot);
        take(robot, "closing-" + look, width, height);
        robot.interact(() -> robot.lookup("#keep-open").queryAs(Button.class).fire());
        press(robot);
        become(robot, Examples.saving());
        take(robot, "saving-" + look, width, height);
        for (var outcome :
                List.of(
                        RipOutcome.COMPLETE,
                        RipOutcome.FINISHED_WITH_HOLES,
                        RipOutcome.STOPPED,
                        RipOutcome.DESTINATION_FAILED)) {
            if (service.rip.snapshot().verdict().isPresent()) {
                press(robot);
                service.rip = new FakeRip(Examples.preparing());
                press(robot);
            }
            become(robot, Examples.ended(outcome));
            take(
                    robot,
                    "verdict-" + outcome.name().toLowerCase(Locale.ROOT) + "-" + look,
                    width,
                    height);
        }
    }

    private static void scroll(FxRobot robot, String id, double to) {
        var page = robot.lookup(id).queryAs(ScrollPane.class);
        page.applyCss();
        page.layout();
        page.setVvalue(to);
    }

    private static void enter(FxRobot robot, String id, String text) {
        robot.interact(() -> {
            var field = robot.lookup(id).queryAs(TextField.class);
            field.setText(text);
            field.fireEvent(new ActionEvent());
        });
    }

    private void close(FxRobot robot) {
        robot.interact(() ->
                Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void become(FxRobot robot, RipSnapshot next) {
        service.rip.become(next);
        robot.sleep(250, TimeUnit.MILLISECONDS);
    }

    private void take(FxRobot robot, String name, int width, int height) throws IOException {
        var picture = new WritableImage[1];
        robot.interact(() -> {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            picture[0] = stage.getScene().snapshot(null);
        });
        Picture.keep(picture[0], name);
        assertThat(picture[0].getPixelReader().getColor(5, 5).getBrightness() < 0.5)
                .as(name + " is dark")
                .isEqualTo(name.contains("-dark-"));
        assertThat(picture[0].getWidth()).isEqualTo(width);
        assertThat(picture[0].getHeight()).isEqualTo(height);
    }
}
