package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;
import dev.spindle.rip.DriveReport;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;
import dev.spindle.ui.common.Theme;

import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Four rips of eight hours in the window that ships, which shows the page of each in turn, and the
 * overview. Not one of the tests, since it takes minutes and wants the machine for itself:
 *
 * <pre>mvn -B -ntp test -Dtest=Smoothness -Dsmoothness.step=5 \
 *   "-Dheadless=-Dglass.platform=Headless -Dprism.order=sw -XX:+UseSerialGC -Xms16m"</pre>
 *
 * <p>The step is how many simulated seconds pass with each tenth of a second of real time; the
 * options of Java at the end are the program's, without which the memory is not.
 */
@Tag("bench")
@SuppressWarnings("NullAway.Init")
@ExtendWith(ApplicationExtension.class)
class Smoothness {
    private static final int RIPS = 4;
    private static final double HOURS = 8;
    private static final double STEP_SECONDS =
            Double.parseDouble(System.getProperty("smoothness.step", "5"));

    /** So long each page is looked at, in simulated seconds. */
    private static final double LOOK_SECONDS = 600;

    private final RealConcurrency concurrency = new RealConcurrency();
    private final FakeRipService service = FakeRipService.usual();
    private final List<SimulatedRip> rips = new ArrayList<>();
    private final List<FakeRip> fakes = new ArrayList<>();
    private final PulseMeter meter =
            new PulseMeter(() -> fakes.stream().mapToInt(FakeRip::looks).sum());
    private final List<Long> liveBytes = new ArrayList<>();
    private double seconds;

    @Start
    void start(Stage stage) {
        Theme.use(ColorScheme.LIGHT);
        service.drives.clear();
        for (int i = 0; i < RIPS; i++) {
            service.drives.add(drive("/dev/sr" + i));
            rips.add(new SimulatedRip(i, HOURS));
            fakes.add(new FakeRip(rips.get(i).snapshot()));
        }
        new Screens(
                        service,
                        new FakeProbes(),
                        concurrency,
                        new SameThread(),
                        new FakeChooser(),
                        new FakeDesktop(),
                        Memories.none("/home/user"))
                .fill(stage, List.of());
        stage.show();
        meter.follow(stage.getScene());
    }

    private static DriveReport drive(String address) {
        return new DriveReport(
                address,
                new DriveInfo(address, "HL-DT-ST", "BD-RE BH16NS40", "1.05", "", false),
                "ready",
                Optional.of(Examples.disc("LONG_DISC", Examples.DISC_BYTES)));
    }

    private void select(FxRobot robot, int index) {
        robot.interact(() -> {
            ListView<?> cards = robot.lookup("#cards").queryListView();
            cards.getSelectionModel().select(index);
        });
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
    }

    @Test
    void fourRipsOfEightHours(FxRobot robot) {
        for (int i = 0; i < RIPS; i++) {
            service.rip = fakes.get(i);
            select(robot, i);
            robot.sleep(600);
            robot.interact(() -> robot.lookup("#primary").queryAs(Button.class).fire());
        }
        assertThat(service.requests).hasSize(RIPS);
        for (int look = 0; seconds < HOURS * 3600; look++) {
            if (look % (RIPS + 1) == RIPS) {
                robot.interact(() -> robot.lookup("#entry-0").queryAs(ToggleButton.class).fire());
            } else {
                select(robot, look % (RIPS + 1));
            }
            pass(LOOK_SECONDS);
            liveBytes.add(meter.liveBytes());
        }
        meter.tell(liveBytes);
        assertThat(meter.quantileMillis(0.99)).isLessThanOrEqualTo(16);
        assertThat(meter.quantileMillis(1)).isLessThanOrEqualTo(100);
        assertThat(meter.residentBytes()).isLessThan(350L << 20);
        long first = liveBytes.get(liveBytes.size() / 4);
        assertThat(liveBytes.getLast()).as("memory does not grow").isLessThan(first * 11 / 10);
    }

    /** What the engine's threads do, here on the test's: the window only pulls. */
    private void pass(double length) {
        var gate = concurrency.gate("simulation");
        for (double end = seconds + length; seconds < end; seconds += STEP_SECONDS) {
            var next = concurrency.in(Duration.ofMillis(100));
            for (int i = 0; i < RIPS; i++) {
                rips.get(i).pass(STEP_SECONDS);
                fakes.get(i).become(rips.get(i).snapshot());
            }
            var _ = gate.pause(next, StopToken.never());
        }
    }
}
