package dev.spindle.ui.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Catalogue;
import dev.spindle.library.RipEntry;
import dev.spindle.library.SettingsStore;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipState;
import dev.spindle.run.RealConcurrency;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.LibraryRecords;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Tag("unit")
class LibraryViewModelTest {
    private final RealConcurrency concurrency = new RealConcurrency();
    private final ScriptedStorage storage = new ScriptedStorage(concurrency);
    private final Catalogue catalogue = new Catalogue(storage, Optional.of("/home/rips"), 1);
    private final SettingsStore settings =
            new SettingsStore(concurrency, storage, Optional.empty(), 1);
    private final List<RipRequest> started = new ArrayList<>();
    private final LibraryViewModel model =
            new LibraryViewModel(
                    catalogue,
                    settings,
                    FakeRipService.usual(),
                    new SameThread(),
                    concurrency,
                    started::add);

    private final RipRecord holiday =
            LibraryRecords.ended("HOLIDAY", RipState.COMPLETE, RipOutcome.COMPLETE, "2026-03-01");

    @BeforeEach
    void fill() throws IOException {
        put("Holiday", holiday);
        put("Old", LibraryRecords.killed("OLD", "2026-02-01"));
        put(
                "Torn",
                LibraryRecords.ended(
                        "TORN",
                        RipState.FINISHED_WITH_HOLES,
                        RipOutcome.FINISHED_WITH_HOLES,
                        "2026-01-01"));
        model.refresh();
    }

    private void put(String name, RipRecord record) throws IOException {
        catalogue.put(LibraryRecords.entry(name, record), Optional.of(record));
    }

