package dev.spindle.ui.drives;

import dev.spindle.rip.DriveReport;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Problems;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Looks into the disc of a chosen drive, once, where the list of drives told nothing of it. */
public final class DiscLook {
    private final RipService service;
    private final Background background;
    private final Consumer<DriveCard> found;
    private final Map<String, Boolean> running = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    private final ReadOnlyObjectWrapper<Progress> progress =
            new ReadOnlyObjectWrapper<>(Progress.NONE);

    DiscLook(RipService service, Background background, Consumer<DriveCard> found) {
        this.service = service;
        this.background = background;
        this.found = found;
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Looks, unless the disc is known or was looked at since the last listing. */
    void at(DriveCard card) {
        String address = card.address();
        if (card.report().disc().isPresent() || running.containsKey(address)) {
            return;
        }
        running.put(address, true);
        tell();
        background.run(
                "disc-look",
                () -> service.inspect(address),
                report -> seen(address, report),
                problem -> notSeen(address, problem));
    }

    /** A new listing: finished looks count no more. */
    void forget() {
        running.values().removeIf(isRunning -> !isRunning);
        problems.clear();
        tell();
    }

    private void seen(String address, DriveReport report) {
        running.put(address, false);
        tell();
        found.accept(new DriveCard(report));
    }

    private void notSeen(String address, Exception problem) {
        running.put(address, false);
        problems.put(address, Problems.sentence(problem));
        tell();
    }

    private void tell() {
        progress.set(new Progress(running, problems));
    }
}
