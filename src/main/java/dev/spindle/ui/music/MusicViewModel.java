package dev.spindle.ui.music;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.DriveInfo;
import dev.spindle.library.Settings;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.record.AlbumWords;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The music of the chosen disc: what is made of it, and what its tracks are called. What was typed
 * stays as long as that disc is chosen. For the interface thread.
 */
public final class MusicViewModel {
    /** AccurateRip's list ends below two thousand; as the command line has it. */
    static final int MOST_OFFSET = 5 * 588;

    private static final AlbumWords NOTHING = new AlbumWords("", "", "", "", Map.of());

    private final ObservableValue<Settings> settings;
    private final Consumer<UnaryOperator<Settings>> change;
    private final ReadOnlyObjectWrapper<List<TrackLine>> lines =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<MusicWishes> wishes =
            new ReadOnlyObjectWrapper<>(MusicWishes.STANDARD);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<Format> format = new SimpleObjectProperty<>(Format.FLAC);
    private final StringProperty offset = new SimpleStringProperty("");
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty performer = new SimpleStringProperty("");
    private final StringProperty date = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<DiscToc>> toc =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<String>> cover =
            new SimpleObjectProperty<>(Optional.empty());
    private Chosen chosen = Chosen.NONE;
    private String release = "";
    private AlbumWords first = NOTHING;
    private boolean isFilling;

    /** What was typed for one disc is not for the next one. */
    private record Chosen(String address, String identity, Optional<String> drive) {
        private static final Chosen NONE = new Chosen("", "", Optional.empty());
    }

    /** {@code change} changes the settings. */
    public MusicViewModel(
            DrivesViewModel drives,
            ObservableValue<Settings> settings,
            Consumer<UnaryOperator<Settings>> change) {
        this.settings = settings;
        this.change = change;
        for (var typed : List.of(title, performer, date, offset)) {
            typed.addListener((_, _, _) -> changed());
        }
        format.addListener((_, _, _) -> changed());
        cover.addListener((_, _, _) -> changed());
        settings.map(now -> List.of(now.music().looksUp(), now.music().servers()))
                .subscribe(_ -> changed());
        drives.selectedProperty().subscribe(this::choose);
    }

    /** The tracks of the chosen disc, in order; empty where it has no music. */
    ReadOnlyObjectProperty<List<TrackLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /** The table of contents of the chosen disc; empty where it has no music. */
    ReadOnlyObjectProperty<Optional<DiscToc>> tocProperty() {
        return toc.getReadOnlyProperty();
    }

    /** Absolute path of the picture that was chosen. */
    public ObjectProperty<Optional<String>> coverProperty() {
        return cover;
    }

    /** Whether the words are others than the disc's own. */
    boolean isTyped() {
        return !typed().equals(first);
    }

    public ObjectProperty<Format> formatProperty() {
        return format;
    }

    /** The drive's read offset as it was typed; blank for none. */
    public StringProperty offsetProperty() {
        return offset;
    }

    public StringProperty titleProperty() {
        return title;
    }

    public StringProperty performerProperty() {
        return performer;
    }

    public StringProperty dateProperty() {
        return date;
    }

    /** Why the read offset can't be used, in one sentence; empty where it can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What to ask the engine for. */
    public ReadOnlyObjectProperty<MusicWishes> wishesProperty() {
        return wishes.getReadOnlyProperty();
    }

    private void choose(Optional<DriveCard> card) {
        var disc = card.flatMap(c -> c.report().disc());
        var next =
                new Chosen(
                        card.map(DriveCard::address).orElse(""),
                        disc.map(DiscFacts::identity).orElse(""),
                        card.filter(c -> c.kind() == DriveCard.Kind.DRIVE)
                                .map(c -> who(c.report().info())));
        if (next.equals(chosen)) {
            return;
        }
        chosen = next;
        fill(disc.map(DiscFacts::details).filter(MusicViewModel::hasMusic));
    }

