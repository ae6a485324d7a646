package dev.spindle.ui.settings;

import dev.spindle.library.FolderMemory;
import dev.spindle.library.Habits;
import dev.spindle.library.Settings;
import dev.spindle.library.SettingsStore;
import dev.spindle.library.Writing;
import dev.spindle.rip.MusicServers;
import dev.spindle.ui.common.Texts;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The settings as the window knows them. Each change goes to the store, which saves it a moment
 * later.
 */
public final class SettingsViewModel {
    /** Below this, a ring holds but a few reads of a drive. */
    private static final long LEAST_RING_BYTES = 1 << 20;

    private static final long LEAST_BUDGET_BYTES = 1 << 20;

    private final SettingsStore store;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper serverProblem = new ReadOnlyStringWrapper("");
    private final Map<String, String> wrongServers = new TreeMap<>();
    private String budgetProblem = "";
    private String ringProblem = "";

    /** {@code store} has read its file. */
    public SettingsViewModel(SettingsStore store) {
        this.store = store;
        this.settings = new ReadOnlyObjectWrapper<>(store.current());
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /** Why a size can't be used, in one sentence; empty where all can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Changes the settings. */
    public void change(UnaryOperator<Settings> change) {
        if (!change.apply(settings.get()).equals(settings.get())) {
            store.update(change);
            settings.set(store.current());
        }
    }

    public void changeHabits(UnaryOperator<Habits> change) {
        change(now -> now.with(change.apply(now.habits())));
    }

    public void changeWriting(UnaryOperator<Writing> change) {
        change(now -> now.with(change.apply(now.writing())));
    }

    /** Takes a budget as it was typed; one that can't be used changes nothing. */
    public void typeBudget(String typed) {
        var size = SizeSetting.parse(typed, Texts.get("options.budget.name"), LEAST_BUDGET_BYTES);
        budgetProblem = size.problem();
        take(size, bytes -> writing -> writing.withBudget(bytes.bytes()));
    }

    /** Takes the size of the ring as it was typed; one that can't be used changes nothing. */
    public void typeRing(String typed) {
        var size = SizeSetting.parse(typed, Texts.get("settings.ring.name"), LEAST_RING_BYTES);
        ringProblem = size.problem();
        take(size, bytes -> writing -> writing.withRing(bytes.bytes()));
    }

    /** Why the address of a database can't be used, in one sentence; empty where all can. */
    public ReadOnlyStringProperty serverProblemProperty() {
        return serverProblem.getReadOnlyProperty();
    }

    /** Takes the address of a database; one that can't be used changes nothing. */
    public void typeServer(String name, String typed) {
        try {
            if (!typed.isBlank()) {
                var _ = MusicServers.address(typed);
            }
            wrongServers.remove(name);
            change(now -> now.with(now.music().withServer(name, typed)));
        } catch (IllegalArgumentException refused) {
            wrongServers.put(name, typed.strip());
        }
        serverProblem.set(
                wrongServers.isEmpty()
                        ? ""
                        : Texts.format(
                                "settings.server.problem",
                                wrongServers.values().iterator().next()));
    }

    private void take(SizeSetting size, Function<SizeSetting, UnaryOperator<Writing>> change) {
        problem.set(budgetProblem.isEmpty() ? ringProblem : budgetProblem);
        if (size.problem().isEmpty()) {
            changeWriting(change.apply(size));
        }
    }

    /** "Use these settings for this folder": what holds for all now holds there for good. */
    public void useForFolder(String folder, Writing writing) {
        change(now -> now.withFolder(folder, memory -> memory.withWriting(Optional.of(writing))));
    }

    /** Forgets how to write into a folder, and its last test. */
    public void forgetFolder(String folder) {
        change(now -> now.withFolder(folder, _ -> FolderMemory.NONE));
    }
}
