package dev.spindle.ui.drives;

import dev.spindle.rip.DriveReport;
import dev.spindle.rip.RipService;
import dev.spindle.rip.TrayMove;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Problems;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashMap;
import java.util.Map;

/** Opens and closes the trays of drives. For the interface thread. */
public final class Trays {
    private final RipService service;
    private final Background background;
    private final Runnable onMoved;
    private final Map<String, Boolean> running = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.NONE);

    /** {@code onMoved} is run each time a tray has moved. */
    Trays(RipService service, Background background, Runnable onMoved) {
        this.service = service;
        this.background = background;
        this.onMoved = onMoved;
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** An open tray can only be closed, any other only be opened. */
    static TrayMove next(DriveCard card) {
        return card.report().state().equals(DriveReport.TRAY_OPEN) ? TrayMove.CLOSE : TrayMove.OPEN;
    }

    /** Moves the tray of a drive, once at a time. */
    void move(DriveCard card) {
        String address = card.address();
        if (running.containsKey(address)) {
            return;
        }
        TrayMove move = next(card);
        running.put(address, true);
        problems.remove(address);
        tell();
        background.run(
                "tray",
                () -> {
                    service.moveTray(address, move);
                    return move;
                },
                _ -> {
                    ended(address);
                    onMoved.run();
                },
                problem -> {
                    problems.put(address, Problems.sentence(problem));
                    ended(address);
                });
    }

    /** A new listing: what failed before is no longer worth telling. */
    void forget() {
        problems.clear();
        tell();
    }

    private void ended(String address) {
        running.remove(address);
        tell();
    }

    private void tell() {
        progress.set(new Progress(running, problems));
    }
}