    private LibraryRow row(String name) {
        return model.rows().stream()
                .filter(row -> row.entry().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void listsAllTheLatestFirst() {
        assertThat(model.rows().stream().map(LibraryRow::entry).map(RipEntry::name))
                .containsExactly("Holiday", "Old", "Torn");
        assertThat(model.totalCount()).isEqualTo(3);
        assertThat(row("Holiday").state()).isEqualTo(LibraryRow.State.COMPLETE);
        assertThat(row("Holiday").detail()).contains("4.38 GB").contains("ASUS BW-16D1HT");
        assertThat(row("Old").state()).isEqualTo(LibraryRow.State.INTERRUPTED);
        assertThat(row("Old").stateName()).isEqualTo("interrupted");
        assertThat(row("Torn").state()).isEqualTo(LibraryRow.State.HOLES);
    }

    @Test
    void findsWhatIsSearchedFor() {
        model.queryProperty().set("nas old");
        assertThat(model.rows()).containsExactly(row("Old"));
        model.queryProperty().set("nothing like it");
        assertThat(model.rows()).isEmpty();
        model.queryProperty().set("");
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void opensAReportThatItDoesNotKnow() throws IOException {
        var foreign = LibraryRecords.killed("FOREIGN", "2026-02-03");
        String file = "/home/rips/" + LibraryRecords.entry("Foreign", foreign).id() + ".rip.json";
        put("Foreign", foreign);
        model.openFile(file);
        var opened = model.openedProperty().get().orElseThrow();
        assertThat(opened.record().discLabel()).isEqualTo("FOREIGN");
        assertThat(opened.row().entry().recordFile()).isEqualTo(file);
    }

    @Test
    void saysWhichReportIsNotThere() {
        model.openFile("/media/gone.rip.json");
        assertThat(model.openedProperty().get()).isEmpty();
        assertThat(model.messageProperty().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(model.messageProperty().get().text()).contains("/media/gone.rip.json");
    }

    @Test
    void opensARipWithItsChartsAsTheyWere() {
        model.open(row("Holiday"));
        var opened = model.openedProperty().get().orElseThrow();
        var shown = RecordedController.model(opened);
        assertThat(shown.stateProperty().get()).isEqualTo(RipViewModel.State.ENDED);
        var snapshot = shown.snapshotProperty().get().orElseThrow();
        assertThat(snapshot.phase()).isEqualTo(Phase.ENDED);
        assertThat(snapshot.chart()).isEqualTo(holiday.chart()).isNotEmpty();
        assertThat(snapshot.waits()).isEqualTo(holiday.waits().orElseThrow());
        assertThat(snapshot.stalls()).isEqualTo(holiday.stalls());
        assertThat(snapshot.verdict().orElseThrow().text())
                .isEqualTo(holiday.verdict().orElseThrow().text());
        assertThat(snapshot.totalBytes()).isEqualTo(holiday.bytes());
        model.close();
        assertThat(model.openedProperty().get()).isEmpty();
    }

    @Test
    void opensOneThatWasKilled() {
        model.open(row("Old"));
        var shown = RecordedController.model(model.openedProperty().get().orElseThrow());
        assertThat(shown.snapshotProperty().get().orElseThrow().verdict()).isEmpty();
        assertThat(shown.snapshotProperty().get().orElseThrow().chart()).isEmpty();
    }

    @Test
    void saysWhyOneCannotBeOpened() throws IOException {
        var row = row("Holiday");
        storage.remove("/home/rips/" + row.entry().id() + ".rip.json");
        model.open(row);
        assertThat(model.openedProperty().get()).isEmpty();
        assertThat(model.messageProperty().get().tone()).isEqualTo(Tone.DANGER);
        assertThat(model.messageProperty().get().text()).contains("Holiday");
    }

    @Test
    void resumesWithTheSettingsOfTheFolder() {
        settings.update(s ->
                s.withFolder(
                        "/mnt/nas/discs",
                        memory ->
                                memory.withWriting(Optional.of(s.writing().with(Policy.CLASSIC)))));
        model.resume(row("Old"));
        assertThat(started).hasSize(1);
        var request = started.getFirst();
        assertThat(request.drive()).isEqualTo("/media/archive/old.iso");
        assertThat(request.folder()).isEqualTo("/mnt/nas/discs");
        assertThat(request.name()).contains("Old");
        assertThat(request.resume()).isEqualTo(ResumeMode.RESUME);
        assertThat(request.policy().policy()).isEqualTo(Policy.CLASSIC);

        model.restart(row("Torn"));
        assertThat(started.getLast().resume()).isEqualTo(ResumeMode.RESTART);
        assertThat(started.getLast().policy().policy()).isEqualTo(Policy.AUTO);
    }

    @Test
    void removesFromTheListOnly() throws IOException {
        model.remove(row("Old"));
        assertThat(model.rows()).hasSize(2);
        assertThat(catalogue.list().entries()).hasSize(2);
        assertThat(model.messageProperty().get().text()).startsWith("Old is not in the list");
    }

    @Test
    void recognisesADiscThatWasRippedBefore() {
        assertThat(RippedBeforeController.sentence("id-HOLIDAY", model.allProperty().get()))
                .hasValueSatisfying(text ->
                        assertThat(text)
                                .startsWith("Ripped before, on ")
                                .endsWith(": /home/user/Spindle/Holiday.iso (complete)."));
        assertThat(RippedBeforeController.sentence("id-OTHER", model.allProperty().get()))
                .isEmpty();
        assertThat(RippedBeforeController.sentence("", model.allProperty().get())).isEmpty();
    }

    @Test
    void tellsOfDamage() {
        storage.insight().file("/home/rips/x.json", new byte[] {'{'});
        model.refresh();
        assertThat(model.rows()).hasSize(3);
        assertThat(model.messageProperty().get())
                .isEqualTo(
                        new LibraryViewModel.Message(
                                Tone.WARNING,
                                "Files of the library that could not be read, and were left alone:"
                                        + " 1."));
    }

    @Test
    void tellsOfAFolderThatCannotBeRead() {
        storage.fail(CallKind.LIST, 1, Errno.EIO);
        model.refresh();
        assertThat(model.messageProperty().get().tone()).isEqualTo(Tone.DANGER);
    }

    @Test
    void saysWhyARipCannotBeVerified() {
        // The service of this test has no rips to verify.
        model.verify(row("Holiday"));
        assertThat(model.verifyingProperty().get()).isFalse();
        assertThat(model.messageProperty().get().tone()).isEqualTo(Tone.DANGER);
    }
}
