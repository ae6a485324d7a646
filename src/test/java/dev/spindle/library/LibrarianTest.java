package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.image.ImageDrives;
import dev.spindle.os.Errno;
import dev.spindle.os.Storage;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rescue.Effort;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEngine;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipServices;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.record.RipState;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.DeviceBudgets;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The engine that ships, and what the catalogue knows of its rips. */
@Tag("unit")
class LibrarianTest {
    private static final String HOME = "/home/user/rips";
    private static final String IMAGE = "/discs/holiday.iso";
    private static final int BYTES = 4 << 20;

    private final BatonConcurrency baton = new BatonConcurrency(11, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);
    private final ScriptedStorage home = new ScriptedStorage(baton);
    private final Catalogue catalogue = new Catalogue(home, Optional.of(HOME), 4711);
    private final List<Rip> started = new ArrayList<>();
    private final Librarian librarian = librarian(storage);

    LibrarianTest() {
        storage.insight().file(IMAGE, new byte[BYTES]);
        storage.insight().folder("/out");
    }

    private Librarian librarian(Storage recordsFrom) {
        var engine =
                new RipEngine(
                        new RipServices(
                                baton,
                                storage,
                                ScriptedFacts.ofOneGiB(),
                                new ImageDrives(baton, storage)::open,
                                InstantSource.fixed(Records.START),
                                new DeviceBudgets(baton),
                                List.of()));
        var shelf =
                new RipRegistration.Shelf(
                        catalogue, recordsFrom, InstantSource.fixed(Records.START), 4711);
        return new Librarian(engine, shelf, baton, started::add);
    }

    private static RipRequest request(String drive) {
        return new RipRequest(
                drive,
                "/out/rips",
                Optional.empty(),
                PolicyChoice.standard(),
                OptionalLong.empty(),
                Set.of(HashAlgorithm.SHA256),
                Effort.retries(0),
                RipRequest.ResumeMode.ADAPT,
                false,
                Duration.ZERO);
    }

    private static RipRequest staged(String drive) {
        var plain = request(drive);
        return new RipRequest(
                drive,
                plain.folder(),
                plain.name(),
                plain.policy(),
                plain.ringBytes(),
                plain.hashes(),
                plain.effort(),
                plain.resume(),
                plain.verify(),
                plain.patience(),
                plain.wishes(),
                plain.merge(),
                plain.fill(),
                Optional.of("/out/local"),
                plain.music());
    }

    private RipVerdict end(Librarian by, Rip rip) {
        assertThat(rip.awaitEnd(baton.in(Duration.ofMinutes(30)))).isTrue();
        assertThat(by.awaitIdle(baton.in(Duration.ofSeconds(2)))).isTrue();
        return rip.snapshot().verdict().orElseThrow();
    }

