package dev.spindle.ui.aftercare;

import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.verify.Verification;
import dev.spindle.rip.verify.VerifyReport;
import dev.spindle.run.Deadline;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Desktop;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The steps after a verdict. For the interface thread; what blocks is done in the background. */
final class AftercareViewModel {
    /** How far the question is whether a partial rip shall be deleted. */
    enum Deletion {
        NOT_ASKED,
        ASKED_ONCE,
        ASKED_TWICE,
        UNDER_WAY
    }

    /** What came of a step. */
    record Message(Tone tone, String text) {
        static final Message NONE = new Message(Tone.NEUTRAL, "");
    }

    private final RipViewModel rip;
    private final RipFiles files;
    private final RipService service;
    private final Background background;
    private final Desktop desktop;
    private final UnmountViewModel unmounting;
    private final ReadOnlyObjectWrapper<Offer> offer = new ReadOnlyObjectWrapper<>(Offer.NOTHING);
    private final ReadOnlyObjectWrapper<Message> message =
            new ReadOnlyObjectWrapper<>(Message.NONE);
    private final ReadOnlyObjectWrapper<Deletion> deletion =
            new ReadOnlyObjectWrapper<>(Deletion.NOT_ASKED);
    private final ReadOnlyObjectWrapper<Optional<Verification>> verification =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<HitFiles>> hits =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    AftercareViewModel(
            RipViewModel rip,
            RipFiles files,
            RipService service,
            Background background,
            Desktop desktop) {
        this.rip = rip;
        this.files = files;
        this.service = service;
        this.background = background;
        this.desktop = desktop;
        rip.stateProperty().subscribe(this::begin);
        files.treeProperty().subscribe(_ -> findHits());
        unmounting = new UnmountViewModel(rip, service, background, this::fail);
    }

    UnmountViewModel unmounting() {
        return unmounting;
    }

    ReadOnlyObjectProperty<Offer> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Message> messageProperty() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Deletion> deletionProperty() {
        return deletion.getReadOnlyProperty();
    }

    /** The check under way; its counts may be asked at any time. */
    ReadOnlyObjectProperty<Optional<Verification>> verificationProperty() {
        return verification.getReadOnlyProperty();
    }

    /** Empty while not known, and where nothing is missing. */
    ReadOnlyObjectProperty<Optional<HitFiles>> hitsProperty() {
        return hits.getReadOnlyProperty();
    }

    /** Reads on in the same file. */
    void tryAgain() {
        var asked = rip.request();
        var ended = verdict();
        if (offer.get().again() && asked.isPresent() && ended.isPresent()) {
            begin(AgainRequest.of(asked.get(), ended.get().file(), stagedImage()));
        }
    }

    private Optional<String> stagedImage() {
        return rip.rip().flatMap(Rip::stagedImage);
    }

    /** The folder that it was asked to rip to. */
    Optional<String> destination() {
        return rip.request().map(RipRequest::folder);
    }

    /** Reads the disc to a local folder, from where the rest is moved to where this one ended. */
    void detour(String folder) {
        var asked = rip.request();
        var ended = verdict();
        if (!offer.get().detour() || asked.isEmpty() || ended.isEmpty()) {
            return;
        }
        if (asked.get().folder().equals(folder)) {
            message.set(
                    new Message(Tone.WARNING, Texts.format("progress.detour.same-folder", folder)));
            return;
        }
        begin(AgainRequest.by(asked.get(), ended.get().file(), folder));
    }

    private void begin(RipRequest next) {
        rip.putAway();
        rip.begin(service.start(next), next);
    }

    /** Reads the file back; a second call stops that. */
    void verify() {
        if (verification.get().isPresent()) {
            verification.get().get().stop();
            return;
        }
        if (!offer.get().verify()) {
            return;
        }
        var started = service.verify(file());
        verification.set(Optional.of(started));
        message.set(Message.NONE);
        background.run(
                "verify",
                () -> {
                    // Ends by itself: a hung call is given up, and closing the window stops it.
                    var _ = started.awaitEnd(Deadline.never());
                    return started.report();
                },
                report -> {
                    verification.set(Optional.empty());
                    message.set(new Message(tone(report.outcome()), EngineWords.of(report.text())));
                },
                problem -> {
                    verification.set(Optional.empty());
                    fail(problem);
                });
    }

