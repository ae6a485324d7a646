package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Theme;

import javafx.application.ColorScheme;
import javafx.css.CssParser;
import javafx.scene.Scene;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Every view loads in light and dark, and keeps to the rules for views. */
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ViewsTest {
    private static final Path VIEWS = Path.of("src/main/resources/dev/spindle/ui");
    private static final int MOST_LINES = 120;

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,en", "LIGHT,de", "DARK,de", "LIGHT,es", "DARK,es"})
    void loadsEveryView(ColorScheme scheme, String language, FxRobot robot) throws IOException {
        var views = views();
        assertThat(views).hasSizeGreaterThan(10);
        robot.interact(() -> {
            Theme.use(scheme);
            Texts.use(Locale.of(language));
            CssParser.errorsProperty().clear();
            // A window of its own, with a fault to tell: FailureWindowTest loads it.
            views.stream().filter(v -> !v.endsWith("FailureView.fxml")).forEach(ViewsTest::load);
            assertThat(CssParser.errorsProperty()).isEmpty();
        });
    }

    @Test
    void keepsToTheRules() throws IOException {
        for (Path view : views()) {
            assertThat(Files.readAllLines(view)).as(view.toString()).hasSizeLessThan(MOST_LINES);
            assertThat(Files.readString(view))
                    .as(view.toString())
                    .doesNotContain(" style=\"", " visible=\"", " managed=\"")
                    .doesNotContainPattern(" (text|promptText|accessibleText)=\"[^%\"]");
        }
    }

    private static List<Path> views() throws IOException {
        try (var files = Files.walk(VIEWS)) {
            return files.filter(file -> file.toString().endsWith(".fxml")).toList();
        }
    }

    private static void load(Path view) {
        var chooser = new FakeChooser();
        var screens =
                new Screens(
                        FakeRipService.usual(),
                        new FakeProbes(),
                        new RealConcurrency(),
                        new SameThread(),
                        chooser,
                        new FakeDesktop(),
                        Memories.none("/home/user"));
        try {
            var scene = new Scene(screens.views().load(view.toUri().toURL()));
            Theme.dress(scene);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        } catch (MalformedURLException problem) {
            throw new AssertionError(problem);
        }
    }
}
