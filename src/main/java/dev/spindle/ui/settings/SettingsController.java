package dev.spindle.ui.settings;

import dev.spindle.library.Appearance.Language;
import dev.spindle.library.Appearance.Theme;
import dev.spindle.library.Habits.OnInsert;
import dev.spindle.library.Habits.WhenFinished;
import dev.spindle.library.Settings;
import dev.spindle.rip.MusicServers;
import dev.spindle.ui.common.Chooser;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Controller of SettingsView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class SettingsController {
    private static final Map<String, String> SERVERS =
            Map.of(
                    "musicbrainz", "settings.server.musicbrainz",
                    "coverart", "settings.server.coverart",
                    "accuraterip", "settings.server.accuraterip",
                    "ctdb", "settings.server.ctdb");

    private final SettingsViewModel model;
    private final Chooser chooser;

    @FXML private ComboBox<Theme> theme;
    @FXML private ComboBox<Language> language;
    @FXML private Label restart;
    @FXML private TextField folder;
    @FXML private TextField template;
    @FXML private TextField staging;
    @FXML private ComboBox<OnInsert> onInsert;
    @FXML private ComboBox<WhenFinished> whenFinished;
    @FXML private ComboBox<Policy> policy;
    @FXML private Label policyHint;
    @FXML private TextField budget;
    @FXML private TextField ring;
    @FXML private MessageLine problem;
    @FXML private ToggleSwitch looksUp;
    @FXML private GridPane servers;
    @FXML private MessageLine serverProblem;
    @FXML private Node foldersPane;
    @FXML private VBox folders;

    public SettingsController(SettingsViewModel model, Chooser chooser) {
        this.model = model;
        this.chooser = chooser;
    }

    @FXML
    private void initialize() {
        Settings now = model.settingsProperty().get();
        offerAppearance(now);
        offerHabits(now);
        offerWriting(now);
        offerMusic(now);
        problem.setTone(Tone.DANGER);
        problem.textProperty().bind(model.problemProperty());
        model.settingsProperty().subscribe(this::show);
    }

    private void offerAppearance(Settings now) {
        offer(
                theme,
                now.appearance().theme(),
                t -> Texts.of("theme", t, "name"),
                t -> model.change(s -> s.with(s.appearance().with(t))));
        Language first = now.appearance().language();
        offer(
                language,
                first,
                l -> Texts.of("language", l, "name"),
                l -> model.change(s -> s.with(s.appearance().with(l))));
        language.valueProperty().subscribe(l -> Shown.set(restart, l != first));
    }

    private void offerHabits(Settings now) {
        offer(
                onInsert,
                now.habits().onInsert(),
                o -> Texts.of("on-insert", o, "name"),
                o -> model.changeHabits(h -> h.with(o)));
        offer(
                whenFinished,
                now.habits().whenFinished(),
                w -> Texts.of("when-finished", w, "name"),
                w -> model.changeHabits(h -> h.with(w)));
        typed(folder, now.habits().folder(), text -> model.changeHabits(h -> h.withFolder(text)));
        typed(
                template,
                now.habits().nameTemplate(),
                text -> model.changeHabits(h -> h.withNameTemplate(text)));
        typed(
                staging,
                now.habits().stagingFolder(),
                text -> model.changeHabits(h -> h.withStagingFolder(text)));
    }

    private void offerWriting(Settings now) {
        offer(
                policy,
                now.writing().policy(),
                p -> Texts.of("policy", p, "name"),
                p -> model.changeWriting(w -> w.with(p)));
        policy.valueProperty().subscribe(p -> policyHint.setText(Texts.of("policy", p, "hint")));
        typed(budget, SizeSetting.text(now.writing().budgetBytes()), model::typeBudget);
        typed(ring, SizeSetting.text(now.writing().ringBytes()), model::typeRing);
    }

    private void offerMusic(Settings now) {
        looksUp.setSelected(now.music().looksUp());
        looksUp.selectedProperty()
                .addListener((_, _, on) -> model.change(s -> s.with(s.music().with(on))));
        Shown.when(servers, looksUp.selectedProperty());
        serverProblem.setTone(Tone.DANGER);
        serverProblem.textProperty().bind(model.serverProblemProperty());
        for (int row = 0; row < MusicServers.NAMES.size(); row++) {
            String name = MusicServers.NAMES.get(row);
            var field = new TextField();
            field.setId("setting-server-" + name);
            field.setPromptText(MusicServers.USUAL.named(name).toString());
            typed(
                    field,
                    now.music().servers().getOrDefault(name, ""),
                    text -> model.typeServer(name, text));
            var caption = new Label(Texts.get(SERVERS.getOrDefault(name, "")));
            caption.setLabelFor(field);
            servers.addRow(row, caption, field);
        }
    }

    private static void typed(TextField field, String first, Consumer<String> take) {
        field.setText(first);
        field.textProperty().addListener((_, _, text) -> take.accept(text.strip()));
    }

    private static <E extends Enum<E>> void offer(
            ComboBox<E> box, E first, Function<E, String> name, Consumer<E> take) {
        box.getItems().setAll(first.getDeclaringClass().getEnumConstants());
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable E constant) {
                        return constant == null ? "" : name.apply(constant);
                    }

                    @Override
                    public E fromString(String text) {
                        throw new UnsupportedOperationException("nothing is typed here: " + text);
                    }
                });
        box.setValue(first);
        box.valueProperty().addListener((_, _, chosen) -> take.accept(chosen));
    }

    private void show(Settings now) {
        var rows = FolderRow.of(now);
        Shown.set(foldersPane, !rows.isEmpty());
        folders.getChildren().setAll(rows.stream().map(this::row).toList());
    }

    private Node row(FolderRow row) {
        var path = new Label(row.folder());
        path.getStyleClass().add("card-title");
        var text = new Label(row.text());
        text.getStyleClass().add("caption");
        text.setWrapText(true);
        var words = new VBox(path, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        var forget = new Button(Texts.get("settings.folder.forget"));
        forget.setAccessibleText(Texts.format("settings.folder.forget-that", row.folder()));
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setOnAction(_ -> model.forgetFolder(row.folder()));
        var line = new HBox(words, forget);
        line.getStyleClass().add("line");
        return line;
    }

    @FXML
    private void browse() {
        chooser.chooseFolder().ifPresent(folder::setText);
    }

    @FXML
    private void browseStaging() {
        chooser.chooseFolder().ifPresent(staging::setText);
    }
}
