package dev.spindle.ui.library;

import dev.spindle.disc.DiscFacts;
import dev.spindle.ui.common.MessageLine;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.drives.DrivesViewModel;

import javafx.fxml.FXML;

import java.util.List;
import java.util.Optional;

/** Controller of RippedBeforeView.fxml: says where the chosen disc was ripped to already. */
@SuppressWarnings({"NullAway.Init", "UnusedMethod", "UnusedVariable"})
public final class RippedBeforeController {
    private final DrivesViewModel drives;
    private final LibraryViewModel library;

    @FXML private MessageLine before;

    public RippedBeforeController(DrivesViewModel drives, LibraryViewModel library) {
        this.drives = drives;
        this.library = library;
    }

    @FXML
    private void initialize() {
        drives.selectedProperty().subscribe(_ -> show());
        library.allProperty().subscribe(_ -> show());
    }

    private void show() {
        var identity =
                drives.selectedProperty()
                        .get()
                        .map(DriveCard::report)
                        .flatMap(report -> report.disc())
                        .map(DiscFacts::identity);
        String text = identity.flatMap(i -> sentence(i, library.allProperty().get())).orElse("");
        before.say(Tone.NEUTRAL, text);
    }

    /** A rip that is under way now is no earlier one. */
    static Optional<String> sentence(String identity, List<LibraryRow> rows) {
        return rows.stream()
                .filter(row -> row.state() != LibraryRow.State.RUNNING)
                .filter(row -> !identity.isEmpty() && row.entry().discIdentity().equals(identity))
                .findFirst()
                .map(row ->
                        Texts.format(
                                "library.before.text",
                                row.when(),
                                row.entry().image(),
                                row.stateName()));
    }
}
