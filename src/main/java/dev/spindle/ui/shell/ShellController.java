package dev.spindle.ui.shell;

import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Views;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Controller of ShellView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class ShellController {
    private static final double SIDE_SHARE = 0.225;
    private static final double SIDE_LEAST = 232;
    private static final double SIDE_MOST = 288;

    /** With the shortcut key, the first shows the disc, the others the pages from the top. */
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7);

    private final Navigation navigation;
    private final Views views;
    private final Consumer<String> opener;
    private final Map<Page, Node> made = new HashMap<>();

    @FXML private Region root;
    @FXML private Region side;
    @FXML private Pane entries;
    @FXML private Node disc;
    @FXML private StackPane host;

    /** {@code opener} takes the path of each file that is dropped onto the window. */
    public ShellController(Navigation navigation, Views views, Consumer<String> opener) {
        this.navigation = navigation;
        this.views = views;
        this.opener = opener;
    }

    @FXML
    private void initialize() {
        navigation.pages().forEach(page -> entries.getChildren().add(entry(page)));
        var shown = navigation.shownProperty();
        Shown.when(disc, Bindings.createBooleanBinding(() -> shown.get().isEmpty(), shown));
        Shown.when(host, Bindings.createBooleanBinding(() -> shown.get().isPresent(), shown));
        shown.subscribe(this::show);
        side.prefWidthProperty()
                .bind(
                        Bindings.max(
                                SIDE_LEAST,
                                Bindings.min(
                                        SIDE_MOST, root.widthProperty().multiply(SIDE_SHARE))));
        root.sceneProperty().subscribe(this::addShortcuts);
        root.setOnDragOver(ShellController::offerToTake);
        root.setOnDragDropped(this::take);
    }

    private static void offerToTake(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    /** Asks the files for nothing but their paths: their folder may hang. */
    private void take(DragEvent event) {
        List<?> files = event.getDragboard().getFiles();
        files.forEach(file -> opener.accept(String.valueOf(file)));
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }

    private ToggleButton entry(Page page) {
        var entry = new ToggleButton(Texts.get(page.label()), new FontIcon(page.icon()));
        entry.setMnemonicParsing(true);
        entry.setId("entry-" + navigation.pages().indexOf(page));
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.getStyleClass().add("entry");
        // Pressing it twice must not put it out: it says which page is shown.
        entry.setOnAction(_ -> {
            navigation.show(page);
            entry.setSelected(true);
        });
        navigation
                .shownProperty()
                .subscribe(now -> entry.setSelected(now.equals(Optional.of(page))));
        return entry;
    }

    private void show(Optional<Page> page) {
        page.map(this::view).ifPresent(view -> Shown.only(host, view));
    }

    private Node view(Page page) {
        return made.computeIfAbsent(page, p -> views.load(p.controller()));
    }

    private void addShortcuts(Scene scene) {
        if (scene == null) {
            return;
        }
        for (int i = 0; i < DIGITS.size(); i++) {
            int index = i - 1;
            scene.getAccelerators()
                    .put(
                            new KeyCodeCombination(DIGITS.get(i), KeyCombination.SHORTCUT_DOWN),
                            index < 0 ? navigation::showDisc : () -> navigation.show(index));
        }
    }
}
