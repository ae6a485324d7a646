package dev.spindle.ui.library;

import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.common.Texts;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Controller of LibraryView.fxml. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class LibraryController {
    private static final Duration PULL = Duration.millis(250);

    private final LibraryViewModel model;
    private final Function<LibraryViewModel.Opened, Parent> charts;
    private final Timeline pulling = new Timeline(new KeyFrame(PULL, _ -> pull()));

    @FXML private Node listPane;
    @FXML private Node openedPane;
    @FXML private StackPane openedHost;
    @FXML private Label openedName;
    @FXML private TextField search;
    @FXML private Label count;
    @FXML private ListView<LibraryRow> list;
    @FXML private Label empty;
    @FXML private MessageLine message;
    @FXML private Button open;
    @FXML private Button resume;
    @FXML private Button restart;
    @FXML private Button verify;
    @FXML private Button stopVerifying;
    @FXML private Button remove;
    @FXML private Node sure;
    @FXML private Button keep;

    /** {@code charts} makes what shows a rip that was opened. */
    public LibraryController(
            LibraryViewModel model, Function<LibraryViewModel.Opened, Parent> charts) {
        this.model = model;
        this.charts = charts;
        pulling.setCycleCount(Animation.INDEFINITE);
    }

    @FXML
    private void initialize() {
        list.setItems(model.rows());
        list.setCellFactory(_ -> new LibraryCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setOnMouseClicked(this::clicked);
        search.textProperty().bindBidirectional(model.queryProperty());
        var isOpen = is(model.openedProperty(), Optional::isPresent);
        Shown.when(openedPane, isOpen);
        Shown.when(listPane, isOpen.not());
        Shown.when(open, isOpen.not());
        model.openedProperty().subscribe(now -> openedHost.getChildren().setAll(view(now)));
        model.messageProperty().subscribe(now -> message.say(now.tone(), now.text()));
        model.rows().addListener((ListChangeListener<LibraryRow>) _ -> counted());
        counted();
        enable();
        model.verifyingProperty().subscribe(this::follow);
        Shown.set(sure, false);
    }

    private void enable() {
        open.disableProperty().bind(chosenIs(_ -> true).not());
        remove.disableProperty().bind(chosenIs(r -> r.state() != LibraryRow.State.RUNNING).not());
        resume.disableProperty().bind(chosenIs(r -> r.state().canResume()).not());
        restart.disableProperty().bind(chosenIs(r -> r.state().canResume()).not());
        verify.disableProperty().bind(chosenIs(r -> r.state().hasImage()).not());
        Shown.when(stopVerifying, model.verifyingProperty());
        Shown.when(verify, Bindings.not(model.verifyingProperty()));
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> Shown.set(sure, false));
    }

    private BooleanBinding chosenIs(Predicate<LibraryRow> condition) {
        var chosen = list.getSelectionModel().selectedItemProperty();
        return Bindings.createBooleanBinding(
                () -> chosen.get() != null && condition.test(chosen.get()), chosen);
    }

    private static <T> BooleanBinding is(ObservableValue<T> value, Predicate<T> condition) {
        return Bindings.createBooleanBinding(() -> condition.test(value.getValue()), value);
    }

    private List<Node> view(Optional<LibraryViewModel.Opened> now) {
        openedName.setText(now.map(opened -> opened.row().entry().name()).orElse(""));
        return now.map(charts).<List<Node>>map(List::of).orElse(List.of());
    }

    private void counted() {
        int all = model.totalCount();
        count.setText(
                Texts.format(
                        "library.list.count",
                        Integer.toString(model.rows().size()),
                        Integer.toString(all)));
        empty.setText(Texts.get(all == 0 ? "library.list.empty" : "library.list.nothing"));
        Shown.set(empty, model.rows().isEmpty());
    }

    private void follow(boolean isVerifying) {
        if (isVerifying) {
            pulling.play();
        } else {
            pulling.stop();
        }
    }

    private void pull() {
        model.pull();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
        } else if (event.getCode() == KeyCode.DELETE && !remove.isDisabled()) {
            remove();
            event.consume();
        }
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            open();
        }
    }

    private Optional<LibraryRow> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    @FXML
    private void open() {
        chosen().ifPresent(model::open);
    }

    @FXML
    private void back() {
        model.close();
        list.requestFocus();
    }

    @FXML
    private void resume() {
        chosen().ifPresent(model::resume);
    }

    /** What was read so far would be gone, so it is asked once more. */
    @FXML
    private void restart() {
        Shown.set(sure, true);
        keep.requestFocus();
    }

    @FXML
    private void keep() {
        Shown.set(sure, false);
        list.requestFocus();
    }

    @FXML
    private void restartAnyhow() {
        Shown.set(sure, false);
        chosen().ifPresent(model::restart);
    }

    @FXML
    private void verify() {
        chosen().ifPresent(model::verify);
    }

    @FXML
    private void stopVerifying() {
        model.stopVerifying();
    }

    @FXML
    private void remove() {
        chosen().ifPresent(model::remove);
    }
}
