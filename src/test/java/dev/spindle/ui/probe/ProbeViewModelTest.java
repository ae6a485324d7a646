package dev.spindle.ui.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Settings;
import dev.spindle.library.Writing;
import dev.spindle.probe.ProbeProgress;
import dev.spindle.probe.ProbeReport;
import dev.spindle.ui.FakeProbes;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.Memories;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.settings.SettingsViewModel;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The page of the destination test, without a toolkit. */
@Tag("unit")
class ProbeViewModelTest {
    private static final String FOLDER = "/home/user/Spindle";
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final FakeRipService service = FakeRipService.usual();
    private final FakeProbes probes = new FakeProbes();
    private final SameThread background = new SameThread();
    private final SettingsViewModel settings =
            new SettingsViewModel(Memories.none("/home/user").settings());
    private final ProbeViewModel model =
            new ProbeViewModel(
                    service, probes, background, settings, InstantSource.fixed(NOW), "/home/user");

    private ProbeLook look() {
        return model.lookProperty().get();
    }

    private void test(ProbeReport report) {
        probes.end(report);
        model.folderProperty().set(FOLDER);
        model.start();
    }

    @Test
    void writesAtThePaceOfTheFastestDriveIntoTheFolderThatIsTyped() {
        model.folderProperty().set(" ~/Spindle ");
        probes.end(FakeProbes.slowShare(FOLDER));
        model.start();

        assertThat(probes.requests)
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.folder()).isEqualTo(FOLDER);
                    assertThat(request.bytesPerSecond()).isEqualTo(54_000_000);
                    assertThat(request.sizeBytes()).isEqualTo(OptionalLong.empty());
                });
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void withoutAFolderNothingStarts() {
        model.folderProperty().set("  ");
        model.start();
        assertThat(probes.requests).isEmpty();
        assertThat(look()).isEqualTo(ProbeLook.NOTHING);
    }

    @Test
    void aFolderThatCantBeLookedAtIsToldOf() {
        model.folderProperty().set("/mnt/gone/rips");
        model.start();
        assertThat(probes.requests).isEmpty();
        assertThat(look().tone()).isEqualTo(Tone.DANGER);
        assertThat(look().verdict()).isEqualTo("/mnt/gone/rips: its parent folder does not exist");
        assertThat(model.runningProperty().get()).isFalse();
    }

    @Test
    void theVerdictComparesBothWaysAndIsRemembered() {
        probes.curves = List.of(FakeProbes.slowPipeline(), FakeProbes.slowPlain());
        test(FakeProbes.slowShare(FOLDER));

        assertThat(look().verdict())
                .isEqualTo(
                        FOLDER
                                + " takes 11.0 MB/s. It keeps up with: CD (7 MB/s). Expect waiting"
                                + " with: DVD (22 MB/s), Blu-ray at 6x (27 MB/s), Blu-ray at 12x"
                                + " (54 MB/s). The longest wait was 320 ms through the pipeline,"
                                + " and 9.7 s when written plainly. Best policy here: Automatic.");
        assertThat(look().tone()).isEqualTo(Tone.WARNING);
        assertThat(look().columns())
                .allSatisfy(column -> {
                    assertThat(column.chart().points()).isNotEmpty();
                    assertThat(column.figures()).hasSize(4);
                });
        assertThat(look().columns().getFirst().figures())
                .containsExactly("11.0 MB/s", "26.2 s", "320 ms", "60.0 MiB");
        var test = settings.settingsProperty().get().folder(FOLDER).lastTest().orElseThrow();
        assertThat(test.at()).isEqualTo(NOW);
        assertThat(test.plainLongestStallSeconds()).isEqualTo(9.75);
        assertThat(settings.settingsProperty().get().folder(FOLDER).writing()).isEmpty();
    }

    @Test
    void itsSettingsAreUsedForThisFolderOnly() {
        settings.changeWriting(w -> w.withBudget(OptionalLong.of(32 << 20)));
        test(FakeProbes.slowShare(FOLDER));
        assertThat(look().advised()).isTrue();
        model.use();

        Settings now = settings.settingsProperty().get();
        assertThat(now.writingFor(FOLDER).policy()).isEqualTo(Policy.AUTO);
        assertThat(now.writingFor(FOLDER).budgetBytes()).hasValue(32 << 20);
        assertThat(now.folder(FOLDER).lastTest()).isPresent();
        assertThat(now.folder("/elsewhere").writing()).isEqualTo(Optional.empty());
        assertThat(look().verdict())
                .isEqualTo("From now on rips into " + FOLDER + " begin with these settings.");
        assertThat(look().advised()).isFalse();
    }

    @Test
    void whatTheTestRecommendsReplacesThePolicyThatWasSet() {
        settings.useForFolder(FOLDER, Writing.STANDARD.with(Policy.CLASSIC));
        test(FakeProbes.slowShare(FOLDER));
        model.use();
        assertThat(settings.settingsProperty().get().writingFor(FOLDER).policy())
                .isEqualTo(Policy.AUTO);
    }

    @Test
    void aFolderThatHangsCanBeLeftAtOnce() {
        background.hold();
        model.folderProperty().set(FOLDER);
        model.start();
        assertThat(look().status()).isEqualTo("Looking at the folder");
        assertThat(look().running()).isTrue();
        model.stop();

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(look().verdict())
                .isEqualTo("The test was stopped. Nothing stays in the folder.");
        background.releaseOne();
        assertThat(probes.requests).as("it thaws, and no test begins").isEmpty();
        assertThat(look().running()).isFalse();
    }

    @Test
    void threeFoldersThatHangAreEnough() {
        background.hold();
        model.folderProperty().set(FOLDER);
        for (int i = 0; i < 3; i++) {
            model.start();
            model.stop();
        }
        model.start();
        assertThat(background.heldCount()).isEqualTo(3);
        assertThat(look().verdict()).startsWith("Earlier tests still wait");
        background.releaseOne();
        model.start();
        assertThat(model.runningProperty().get()).isTrue();
    }

    @Test
    void aStoppedTestSaysSoAndAdvisesNothing() {
        test(
                new ProbeReport(
                        ProbeReport.Outcome.STOPPED,
                        "",
                        FOLDER,
                        FakeProbes.PACE,
                        Optional.empty(),
                        List.of()));
        assertThat(look().verdict()).startsWith("The test was stopped.");
        assertThat(look().advised()).isFalse();
        model.use();
        assertThat(settings.settingsProperty().get().folders()).isEmpty();
    }

    @Test
    void aStopWhileItRunsIsToldBeforeItIsObeyed() {
        var seen = new StringBuilder();
        model.lookProperty().subscribe(now -> seen.append(now.status()).append('\n'));
        background.hold();
        model.folderProperty().set(FOLDER);
        model.start();
        // Its own thread, held here, has started the test, and it writes.
        probes.progress = new ProbeProgress("auto", 27_000_000, 54_000_000);
        probes.whenAwaited =
                () -> {
                    model.pull();
                    model.stop();
                    model.pull();
                    assertThat(look().running()).isTrue();
                    assertThat(look().share()).isEqualTo(0.5);
                };
        probes.end(FakeProbes.slowShare(FOLDER));
        background.releaseOne();

        assertThat(probes.stops.get()).isEqualTo(1);
        assertThat(seen)
                .asString()
                .startsWith("\nLooking at the folder\nThrough the pipeline: 27.0 MB of 54.0 MB")
                .contains("\nStopping\n");
    }
}
