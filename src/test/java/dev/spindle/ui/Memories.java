package dev.spindle.ui;

import dev.spindle.library.Catalogue;
import dev.spindle.library.SettingsStore;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.RealConcurrency;

import java.util.Optional;

/** What the window remembers, for tests. */
public final class Memories {
    private Memories() {}

    /** Nothing, now or later: there is no writable home. */
    public static Memory none(String homeFolder) {
        return of(homeFolder, Optional.empty());
    }

    /** On scripted storage; empty at first. */
    public static Memory scripted(String homeFolder) {
        return of(homeFolder, Optional.of(homeFolder + "/rips"));
    }

    private static Memory of(String homeFolder, Optional<String> catalogue) {
        var concurrency = new RealConcurrency();
        var storage = new ScriptedStorage(concurrency);
        return new Memory(
                new Catalogue(storage, catalogue, 1),
                new SettingsStore(concurrency, storage, Optional.empty(), 1),
                homeFolder,
                "0.1.0");
    }
}
