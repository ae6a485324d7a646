package dev.spindle.ui;

import static dev.spindle.ui.Shows.isShown;
import static dev.spindle.ui.Shows.until;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.spindle.library.Appearance;
import dev.spindle.rip.RipOutcome;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Theme;

import javafx.css.CssParser;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** A start, each page, and a rip to its end: nobody has a warning or a trace to tell. */
@Tag("ui")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class QuietStartTest {
    private final FakeRipService service = FakeRipService.usual();
    private final ListAppender<ILoggingEvent> ours = new ListAppender<>();
    private final List<String> toolkits = new ArrayList<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream usual = System.err;
    private Stage stage;

    /** JavaFX logs its warnings, those about style sheets among them, by java.util.logging. */
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                        toolkits.add(record.getLoggerName() + ": " + record.getMessage());
                    }
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @Start
    void start(Stage given) {
        stage = given;
        CssParser.errorsProperty().clear();
        LogManager.getLogManager().getLogger("").addHandler(handler);
        ours.start();
        root().addAppender(ours);
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        new Screens(
                        service,
                        new FakeProbes(),
                        new RealConcurrency(),
                        new SameThread(),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.scripted("/home/user"))
                .fill(given, List.of());
        given.show();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @AfterEach
    void listenNoMore() {
        System.setErr(usual);
        root().detachAppender(ours);
        LogManager.getLogManager().getLogger("").removeHandler(handler);
    }

    @ParameterizedTest
    @EnumSource(
            value = Appearance.Theme.class,
            names = {"LIGHT", "DARK"})
    void nobodyHasAnythingToTell(Appearance.Theme theme, FxRobot robot) {
        robot.interact(() -> Theme.follow(theme));
        for (KeyCode page :
                List.of(
                        KeyCode.DIGIT2,
                        KeyCode.DIGIT3,
                        KeyCode.DIGIT4,
                        KeyCode.DIGIT5,
                        KeyCode.DIGIT6,
                        KeyCode.DIGIT1)) {
            robot.push(KeyCode.CONTROL, page);
        }
        ListView<?> cards = robot.lookup("#cards").queryListView();
        robot.interact(() -> cards.getSelectionModel().select(1));
        var primary = robot.lookup("#primary").queryAs(Button.class);
        robot.interact(primary::fire);
        for (var now : List.of(Examples.degraded(), Examples.ended(RipOutcome.STOPPED))) {
            service.rip.become(now);
            robot.sleep(300);
        }
        until(() -> isShown(robot, "#verdict-title"));
        until(() ->
                !primary.getPseudoClassStates().contains(PseudoClass.getPseudoClass("settling")));
        robot.interact(() -> stage.setWidth(900));

        assertThat(CssParser.errorsProperty()).isEmpty();
        assertThat(toolkits).isEmpty();
        assertThat(ours.list).isEmpty();
        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
