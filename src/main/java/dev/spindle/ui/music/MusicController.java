package dev.spindle.ui.music;

import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.Release;
import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Controller of MusicView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class MusicController {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("danger");

    private final MusicViewModel model;
    private final LookupViewModel lookup;
    private final Chooser chooser;

    @FXML private Node root;
    @FXML private Label summary;
    @FXML private Label titleCaption;
    @FXML private Label performerCaption;
    @FXML private Label dateCaption;
    @FXML private Label offsetCaption;
    @FXML private Label formatCaption;
    @FXML private TextField title;
    @FXML private TextField performer;
    @FXML private TextField date;
    @FXML private TextField offset;
    @FXML private ComboBox<Format> format;
    @FXML private MessageLine problem;
    @FXML private GridPane tracks;
    @FXML private Node lookupPane;
    @FXML private MessageLine lookupText;
    @FXML private ComboBox<Release> releases;
    @FXML private Node coverLine;
    @FXML private ImageView cover;
    @FXML private Label coverName;
    @FXML private Node dropCover;

    public MusicController(MusicViewModel model, LookupViewModel lookup, Chooser chooser) {
        this.model = model;
        this.lookup = lookup;
        this.chooser = chooser;
    }

    @FXML
    private void initialize() {
        titleCaption.setLabelFor(title);
        performerCaption.setLabelFor(performer);
        dateCaption.setLabelFor(date);
        offsetCaption.setLabelFor(offset);
        formatCaption.setLabelFor(format);
        title.textProperty().bindBidirectional(model.titleProperty());
        performer.textProperty().bindBidirectional(model.performerProperty());
        date.textProperty().bindBidirectional(model.dateProperty());
        offset.textProperty().bindBidirectional(model.offsetProperty());
        offset.setPromptText("0");
        offerFormats();
        problem.setTone(Tone.DANGER);
        problem.textProperty().bind(model.problemProperty());
        model.problemProperty()
                .subscribe(why -> offset.pseudoClassStateChanged(REFUSED, !why.isEmpty()));
        var isImage = model.formatProperty().isEqualTo(Format.IMAGE);
        for (Node words : List.of(title, performer, date, offset)) {
            words.disableProperty().bind(isImage);
        }
        Shown.when(
                root,
                Bindings.createBooleanBinding(
                        () -> !model.linesProperty().get().isEmpty(), model.linesProperty()));
        Shown.when(tracks, isImage.not());
        model.linesProperty().subscribe(this::show);
        coverLine.disableProperty().bind(isImage);
        model.coverProperty().subscribe(this::showCover);
        offerReleases();
    }

    private void offerFormats() {
        format.getItems().setAll(Format.values());
        format.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Format value) {
                        return value == null ? "" : Texts.of("music-format", value, "name");
                    }

                    @Override
                    public Format fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here: " + text);
                    }
                });
        format.valueProperty().bindBidirectional(model.formatProperty());
    }

    private void offerReleases() {
        releases.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Release value) {
                        return value == null ? "" : LookupViewModel.told(value);
                    }

                    @Override
                    public Release fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here: " + text);
                    }
                });
        releases.valueProperty()
                .addListener((_, _, chosen) -> {
                    if (chosen != null) {
                        lookup.choose(chosen);
                    }
                });
        lookup.answerProperty().subscribe(this::show);
    }

    private void show(LookupViewModel.Answer answer) {
        Shown.set(lookupPane, answer.stage() != LookupViewModel.Stage.OFF);
        lookupText.say(answer.tone(), answer.text());
        releases.setValue(null);
        releases.getItems().setAll(answer.releases());
        Shown.set(releases, !answer.releases().isEmpty());
    }

    @FXML
    private void askAgain() {
        lookup.ask();
    }

    private void showCover(Optional<String> path) {
        Shown.set(cover, path.isPresent());
        Shown.set(dropCover, path.isPresent());
        if (path.isEmpty()) {
            cover.setImage(null);
            coverName.setText(Texts.get("music.cover.none"));
            return;
        }
        String name = path.get().substring(path.get().lastIndexOf('/') + 1);
        coverName.setText(name);
        // Loaded away from the interface thread: it may lie on a share that hangs.
        var picture = new Image(address(path.get()), 96, 96, true, true, true);
        cover.setImage(picture);
        picture.errorProperty()
                .subscribe(isNone -> {
                    if (isNone) {
                        coverName.setText(Texts.format("music.cover.problem", name));
                    }
                });
    }

    /** Names may hold what means something in an address. */
    private static String address(String path) {
        try {
            return new URI("file", null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            return path;
        }
    }

    @FXML
    private void chooseCover() {
        chooser.choosePicture().ifPresent(path -> model.coverProperty().set(Optional.of(path)));
    }

    @FXML
    private void dropCover() {
        model.coverProperty().set(Optional.empty());
    }

    private void show(List<TrackLine> lines) {
        summary.setText(Texts.format("music.tracks.text", Integer.toString(lines.size())));
        tracks.getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            TrackLine line = lines.get(row);
            String number = String.format(Locale.ROOT, "%02d", line.number());
            tracks.add(caption(number), 0, row);
            tracks.add(field(line.titleProperty(), "music.title.prompt", number), 1, row);
            tracks.add(field(line.performerProperty(), "music.performer.prompt", number), 2, row);
            tracks.add(caption(line.length()), 3, row);
        }
    }

    private static Label caption(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("caption", "digits");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static TextField field(StringProperty words, String prompt, String number) {
        var field = new TextField();
        String text = Texts.format(prompt, number);
        field.setPromptText(text);
        field.setAccessibleText(text);
        field.textProperty().bindBidirectional(words);
        return field;
    }
}
