package dev.spindle.ui.disc;

import dev.spindle.disc.tree.DiscTree;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.Optional;

/**
 * The files of the chosen disc. They are asked for once they are to be seen, because that can take
 * a drive minutes.
 */
public final class FilesViewModel {
    /** How far the listing of one disc is. */
    public enum Stage {
        /** The disc has no file system that can be listed, or there is no disc. */
        NOTHING,
        NOT_ASKED,
        LISTING,
        LISTED,
        REFUSED
    }

    /**
     * What is known of one disc's files.
     *
     * @param problem why they could not be listed
     */
    public record Files(Stage stage, Optional<DiscTree> tree, String problem) {
        private static Files at(Stage stage) {
            return new Files(stage, Optional.empty(), "");
        }

        /** A few words. */
        public String summary() {
            return switch (stage) {
                case NOTHING, NOT_ASKED -> "";
                case LISTING -> Texts.get("files.state.listing");
                case REFUSED -> Texts.get("files.state.refused");
                case LISTED -> tree.map(Files::totals).orElse("");
            };
        }

        private static String totals(DiscTree tree) {
            var totals = tree.totals();
            return Texts.format(
                    "files.totals.text",
                    Integer.toString(totals.files()),
                    Integer.toString(totals.folders()),
                    Numbers.size(totals.fileBytes()));
        }
    }

    private final RipService service;
    private final Background background;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Files> files =
            new ReadOnlyObjectWrapper<>(Files.at(Stage.NOTHING));
    private String address = "";
    private String identity = "";

    /**
     * Of two discs that are chosen one after the other, the answer for the first comes too late.
     */
    private int question;

    public FilesViewModel(RipService service, Background background, DrivesViewModel drives) {
        this.service = service;
        this.background = background;
        drives.selectedProperty().subscribe(this::choose);
        wanted.subscribe(this::ask);
    }

    public ReadOnlyObjectProperty<Files> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** Whether the files are to be seen. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    private void choose(Optional<DriveCard> chosen) {
        var disc = chosen.flatMap(card -> card.report().disc());
        String newAddress = chosen.map(DriveCard::address).orElse("");
        String newIdentity =
                disc.filter(d -> d.details().hasFiles()).map(d -> d.identity()).orElse("");
        if (newAddress.equals(address) && newIdentity.equals(identity)) {
            return;
        }
        address = newAddress;
        identity = newIdentity;
        question++;
        files.set(Files.at(identity.isEmpty() ? Stage.NOTHING : Stage.NOT_ASKED));
        ask();
    }

    private void ask() {
        if (!wanted.get() || files.get().stage() != Stage.NOT_ASKED) {
            return;
        }
        files.set(Files.at(Stage.LISTING));
        String asked = address;
        int asking = question;
        background.run(
                "file-list",
                () -> service.files(asked),
                tree -> answer(asking, new Files(Stage.LISTED, Optional.of(tree), "")),
                problem ->
                        answer(
                                asking,
                                new Files(
                                        Stage.REFUSED,
                                        Optional.empty(),
                                        Problems.sentence(problem))));
    }

    private void answer(int asked, Files answer) {
        if (asked == question) {
            files.set(answer);
        }
    }
}
