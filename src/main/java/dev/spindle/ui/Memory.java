package dev.spindle.ui;

import dev.spindle.library.Catalogue;
import dev.spindle.library.SettingsStore;

/**
 * What the window remembers of earlier starts.
 *
 * @param catalogue of rips
 * @param settings whose file was read
 * @param homeFolder absolute path of the user's home folder
 * @param version of the program, for people
 */
public record Memory(
        Catalogue catalogue, SettingsStore settings, String homeFolder, String version) {}
