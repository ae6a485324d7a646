package dev.spindle.library;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Optional;

/**
 * Where Spindle keeps what it remembers, after the XDG Base Directory Specification 0.8. Pure.
 *
 * @param config absolute path of the folder for settings; empty where there is no home
 * @param data absolute path of the folder for the catalogue; empty where there is no home
 */
public record UserFolders(Optional<String> config, Optional<String> data) {
    /** None at all: nothing is remembered. */
    public static UserFolders none() {
        return new UserFolders(Optional.empty(), Optional.empty());
    }

    /**
     * The user's home folder: that of the environment, which the specification goes by, else that
     * of the account.
     */
    public static String home(Map<String, String> environment, String ofAccount) {
        String home = environment.getOrDefault("HOME", "");
        return home.startsWith("/") ? home : ofAccount;
    }

    /**
     * The folders that an environment means.
     *
     * @param home the user's home folder; empty where there is none
     */
    public static UserFolders of(Map<String, String> environment, String home) {
        return new UserFolders(
                folder(environment.get("XDG_CONFIG_HOME"), home, "/.config"),
                folder(environment.get("XDG_DATA_HOME"), home, "/.local/share"));
    }

    /** The specification has relative paths ignored. */
    private static Optional<String> folder(@Nullable String given, String home, String usual) {
        if (given != null && given.startsWith("/")) {
            return Optional.of(given + "/spindle");
        }
        return home.startsWith("/") ? Optional.of(home + usual + "/spindle") : Optional.empty();
    }

    /** The file of the settings. */
    public Optional<String> settingsFile() {
        return config.map(folder -> folder + "/settings.json");
    }

    /** The file of what is known of drives. */
    public Optional<String> lessonsFile() {
        return data.map(folder -> folder + "/drives.json");
    }

    /** The folder of the catalogue. */
    public Optional<String> catalogueFolder() {
        return data.map(folder -> folder + "/rips");
    }
}