    void openFolder() {
        String file = file();
        String folder = file.substring(0, Math.max(1, file.lastIndexOf('/')));
        background.run(
                "open-folder",
                () -> {
                    desktop.openFolder(folder);
                    return folder;
                },
                _ -> {},
                this::fail);
    }

    /**
     * Saves the picture of the charts beside the image.
     *
     * @param argb its pixels, line by line
     */
    void saveCharts(int width, int height, int[] argb) {
        save(".charts.png", () -> Png.encode(width, height, argb));
    }

    /** Saves the charts' points beside the image. */
    void saveSamples() {
        var points = rip.snapshotProperty().get().map(RipSnapshot::chart).orElse(List.of());
        save(".samples.csv", () -> SamplesCsv.of(points).getBytes(StandardCharsets.UTF_8));
    }

    /** Asks; then asks again; then deletes. */
    void delete() {
        switch (deletion.get()) {
            case NOT_ASKED -> deletion.set(Deletion.ASKED_ONCE);
            case ASKED_ONCE -> deletion.set(Deletion.ASKED_TWICE);
            case ASKED_TWICE -> deleteNow();
            case UNDER_WAY -> {}
        }
    }

    /** The user changed their mind. */
    void keep() {
        if (deletion.get() != Deletion.UNDER_WAY) {
            deletion.set(Deletion.NOT_ASKED);
        }
    }

    /** What is asked before a deletion; empty where nothing is. */
    String question() {
        String size =
                rip.snapshotProperty()
                        .get()
                        .map(now -> Numbers.size(now.finishedBytes()))
                        .orElse("");
        return switch (deletion.get()) {
            case NOT_ASKED, UNDER_WAY -> "";
            case ASKED_ONCE -> Texts.format("aftercare.delete.once", size);
            case ASKED_TWICE -> Texts.format("aftercare.delete.twice", file());
        };
    }

    private void deleteNow() {
        String part = file();
        deletion.set(Deletion.UNDER_WAY);
        background.run(
                "delete-part",
                () -> {
                    service.discard(part);
                    return part;
                },
                gone -> {
                    deletion.set(Deletion.NOT_ASKED);
                    offer.set(Offer.NOTHING);
                    message.set(
                            new Message(Tone.NEUTRAL, Texts.format("aftercare.delete.done", gone)));
                },
                problem -> {
                    deletion.set(Deletion.NOT_ASKED);
                    fail(problem);
                });
    }

    private void save(String ending, Background.Work<byte[]> content) {
        String path = ImageFormat.base(file()) + ending;
        background.run(
                "save-charts",
                () -> desktop.save(path, content.get()),
                saved ->
                        message.set(
                                new Message(
                                        Tone.SUCCESS, Texts.format("aftercare.saved.text", saved))),
                this::fail);
    }

    private void begin(RipViewModel.State state) {
        boolean isOver = state == RipViewModel.State.ENDED;
        offer.set(
                isOver
                        ? rip.snapshotProperty()
                                .get()
                                .map(now -> Offer.of(now, rip.request(), stagedImage()))
                                .orElse(Offer.NOTHING)
                        : Offer.NOTHING);
        message.set(Message.NONE);
        deletion.set(Deletion.NOT_ASKED);
        verification.get().ifPresent(Verification::stop);
        findHits();
    }

    private void findHits() {
        var holes =
                rip.snapshotProperty()
                        .get()
                        .filter(now -> now.verdict().isPresent())
                        .map(now -> HitFiles.seen(now.map()))
                        .orElse(List.of());
        var tree = files.treeProperty().get();
        if (holes.isEmpty() || tree.isEmpty()) {
            hits.set(Optional.empty());
            return;
        }
        background.run(
                "hit-files",
                () -> HitFiles.of(tree.get(), holes),
                found -> hits.set(Optional.of(found)),
                this::fail);
    }

    private Optional<RipVerdict> verdict() {
        return rip.snapshotProperty().get().flatMap(RipSnapshot::verdict);
    }

    private String file() {
        return verdict().map(RipVerdict::file).orElse("");
    }

    private void fail(Exception problem) {
        message.set(new Message(Tone.DANGER, Problems.sentence(problem)));
    }

    private static Tone tone(VerifyReport.Outcome outcome) {
        return switch (outcome) {
            case EQUAL -> Tone.SUCCESS;
            case STOPPED -> Tone.NEUTRAL;
            case DIFFERENT, UNREADABLE -> Tone.DANGER;
        };
    }
}
