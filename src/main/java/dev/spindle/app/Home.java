package dev.spindle.app;

import dev.spindle.library.Catalogue;
import dev.spindle.library.LessonStore;
import dev.spindle.library.SettingsStore;
import dev.spindle.library.UserFolders;
import dev.spindle.os.linux.LinuxStorage;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;
import dev.spindle.ui.Memory;

import java.time.Duration;

/**
 * What the user's home folder remembers of earlier starts.
 *
 * @param catalogue of rips
 * @param settings not yet read
 * @param lessons of drives, read when they are needed
 */
record Home(Catalogue catalogue, SettingsStore settings, LessonStore lessons) {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    static Home of(Concurrency concurrency) {
        var folders = UserFolders.of(System.getenv(), folder());
        var storage = new LinuxStorage();
        long pid = ProcessHandle.current().pid();
        return new Home(
                new Catalogue(storage, folders.catalogueFolder(), pid),
                new SettingsStore(concurrency, storage, folders.settingsFile(), pid),
                new LessonStore(concurrency, storage, folders.lessonsFile(), pid));
    }

    /** Reads the settings; where that takes too long, the window starts without them. */
    void read(Concurrency concurrency) {
        var _ =
                concurrency
                        .start("settings-load", settings::load)
                        .awaitDone(concurrency.in(PATIENCE), StopToken.never());
    }

    Memory memory(String version) {
        return new Memory(catalogue, settings, folder(), version);
    }

    private static String folder() {
        return UserFolders.home(System.getenv(), System.getProperty("user.home", ""));
    }
}
