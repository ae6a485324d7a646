package dev.spindle.ui.library;

import dev.spindle.library.Catalogue;
import dev.spindle.library.Processes;
import dev.spindle.library.RipEntry;
import dev.spindle.library.SettingsStore;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipService;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.verify.VerifyReport;
import dev.spindle.run.Concurrency;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The list of all rips, what is searched for, and what can be done with each. */
public final class LibraryViewModel {
    private final Catalogue catalogue;
    private final SettingsStore settings;
    private final Background background;
    private final Consumer<RipRequest> starter;
    private final Verifying verifying;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<LibraryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Opened>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Message> message =
            new ReadOnlyObjectWrapper<>(Message.NONE);
    private final ReadOnlyObjectWrapper<List<LibraryRow>> all =
            new ReadOnlyObjectWrapper<>(List.of());

    /**
     * The library's model.
     *
     * @param starter starts a rip and shows it
     */
    public LibraryViewModel(
            Catalogue catalogue,
            SettingsStore settings,
            RipService service,
            Background background,
            Concurrency concurrency,
            Consumer<RipRequest> starter) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.background = background;
        this.starter = starter;
        this.verifying = new Verifying(service, background, concurrency);
        query.subscribe(_ -> search());
    }

    /** A rip that was opened, with all that its charts need. */
    public record Opened(LibraryRow row, RipRecord record) {}

    /** What there is to say, in the place it is about. */
    public record Message(Tone tone, String text) {
        static final Message NONE = new Message(Tone.NEUTRAL, "");
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** What the search has found, the latest first. */
    public ObservableList<LibraryRow> rows() {
        return rows;
    }

    /** The rip whose charts are shown; empty for the list. */
    public ReadOnlyObjectProperty<Optional<Opened>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Message> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether a rip is read back. */
    public ReadOnlyBooleanProperty verifyingProperty() {
        return verifying.runningProperty();
    }

    /** All rips, searched for or not, the latest first. */
    public ReadOnlyObjectProperty<List<LibraryRow>> allProperty() {
        return all.getReadOnlyProperty();
    }

    public int totalCount() {
        return all.get().size();
    }

    /** Reads the catalogue anew. */
    public void refresh() {
        background.run("library", catalogue::list, this::take, this::tell);
    }

    private void take(Catalogue.Listing listing) {
        var zone = ZoneId.systemDefault();
        all.set(
                listing.entries().stream()
                        .map(entry -> LibraryRow.of(entry, Processes::isAlive, zone))
                        .toList());
        search();
        if (listing.damaged() > 0) {
            say(
                    Tone.WARNING,
                    Texts.format("library.list.damaged", Integer.toString(listing.damaged())));
        }
    }

    private void search() {
        rows.setAll(all.get().stream().filter(row -> row.entry().matches(query.get())).toList());
    }

    /** Shows a rip again. */
    public void open(LibraryRow row) {
        message.set(Message.NONE);
        background.run(
                "library-open",
                () -> catalogue.record(row.entry()),
                record -> opened.set(Optional.of(new Opened(row, record))),
                this::tell);
    }

    /** Shows the rip whose record is that file, whether the library knows it or not. */
    public void openFile(String recordFile) {
        message.set(Message.NONE);
        background.run(
                "library-open-file",
                () -> catalogue.recordIn(recordFile),
                record -> opened.set(Optional.of(new Opened(row(recordFile, record), record))),
                this::tell);
    }

    private static LibraryRow row(String recordFile, RipRecord record) {
        var entry = RipEntry.of(recordFile, record);
        return LibraryRow.of(entry, Processes::isAlive, ZoneId.systemDefault());
    }

    /** Back to the list. */
    public void close() {
        opened.set(Optional.empty());
    }

    /** Goes on with a rip; the engine checks that it is the same disc. */
    public void resume(LibraryRow row) {
        start(row, ResumeMode.RESUME);
    }

    /** Begins a rip anew: what was read is discarded, so the face asks before. */
    public void restart(LibraryRow row) {
        start(row, ResumeMode.RESTART);
    }

    private void start(LibraryRow row, ResumeMode mode) {
        message.set(Message.NONE);
        starter.accept(ResumeRequests.of(row.entry(), mode, settings.current()));
    }

    /** Takes a rip out of the list; its files stay where they are. */
    public void remove(LibraryRow row) {
        RipEntry entry = row.entry();
        background.run(
                "library-remove",
                () -> {
                    catalogue.remove(entry);
                    return catalogue.list();
                },
                listing -> {
                    close();
                    take(listing);
                    say(Tone.NEUTRAL, Texts.format("library.remove.done", entry.name()));
                },
                this::tell);
    }

    /** Reads a finished rip back and compares it with its hashes. */
    public void verify(LibraryRow row) {
        message.set(Message.NONE);
        verifying.start(row.entry().image(), this::tell, this::tell);
        pull();
    }

    public void stopVerifying() {
        verifying.stop();
    }

    /** Says how far reading back is; called while it runs. */
    public void pull() {
        if (verifying.runningProperty().get()) {
            say(Tone.NEUTRAL, Texts.format("library.verify.running", verifying.progress()));
        }
    }

    private void tell(VerifyReport report) {
        say(
                switch (report.outcome()) {
                    case EQUAL -> Tone.SUCCESS;
                    case STOPPED -> Tone.NEUTRAL;
                    case DIFFERENT, UNREADABLE -> Tone.DANGER;
                },
                EngineWords.of(report.text()));
    }

    private void tell(Exception problem) {
        say(Tone.DANGER, Problems.sentence(problem));
    }

    private void say(Tone tone, String text) {
        message.set(new Message(tone, text));
    }
}
