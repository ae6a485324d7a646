package dev.spindle.ui.progress;

import dev.spindle.rip.RipRequest;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.progress.ProgressSummary.Pause;
import dev.spindle.ui.rip.RipViewModel;
import dev.spindle.ui.rip.SpeedWish;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;
import java.util.function.Function;

/** Controller of ProgressView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class ProgressController {
    private final RipViewModel model;
    private final Function<String, Optional<String>> localFolder;

    @FXML private Label phase;
    @FXML private Label file;
    @FXML private TwoLayerBar bar;
    @FXML private Label read;
    @FXML private Label durable;
    @FXML private Label bad;
    @FXML private Label readRate;
    @FXML private Label confirmedRate;
    @FXML private Label timeLeft;
    @FXML private Label cushion;
    @FXML private CushionGauge gauge;
    @FXML private Label chunk;
    @FXML private Label unconfirmed;
    @FXML private Node noticePart;
    @FXML private MessageLine notice;
    @FXML private Button detour;
    @FXML private MessageLine detourProblem;
    @FXML private Button pause;
    @FXML private FontIcon pauseIcon;
    @FXML private Node rescueBox;
    @FXML private Label outlook;
    @FXML private Node speedBox;
    @FXML private Label speedCaption;
    @FXML private ComboBox<SpeedWish> speed;

    /** {@code localFolder} gives where a rip to a folder may go first; may ask the user. */
    public ProgressController(RipViewModel model, Function<String, Optional<String>> localFolder) {
        this.model = model;
        this.localFolder = localFolder;
    }

    @FXML
    private void initialize() {
        notice.setTone(Tone.NEUTRAL);
        Shown.when(detour, model.detourDueProperty());
        Shown.when(noticePart, notice.textProperty().isNotEmpty().or(model.detourDueProperty()));
        model.detourDueProperty().subscribe(_ -> detourProblem.say(Tone.NEUTRAL, ""));
        Shown.when(bad, bad.textProperty().isNotEmpty());
        Shown.when(file, file.textProperty().isNotEmpty());
        Shown.when(outlook, outlook.textProperty().isNotEmpty());
        Shown.when(rescueBox, outlook.textProperty().isNotEmpty());
        speedCaption.setLabelFor(speed);
        speed.getItems().setAll(SpeedWish.values());
        speed.setConverter(new SpeedNames());
        model.speedProperty().subscribe(speed::setValue);
        speed.valueProperty().addListener((_, _, wish) -> model.changeSpeed(wish));
        model.stateProperty().subscribe(this::offerSpeed);
        model.snapshotProperty()
                .subscribe(now -> now.map(ProgressSummary::of).ifPresent(this::show));
    }

    private void offerSpeed(RipViewModel.State now) {
        Shown.set(speedBox, model.hasSpeed());
        speed.setDisable(now != RipViewModel.State.RIPPING);
    }

    private void show(ProgressSummary now) {
        phase.setText(now.phase());
        file.setText(now.file());
        bar.setRead(now.readShare());
        bar.setDurable(now.durableShare());
        bar.setAccessibleText(now.read() + ". " + now.durable());
        read.setText(now.read());
        durable.setText(now.durable());
        bad.setText(now.bad());
        outlook.setText(now.outlook());
        readRate.setText(now.readRate());
        confirmedRate.setText(now.confirmedRate());
        timeLeft.setText(now.timeLeft());
        cushion.setText(now.cushion().text());
        gauge.show(now.cushion());
        chunk.setText(now.chunk());
        unconfirmed.setText(now.unconfirmed());
        notice.setText(now.notice());
        Shown.set(pause, now.pause() != Pause.NOTHING);
        boolean resumes = now.pause() == Pause.CAN_RESUME;
        pause.setText(Texts.get(resumes ? "progress.resume.label" : "progress.pause.label"));
        pauseIcon.setIconLiteral(resumes ? "fth-play" : "fth-pause");
    }

    @FXML
    private void detour() {
        var folder = model.request().map(RipRequest::folder).flatMap(localFolder);
        if (folder.isPresent() && !model.detour(folder.get())) {
            detourProblem.say(
                    Tone.WARNING, Texts.format("progress.detour.same-folder", folder.get()));
        }
    }

    @FXML
    private void goodEnough() {
        model.goodEnough();
    }

    @FXML
    private void keepTrying() {
        model.keepTrying();
    }

    @FXML
    private void pauseOrResume() {
        model.pauseOrResume();
    }
}
