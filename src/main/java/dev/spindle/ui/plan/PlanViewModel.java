package dev.spindle.ui.plan;

import dev.spindle.disc.DiscFacts;
import dev.spindle.library.Habits.WhenFinished;
import dev.spindle.library.Settings;
import dev.spindle.library.TestMemory;
import dev.spindle.rip.DestinationReport;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.DriveWishes;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.destination.DestinationViewModel;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;
import dev.spindle.ui.library.LibraryRow;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The image that will be made: what it is called, and how long it may take. */
public final class PlanViewModel {
    private final DrivesViewModel drives;
    private final DestinationViewModel destination;
    private final ObservableValue<Settings> settings;
    private final ObservableValue<List<LibraryRow>> library;
    private final ObservableValue<MusicWishes> music;
    private final InstantSource clock;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringBinding nameProblem =
            Bindings.createStringBinding(() -> TypedName.problem(name.get()), name);
    private final ObjectBinding<Forecast> forecast;
    private final StagingViewModel staging;
    private final StringBinding lastTest;
    private final ObjectBinding<DriveWishes> wishes;
    private final StringBinding ending;
    private Optional<Proposed> proposed = Optional.empty();
    private NameProposal proposal = NameProposal.NONE;

    /**
     * {@code library} holds the rips of earlier, the latest first; {@code music} what is made of
     * tracks.
     */
    public PlanViewModel(
            DrivesViewModel drives,
            DestinationViewModel destination,
            ObservableValue<Settings> settings,
            ObservableValue<List<LibraryRow>> library,
            ObservableValue<MusicWishes> music,
            InstantSource clock) {
        this.drives = drives;
        this.destination = destination;
        this.settings = settings;
        this.library = library;
        this.music = music;
        this.clock = clock;
        drives.selectedProperty().subscribe(_ -> propose());
        settings.subscribe(_ -> propose());
        music.map(MusicWishes::words).subscribe(_ -> proposeByWords());
        forecast =
                Bindings.createObjectBinding(
                        this::findForecast,
                        drives.selectedProperty(),
                        destination.reportProperty(),
                        settings,
                        library);
        staging = new StagingViewModel(destination, settings, forecast);
        wishes =
                Bindings.createObjectBinding(this::findWishes, drives.selectedProperty(), settings);
        ending = Bindings.createStringBinding(this::findEnding, drives.selectedProperty(), music);
        lastTest =
                Bindings.createStringBinding(
                        this::findLastTest, destination.reportProperty(), settings);
    }

    /** The base name of the files as it is typed now; blank for the usual one. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Why the name can't be used, in one sentence; empty where it can. */
    public StringBinding nameProblemProperty() {
        return nameProblem;
    }

    /** What the engine puts behind the name. */
    public StringBinding endingProperty() {
        return ending;
    }

    private String findEnding() {
        boolean isAlbum =
                report().flatMap(DriveReport::disc)
                        .flatMap(disc -> disc.details().toc())
                        .filter(music.getValue()::wantsTracks)
                        .isPresent();
        if (isAlbum) {
            return Texts.get("plan.ending.folder");
        }
        return ImageFormat.ofSectors(report().map(DriveReport::sectorBytes).orElse(0)).ending();
    }

    public ObjectBinding<Forecast> forecastProperty() {
        return forecast;
    }

    /** Whether the disc is ripped to a local folder first. */
    public StagingViewModel staging() {
        return staging;
    }

    /** What the folder's last destination test came to. */
    public StringBinding lastTestProperty() {
        return lastTest;
    }

    /** The name to ask for; empty where the engine is to choose. */
    public Optional<String> chosenName() {
        String typed = name.get().strip();
        boolean isUsual = proposal.isUsual() && typed.equals(proposal.text());
        return typed.isEmpty() || isUsual ? Optional.empty() : Optional.of(typed);
    }

    /** What is asked of the drive that the chosen disc is in. */
    public ObjectBinding<DriveWishes> wishesProperty() {
        return wishes;
    }

    private DriveWishes findWishes() {
        boolean ejects = settings.getValue().habits().whenFinished() == WhenFinished.EJECT;
        boolean isDrive =
                drives.selectedProperty()
                        .get()
                        .filter(card -> card.kind() == DriveCard.Kind.DRIVE)
                        .isPresent();
        return new DriveWishes(Optional.empty(), ejects && isDrive);
    }

    /** What a name was proposed for: what the user typed for one disc is not for the next one. */
    private record Proposed(String address, String disc, String template) {}

    private void propose() {
        String template = settings.getValue().habits().nameTemplate();
        var next =
                report().flatMap(report ->
                        report.disc()
                                .map(disc ->
                                        new Proposed(report.address(), disc.identity(), template)));
        if (!next.equals(proposed)) {
            proposed = next;
            proposal =
                    report().flatMap(report -> report.disc().map(disc -> named(report, disc)))
                            .orElse(NameProposal.NONE);
            name.set(proposal.text());
        }
    }

    /** A name that was typed stays; one that was only proposed follows the album's words. */
    private void proposeByWords() {
        if (name.get().strip().equals(proposal.text())) {
            proposal =
                    report().flatMap(report -> report.disc().map(disc -> named(report, disc)))
                            .orElse(NameProposal.NONE);
            name.set(proposal.text());
        }
    }

    private NameProposal named(DriveReport report, DiscFacts disc) {
        var words =
                music.getValue().words().map(AlbumWords::label).filter(label -> !label.isBlank());
        return NameProposal.of(
                report, disc, words, settings.getValue().habits().nameTemplate(), clock);
    }

    private Optional<DriveReport> report() {
        return drives.selectedProperty().get().map(DriveCard::report);
    }

    private Forecast findForecast() {
        var disc = report().flatMap(DriveReport::disc);
        var folder = destination.reportProperty().get().map(DestinationReport::folder);
        if (disc.isEmpty() || folder.isEmpty()) {
            return Forecast.NOTHING;
        }
        return Forecast.of(
                new Forecast.Known(
                        disc.get().bytes(),
                        report().orElseThrow().topBytesPerSecond(),
                        settings.getValue().folder(folder.get()).lastTest(),
                        earlierRate(disc.get(), folder.get())));
    }

    /** Images share no drive: how fast one was read says nothing of another. */
    private OptionalDouble earlierRate(DiscFacts disc, String folder) {
        return drives.selectedProperty()
                .get()
                .filter(card -> card.kind() == DriveCard.Kind.DRIVE)
                .map(card -> Earlier.rate(library.getValue(), card.name(), folder, disc.bytes()))
                .orElse(OptionalDouble.empty());
    }

    private String findLastTest() {
        return destination
                .reportProperty()
                .get()
                .map(DestinationReport::folder)
                .flatMap(folder -> settings.getValue().folder(folder).lastTest())
                .map(PlanViewModel::words)
                .orElseGet(() -> Texts.get("plan.test.none"));
    }

    private static String words(TestMemory test) {
        var day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(Texts.locale())
                        .withZone(ZoneId.systemDefault());
        return Texts.format(
                "plan.test.text",
                day.format(test.at()),
                Numbers.rate(test.rateBytesPerSecond()),
                Numbers.seconds(test.longestStallSeconds()));
    }
}
