package dev.spindle.ui.drives;

import dev.spindle.rip.DriveReport;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Problems;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The cards at the left, and which one is chosen. */
public final class DrivesViewModel {
    private final RipService service;
    private final Background background;
    private final ObservableList<DriveCard> cards = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<DriveCard>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty typedPath = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper openProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper listProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper opening = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper listing = new ReadOnlyBooleanWrapper();
    private final DiscLook look;
    private final Trays trays;
    private final Insertions insertions = new Insertions();
    private final Map<String, DriveCard> opened = new HashMap<>();
    private Predicate<String> busy = _ -> false;
    private Runnable afterOpening = () -> {};
    private Consumer<DriveCard> onInserted = _ -> {};
    private int openingCount;
    private long listedVersion;

    public DrivesViewModel(RipService service, Background background) {
        this.service = service;
        this.background = background;
        look = new DiscLook(service, background, this::lookedAt);
        trays = new Trays(service, background, this::refresh);
        selected.subscribe(card -> card.filter(this::isIdle).ifPresent(look::at));
    }

    public ObservableList<DriveCard> cards() {
        return cards;
    }

    public ObjectProperty<Optional<DriveCard>> selectedProperty() {
        return selected;
    }

    /** The path that is being typed; one that was refused stays, to be corrected. */
    public StringProperty typedPathProperty() {
        return typedPath;
    }

    /** Why the last image could not be opened; empty where there is nothing to say. */
    public ReadOnlyStringProperty openProblemProperty() {
        return openProblem.getReadOnlyProperty();
    }

    /** Why the drives could not be listed. */
    public ReadOnlyStringProperty listProblemProperty() {
        return listProblem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty openingProperty() {
        return opening.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty listingProperty() {
        return listing.getReadOnlyProperty();
    }

    /** The look into discs that the list alone did not tell. */
    public DiscLook look() {
        return look;
    }

    /** What was asked of the drives' trays. */
    public Trays trays() {
        return trays;
    }

    /** Whether the tray of a card can be moved: it has one, and its disc is not being ripped. */
    public boolean canMoveTray(DriveCard card) {
        return card.kind() == DriveCard.Kind.DRIVE && isIdle(card);
    }

    /** Ejects the disc of a card, or closes its tray. */
    public void moveTray(DriveCard card) {
        if (canMoveTray(card)) {
            trays.move(card);
        }
    }

    /**
     * Says which addresses are being ripped: their cards stay as they are, and nobody looks into
     * their drives meanwhile.
     */
    public void onBusy(Predicate<String> isBusy) {
        busy = isBusy;
    }

    private boolean isIdle(DriveCard card) {
        return !busy.test(card.address());
    }

    /** Says what is to be done each time an image was opened. */
    public void onOpened(Runnable action) {
        afterOpening = action;
    }

    /** Says what is to be done with each disc that was put in. */
    public void onInserted(Consumer<DriveCard> action) {
        onInserted = action;
    }

    /** Lists the drives again; while one listing runs, another is not begun. */
    public void refresh() {
        if (listing.get()) {
            return;
        }
        listing.set(true);
        listedVersion = service.drivesVersion();
        background.run("drive-list", service::drives, this::listed, this::notListed);
    }

    /** Lists the drives again if something has changed since the last time; called now and then. */
    public void follow() {
        if (service.drivesVersion() != listedVersion) {
            refresh();
        }
    }

    /** Whether any of the cards is a real drive. */
    public boolean hasDrive() {
        return cards.stream().anyMatch(card -> card.kind() == DriveCard.Kind.DRIVE);
    }

    /** Chooses the card of an address, where there is one. */
    public void choose(String address) {
        find(address).ifPresent(card -> selected.set(Optional.of(card)));
    }

    /** Opens an image; it becomes a card and is chosen. */
    public void open(String path) {
        String address = path.strip();
        if (address.isEmpty()) {
            return;
        }
        openProblem.set("");
        count(1);
        background.run("image-open", () -> service.inspect(address), this::opened, this::notOpened);
    }

    private void listed(List<DriveReport> reports) {
        listing.set(false);
        listProblem.set("");
        look.forget();
        trays.forget();
        var fresh = new ArrayList<DriveCard>();
        reports.forEach(report -> fresh.add(kept(report)));
        cards.stream()
                .filter(card -> opened.containsKey(card.address()) || busy.test(card.address()))
                .filter(card -> fresh.stream().noneMatch(f -> f.address().equals(card.address())))
                .forEach(fresh::add);
        var putIn = insertions.in(fresh);
        var chosen = selected.get().map(DriveCard::address);
        if (!fresh.equals(cards)) {
            cards.setAll(fresh);
        }
        selected.set(chosen.flatMap(this::find));
        putIn.forEach(onInserted);
    }

    private void lookedAt(DriveCard card) {
        insertions.note(card);
        replace(card);
    }

    private DriveCard kept(DriveReport report) {
        return find(report.address())
                .filter(card -> busy.test(card.address()))
                .orElseGet(() -> new DriveCard(report));
    }

    private void notListed(Exception problem) {
        listing.set(false);
        listProblem.set(Problems.sentence(problem));
    }

    private void opened(DriveReport report) {
        count(-1);
        typedPath.set("");
        var card = new DriveCard(report);
        opened.put(card.address(), card);
        if (!replace(card)) {
            cards.add(card);
        }
        selected.set(Optional.of(card));
        afterOpening.run();
    }

    private void notOpened(Exception problem) {
        count(-1);
        openProblem.set(Problems.sentence(problem));
    }

    private boolean replace(DriveCard card) {
        var old = find(card.address());
        boolean chosen = selected.get().map(DriveCard::address).equals(Optional.of(card.address()));
        old.ifPresent(o -> cards.set(cards.indexOf(o), card));
        if (old.isPresent() && chosen) {
            selected.set(Optional.of(card));
        }
        return old.isPresent();
    }

    private Optional<DriveCard> find(String address) {
        return cards.stream().filter(card -> card.address().equals(address)).findFirst();
    }

    private void count(int change) {
        openingCount += change;
        opening.set(openingCount > 0);
    }
}
