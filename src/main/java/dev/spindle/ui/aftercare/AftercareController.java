package dev.spindle.ui.aftercare;

import dev.spindle.rip.RipService;
import dev.spindle.rip.verify.Verification;
import dev.spindle.ui.aftercare.AftercareViewModel.Deletion;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Desktop;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.PixelFormat;
import javafx.util.Duration;

import java.util.Optional;
import java.util.function.Function;

/** Controller of AftercareView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class AftercareController {
    private static final Duration BETWEEN_LOOKS = Duration.millis(250);

    private final AftercareViewModel model;
    private final Function<String, Optional<String>> localFolder;
    private final Timeline following =
            new Timeline(new KeyFrame(BETWEEN_LOOKS, _ -> tellVerification()));

    @FXML private Node root;
    @FXML private Node hitPart;
    @FXML private Label hitCaption;
    @FXML private ListView<String> hits;
    @FXML private Button again;
    @FXML private Button detour;
    @FXML private Button unmount;
    @FXML private Button verify;
    @FXML private Button folder;
    @FXML private Button charts;
    @FXML private Button samples;
    @FXML private Button delete;
    @FXML private Node question;
    @FXML private MessageLine questionText;
    @FXML private Button keep;
    @FXML private Button confirm;
    @FXML private MessageLine message;

    /** {@code localFolder} gives where a rip to a folder may go first; may ask the user. */
    public AftercareController(
            RipViewModel rip,
            RipFiles files,
            RipService service,
            Background background,
            Desktop desktop,
            Function<String, Optional<String>> localFolder) {
        this.localFolder = localFolder;
        this.model = new AftercareViewModel(rip, files, service, background, desktop);
    }

    @FXML
    private void initialize() {
        hits.setCellFactory(_ -> new HitCell());
        following.setCycleCount(Animation.INDEFINITE);
        model.offerProperty().subscribe(this::show);
        model.messageProperty().subscribe(now -> message.say(now.tone(), now.text()));
        model.deletionProperty().subscribe(this::show);
        model.verificationProperty().subscribe(this::follow);
        model.hitsProperty().subscribe(this::showHits);
        model.unmounting().stepProperty().subscribe(this::show);
    }

    private void show(UnmountViewModel.Step now) {
        Shown.set(unmount, now != UnmountViewModel.Step.NOT_OFFERED);
        unmount.setDisable(now == UnmountViewModel.Step.UNDER_WAY);
    }

    private void show(Offer now) {
        Shown.set(again, now.again());
        Shown.set(detour, now.detour());
        Shown.set(verify, now.verify());
        Shown.set(folder, now.folder());
        Shown.set(charts, now.folder());
        Shown.set(samples, now.folder());
        Shown.set(delete, now.delete());
    }

    private void show(Deletion now) {
        boolean asks = now == Deletion.ASKED_ONCE || now == Deletion.ASKED_TWICE;
        Shown.set(question, asks);
        delete.setDisable(now != Deletion.NOT_ASKED);
        if (asks) {
            questionText.say(Tone.WARNING, model.question());
            confirm.setText(
                    Texts.get(
                            now == Deletion.ASKED_ONCE
                                    ? "aftercare.delete.label"
                                    : "aftercare.delete-now.label"));
            // The harmless answer is the one that a key pressed too early gives.
            keep.requestFocus();
        }
    }

    private void showHits(Optional<HitFiles> now) {
        Shown.set(hitPart, now.isPresent());
        hits.getItems().clear();
        now.ifPresent(found -> {
            hitCaption.setText(
                    Texts.format(
                            "aftercare.hits.caption",
                            Integer.toString(found.files().size()),
                            Numbers.size(found.elsewhereBytes())));
            found.files()
                    .forEach(hit ->
                            hits.getItems()
                                    .add(
                                            Texts.format(
                                                    "aftercare.hit.text",
                                                    hit.path(),
                                                    Numbers.size(hit.lostBytes()),
                                                    Numbers.size(hit.sizeBytes()))));
            Shown.set(hits, !found.files().isEmpty());
        });
    }

    private void follow(Optional<Verification> now) {
        if (now.isPresent()) {
            following.play();
        } else {
            following.stop();
        }
        tellVerification();
    }

    private void tellVerification() {
        verify.setText(
                model.verificationProperty()
                        .get()
                        .map(v ->
                                Texts.format(
                                        "aftercare.verifying.label",
                                        Numbers.percent(v.readBytes(), v.totalBytes())))
                        .orElse(Texts.get("aftercare.verify.label")));
    }

    @FXML
    private void tryAgain() {
        model.tryAgain();
    }

    @FXML
    private void detour() {
        model.destination().flatMap(localFolder).ifPresent(model::detour);
    }

    @FXML
    private void unmount() {
        model.unmounting().unmount();
    }

    @FXML
    private void verify() {
        model.verify();
    }

    @FXML
    private void openFolder() {
        model.openFolder();
    }

    @FXML
    private void saveCharts() {
        // Of this page alone: several may be open.
        var page = root.getParent();
        while (page != null && page.lookup("#charts") == null) {
            page = page.getParent();
        }
        if (page == null) {
            return;
        }
        var picture = page.lookup("#charts").snapshot(null, null);
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var argb = new int[width * height];
        picture.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        model.saveCharts(width, height, argb);
    }

    @FXML
    private void saveSamples() {
        model.saveSamples();
    }

    @FXML
    private void delete() {
        model.delete();
    }

    @FXML
    private void keep() {
        model.keep();
    }
}
