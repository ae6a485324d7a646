package dev.spindle.ui.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.library.Habits.WhenFinished;
import dev.spindle.library.Settings;
import dev.spindle.library.TestMemory;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.DriveWishes;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.ui.ExampleMusic;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.library.LibraryRow;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

@Tag("unit")
class PlanViewModelTest {
    private static final String FOLDER = "/home/user/Spindle";

    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final DrivesViewModel drives = new DrivesViewModel(service, background);
    private final DestinationViewModel destination =
            new DestinationViewModel(service, background, "/home/user");
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.STANDARD);
    private final ObjectProperty<List<LibraryRow>> library = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<MusicWishes> wishes =
            new SimpleObjectProperty<>(MusicWishes.STANDARD);
    private final PlanViewModel model =
            new PlanViewModel(
                    drives, destination, settings, library, wishes, InstantSource.system());

    @BeforeEach
    void list() {
        service.drives.set(1, Examples.driveOf(27_000_000));
        drives.refresh();
        destination.folderProperty().set(FOLDER);
        destination.look();
    }

    private void template(String template) {
        settings.set(settings.get().with(settings.get().habits().withNameTemplate(template)));
    }

    private void tested(double rate) {
        var test = new TestMemory(Instant.parse("2026-11-20T12:00:00Z"), 54_000_000, rate, 0.4, 9);
        settings.set(settings.get().withFolder(FOLDER, memory -> memory.with(test)));
    }

    @Test
    void proposesANameForEachDisc() {
        assertThat(model.nameProperty().get()).isEmpty();
        drives.choose("/dev/sr0");
        assertThat(model.nameProperty().get()).isEqualTo("HOLIDAY_2019");
        assertThat(model.chosenName()).as("the engine names it alike").isEmpty();
        drives.choose("demo:");
        assertThat(model.nameProperty().get()).isEqualTo("SPINDLE_DEMO");
        drives.choose("/dev/sr1");
        assertThat(model.nameProperty().get()).isEmpty();
    }

    private static MusicWishes called(String performer, String title) {
        return MusicWishes.STANDARD.with(new AlbumWords(title, performer, "", "", Map.of()));
    }

    @Test
    void aProposedNameFollowsTheAlbumsWordsAndATypedOneStays() {
        service.drives.set(1, ExampleMusic.drive());
        drives.refresh();
        drives.choose("/dev/sr0");
        assertThat(model.nameProperty().get()).isEqualTo("Songs from the Breakwater");
        wishes.set(called("Somebody", "Songs"));
        assertThat(model.nameProperty().get()).isEqualTo("Somebody - Songs");
        assertThat(model.chosenName()).as("not what the engine would take").isPresent();
        template("{label} of {date}");
        assertThat(model.nameProperty().get()).startsWith("Somebody - Songs of ");
        template("");
        model.nameProperty().set("Mine");
        wishes.set(called("Somebody", "Other"));
        assertThat(model.nameProperty().get()).isEqualTo("Mine");
        assertThat(model.endingProperty().get()).isEqualTo("(a folder)");
    }

    @Test
    void theEndingIsThatOfTheImage() {
        assertThat(model.endingProperty().get()).isEqualTo(".iso");
        drives.choose("/dev/sr0");
        assertThat(model.endingProperty().get()).isEqualTo(".iso");
        var drive = Examples.drive();
        service.drives.set(
                1,
                new DriveReport(
                        drive.address(),
                        drive.info(),
                        drive.state(),
                        drive.disc(),
                        drive.topBytesPerSecond(),
                        Drive.RAW_SECTOR_BYTES));
        drives.refresh();
        drives.choose("/dev/sr0");
        assertThat(model.endingProperty().get()).isEqualTo(".bin");
    }

    @Test
    void theTemplateReachesTheRipAtOnce() {
        drives.choose("/dev/sr0");
        template("Disc {label}");
        assertThat(model.nameProperty().get()).isEqualTo("Disc HOLIDAY_2019");
        assertThat(model.chosenName()).contains("Disc HOLIDAY_2019");
        template("");
        assertThat(model.chosenName()).isEmpty();
    }

    @Test
    void whatWasTypedStaysForItsDiscAndForNoOther() {
        drives.choose("/dev/sr0");
        model.nameProperty().set("  Summer ");
        assertThat(model.chosenName()).contains("Summer");
        tested(11e6);
        drives.refresh();
        assertThat(model.chosenName()).contains("Summer");
        drives.choose("demo:");
        assertThat(model.chosenName()).isEmpty();
        model.nameProperty().set("a/b");
        assertThat(model.nameProblemProperty().get()).isNotEmpty();
        model.nameProperty().set("");
        assertThat(model.chosenName()).as("blank is left to the engine").isEmpty();
    }

    @Test
    void foretellsFromTheFoldersLastTest() {
        drives.choose("/dev/sr0");
        assertThat(model.lastTestProperty().get()).isEqualTo("This folder was not tested yet.");
        assertThat(model.forecastProperty().get().text())
                .contains("nothing is known of the folder");
        tested(11e6);
        assertThat(model.lastTestProperty().get())
                .startsWith("Nov 20, 2026")
                .endsWith(": takes 11.0 MB/s, longest stall 0.4 s");
        assertThat(model.forecastProperty().get().tone()).isEqualTo(Tone.WARNING);
        destination.folderProperty().set("/somewhere/else");
        assertThat(model.forecastProperty().get()).isEqualTo(Forecast.NOTHING);
    }

    private void staging(String folder) {
        settings.set(settings.get().with(settings.get().habits().withStagingFolder(folder)));
    }

    /** A choice of the user's stays until the forecast is another one. */
    @Test
    void proposesToRipToALocalFolderFirstWhereTheDriveWouldWait() {
        var first = model.staging();
        drives.choose("/dev/sr0");
        assertThat(first.offeredProperty().get()).isFalse();
        staging("~/first");
        assertThat(first.offeredProperty().get()).isTrue();
        assertThat(first.folderProperty().get()).isEmpty();
        assertThat(first.labelProperty().get())
                .isEqualTo("Rip to /home/user/first first, then move the image here");
        tested(11e6);
        assertThat(first.folderProperty().get()).contains("/home/user/first");
        first.wantedProperty().set(false);
        staging("/srv/first/");
        assertThat(first.folderProperty().get()).as("the user does not want it").isEmpty();
        tested(54e6);
        tested(11e6);
        assertThat(first.folderProperty().get()).contains("/srv/first");
        tested(54e6);
        assertThat(first.folderProperty().get()).isEmpty();
        first.wantedProperty().set(true);
        assertThat(first.folderProperty().get()).contains("/srv/first");
    }

    @Test
    void saysWhereALocalFolderWouldHelp() {
        var first = model.staging();
        drives.choose("/dev/sr0");
        assertThat(first.missedProperty().get()).isFalse();
        tested(11e6);
        assertThat(first.missedProperty().get()).isTrue();
        assertThat(first.folderProperty().get()).isEmpty();
        staging("first");
        assertThat(first.missedProperty().get()).isFalse();
        assertThat(first.folderProperty().get()).contains("/home/user/first");
    }

    @Test
    void aRipIsNotMovedToWhereItIs() {
        drives.choose("/dev/sr0");
        tested(11e6);
        for (String same : List.of(FOLDER, FOLDER + "/", "~/Spindle", "Spindle")) {
            staging(same);
            assertThat(model.staging().offeredProperty().get()).as(same).isFalse();
            assertThat(model.staging().folderProperty().get()).as(same).isEmpty();
        }
    }

    @Test
    void theDiscComesOutAtTheEndWhereThatIsWished() {
        drives.choose("/dev/sr0");
        assertThat(model.wishesProperty().get()).isEqualTo(DriveWishes.NONE);
        settings.set(settings.get().with(settings.get().habits().with(WhenFinished.EJECT)));
        assertThat(model.wishesProperty().get().eject()).isTrue();
        drives.choose("demo:");
        assertThat(model.wishesProperty().get().eject()).as("an image stays").isFalse();
    }

    @Test
    void saysNothingWithoutADisc() {
        assertThat(model.forecastProperty().get()).isEqualTo(Forecast.NOTHING);
        drives.choose("/dev/sr1");
        assertThat(model.forecastProperty().get()).isEqualTo(Forecast.NOTHING);
    }
}
