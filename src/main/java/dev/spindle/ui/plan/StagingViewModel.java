package dev.spindle.ui.plan;

import dev.spindle.library.Settings;
import dev.spindle.rip.DestinationReport;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.destination.DestinationViewModel;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

import java.util.Optional;

/**
 * Whether a disc is ripped to a local folder first, and moved from there. Proposed where the drive
 * would have to wait for the destination.
 */
public final class StagingViewModel {
    private final DestinationViewModel destination;
    private final ObservableValue<Settings> settings;
    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final ObjectBinding<Optional<String>> local;
    private final ObjectBinding<Optional<String>> folder;
    private final StringBinding label;
    private final BooleanBinding offered;
    private final BooleanBinding missed;

    StagingViewModel(
            DestinationViewModel destination,
            ObservableValue<Settings> settings,
            ObservableValue<Forecast> forecast) {
        this.destination = destination;
        this.settings = settings;
        var waits = forecast.map(known -> known.tone() == Tone.WARNING);
        local =
                Bindings.createObjectBinding(
                        this::findLocal, destination.reportProperty(), settings);
        folder =
                Bindings.createObjectBinding(
                        () -> local.get().filter(_ -> wanted.get()), local, wanted);
        label =
                Bindings.createStringBinding(
                        () -> Texts.format("plan.staging.label", local.get().orElse("")), local);
        offered = Bindings.createBooleanBinding(() -> local.get().isPresent(), local);
        missed =
                Bindings.createBooleanBinding(
                        () -> waits.getValue() && stagingFolder().isBlank(), waits, settings);
        waits.subscribe(wanted::set);
    }

    /** Whether the user wants it; proposed anew whenever the forecast changes its mind. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** Whether there is a folder for it. */
    public BooleanBinding offeredProperty() {
        return offered;
    }

    /** Whether it would help, and no folder is named for it. */
    public BooleanBinding missedProperty() {
        return missed;
    }

    /** What it does, with the folder. */
    public StringBinding labelProperty() {
        return label;
    }

    /** The folder to rip to first, absolute; empty to rip straight to the destination. */
    public ObjectBinding<Optional<String>> folderProperty() {
        return folder;
    }

    private String stagingFolder() {
        return settings.getValue().habits().stagingFolder();
    }

    /** A rip is not moved to where it is. */
    private Optional<String> findLocal() {
        return Optional.of(stagingFolder().strip())
                .filter(typed -> !typed.isEmpty())
                .map(destination::absolute)
                .filter(path ->
                        destination
                                .reportProperty()
                                .get()
                                .map(DestinationReport::folder)
                                .filter(path::equals)
                                .isEmpty());
    }
}