    private static boolean hasMusic(DiscDetails details) {
        return details.toc().filter(DiscToc::hasAudio).isPresent();
    }

    private static String who(DriveInfo drive) {
        return (drive.vendor() + " " + drive.model()).strip();
    }

    private void fill(Optional<DiscDetails> disc) {
        isFilling = true;
        var music = settings.getValue().music();
        List<Track> tracks = disc.flatMap(DiscDetails::toc).map(DiscToc::tracks).orElse(List.of());
        var words = disc.flatMap(DiscDetails::music).map(AlbumWords::of).orElse(NOTHING);
        lines.set(
                tracks.stream()
                        .filter(track -> track.isAudio() && track.sectors() > 0)
                        .map(track -> line(track, words))
                        .toList());
        boolean isImage = !tracks.isEmpty() && !tracks.getFirst().isAudio();
        format.set(isImage ? Format.IMAGE : music.format());
        offset.set(
                chosen.drive()
                        .map(drive -> music.offsets().get(drive))
                        .map(samples -> Integer.toString(samples))
                        .orElse(""));
        take(words);
        first = typed();
        cover.set(Optional.empty());
        isFilling = false;
        changed();
        toc.set(disc.flatMap(DiscDetails::toc));
    }

    private TrackLine line(Track track, AlbumWords words) {
        var line =
                new TrackLine(
                        track.number(),
                        TrackRow.length(track.sectors()),
                        words.track(track.number()));
        line.titleProperty().addListener((_, _, _) -> changed());
        line.performerProperty().addListener((_, _, _) -> changed());
        return line;
    }

    /** Puts words into all fields: those of a database, or the disc's own. */
    void take(AlbumWords words) {
        boolean wasFilling = isFilling;
        isFilling = true;
        release = words.release();
        title.set(words.title());
        performer.set(words.performer());
        date.set(words.date());
        lines.get().forEach(line -> line.take(words.track(line.number())));
        isFilling = wasFilling;
        changed();
    }

    private AlbumWords typed() {
        var tracks = new HashMap<Integer, AlbumWords.TrackWords>();
        lines.get().forEach(line -> tracks.put(line.number(), line.words()));
        return new AlbumWords(title.get(), performer.get(), date.get(), release, tracks);
    }

    private void changed() {
        if (isFilling) {
            return;
        }
        boolean isUsable = offset.get().isBlank() || offset().isPresent();
        problem.set(isUsable ? "" : Texts.format("music.offset.problem", offset.get().strip()));
        if (lines.get().isEmpty()) {
            wishes.set(MusicWishes.STANDARD);
            return;
        }
        remember();
        AlbumWords now = typed();
        boolean isImage = format.get() == Format.IMAGE;
        wishes.set(
                new MusicWishes(
                        Optional.of(format.get()),
                        isImage ? 0 : offset().orElse(0),
                        MusicWishes.TRACK_NAME,
                        isImage || now.equals(first) ? Optional.empty() : Optional.of(now),
                        isImage ? Optional.empty() : cover.get(),
                        servers()));
    }

    private Optional<MusicServers> servers() {
        var music = settings.getValue().music();
        return music.looksUp() && format.get() != Format.IMAGE
                ? Optional.of(MusicServers.of(music.servers()))
                : Optional.empty();
    }

    private Optional<Integer> offset() {
        String text = offset.get().strip();
        return text.matches("[+-]?\\d{1,4}")
                ? Optional.of(Integer.parseInt(text)).filter(n -> Math.abs(n) <= MOST_OFFSET)
                : Optional.empty();
    }

    /** A drive's offset is always the same, and who rips to WAV does so again. */
    private void remember() {
        boolean isUsable = offset.get().isBlank() || offset().isPresent();
        if (isUsable) {
            chosen.drive()
                    .ifPresent(drive ->
                            change.accept(
                                    s -> s.with(s.music().withOffset(drive, offset().orElse(0)))));
        }
        if (format.get() != Format.IMAGE) {
            change.accept(s -> s.with(s.music().with(format.get())));
        }
    }
}