    private List<RipEntry> entries() {
        try {
            return catalogue.list().entries();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    void entersAFinishedRipWithItsCharts() throws IOException {
        baton.run(() -> {
            Rip rip = librarian.start(request(IMAGE));
            assertThat(started).containsExactly(rip);
            assertThat(end(librarian, rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
        });
        assertThat(entries()).hasSize(1);
        var entry = entries().getFirst();
        assertThat(entry.state()).isEqualTo(RipState.COMPLETE);
        assertThat(entry.durable()).isTrue();
        assertThat(entry.image()).isEqualTo("/out/rips/holiday.iso");
        assertThat(entry.bytes()).isEqualTo(BYTES);
        assertThat(entry.discIdentity()).isNotEmpty();
        assertThat(catalogue.list().ofDisc(entry.discIdentity())).containsExactly(entry);
        assertThat(catalogue.record(entry).verdict()).isPresent();
        assertThat(storage.insight().exists(entry.recordFile())).isTrue();
    }

    /** Entered while it was ripped to the staging folder, and found where it went. */
    @Test
    void aMovedRipIsInTheLibraryOnce() {
        baton.run(() -> {
            Rip rip = librarian.start(staged(IMAGE + "?speed=1M"));
            pass(Duration.ofSeconds(2));
            assertThat(entries()).hasSize(1);
            assertThat(entries().getFirst().image()).isEqualTo("/out/local/holiday.iso");
            assertThat(end(librarian, rip).outcome()).isEqualTo(RipOutcome.COMPLETE);
        });
        assertThat(entries()).hasSize(1);
        var entry = entries().getFirst();
        assertThat(entry.state()).isEqualTo(RipState.COMPLETE);
        assertThat(entry.image()).isEqualTo("/out/rips/holiday.iso");
        assertThat(entry.folder()).isEqualTo("/out/rips");
    }

    @Test
    void entersARipThatIsUnderWaySoThatItIsFoundAfterACrash() {
        baton.run(() -> {
            Rip rip = librarian.start(request(IMAGE + "?speed=100K"));
            pass(Duration.ofSeconds(5));
            assertThat(entries()).hasSize(1);
            assertThat(entries().getFirst().state()).isEqualTo(RipState.RUNNING);
            assertThat(entries().getFirst().discIdentity()).isNotEmpty();
            rip.stop();
            assertThat(end(librarian, rip).outcome()).isEqualTo(RipOutcome.STOPPED);
        });
        assertThat(entries()).hasSize(1);
        assertThat(entries().getFirst().state()).isEqualTo(RipState.STOPPED);
    }

    private void pass(Duration time) {
        var _ = baton.gate("test").pause(baton.in(time), StopToken.never());
    }

    @Test
    void entersNothingWhereNothingWasRipped() {
        baton.run(() -> {
            var verdict = end(librarian, librarian.start(request("/discs/none.iso")));
            assertThat(verdict.outcome()).isNotEqualTo(RipOutcome.COMPLETE);
        });
        assertThat(entries()).isEmpty();
    }

    @Test
    void aFullHomeDoesNotHarmTheRip() {
        home.volume().capacity(0);
        baton.run(() ->
                assertThat(end(librarian, librarian.start(request(IMAGE))).outcome())
                        .isEqualTo(RipOutcome.COMPLETE));
        assertThat(entries()).isEmpty();
    }

    @Test
    void aHomeThatHangsDoesNotHoldUpTheRip() {
        home.hang(CallKind.LOOK_UP, 1, Duration.ofMinutes(50));
        baton.run(() -> {
            Rip rip = librarian.start(request(IMAGE));
            assertThat(rip.awaitEnd(baton.in(Duration.ofSeconds(30)))).isTrue();
            assertThat(librarian.awaitIdle(baton.in(Duration.ofSeconds(2)))).isFalse();
        });
    }

    private Librarian withoutRecords() {
        var unreadable = new ScriptedStorage(baton);
        unreadable.on(CallKind.LOOK_UP).fail(Errno.EIO);
        return librarian(unreadable);
    }

    @Test
    void aDestinationThatIsGoneByThenIsNotAskedForTheRecord() throws IOException {
        var by = withoutRecords();
        baton.run(() -> end(by, by.start(request(IMAGE))));
        assertThat(entries()).hasSize(1);
        var entry = entries().getFirst();
        assertThat(entry.state()).isEqualTo(RipState.COMPLETE);
        assertThat(entry.discIdentity()).isNotEmpty();
        assertThat(catalogue.record(entry).verdict()).isPresent();
    }

    @Test
    void entersAMovedRipWhoseRecordCannotBeRead() {
        var by = withoutRecords();
        baton.run(() -> end(by, by.start(staged(IMAGE))));
        var entry =
                entries().stream()
                        .filter(one -> one.image().equals("/out/rips/holiday.iso"))
                        .findFirst()
                        .orElseThrow();
        assertThat(entry.state()).isEqualTo(RipState.COMPLETE);
        assertThat(entry.discIdentity()).isEmpty();
        assertThat(entry.label()).isEqualTo("holiday");
        assertThat(entry.pid()).isEqualTo(4711);
    }

    @Test
    void waitsForNothingWhereNothingIsToBeEntered() {
        assertThat(librarian.awaitIdle(Deadline.at(baton.nanoTime()))).isTrue();
    }
}
