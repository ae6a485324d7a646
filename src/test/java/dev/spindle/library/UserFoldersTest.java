package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Map;

@Tag("unit")
class UserFoldersTest {
    @Test
    void areTheUsualOnesBelowHome() {
        var folders = UserFolders.of(Map.of(), "/home/user");
        assertThat(folders.settingsFile()).contains("/home/user/.config/spindle/settings.json");
        assertThat(folders.catalogueFolder()).contains("/home/user/.local/share/spindle/rips");
    }

    @Test
    void followTheEnvironmentButNotToRelativePaths() {
        var folders =
                UserFolders.of(
                        Map.of("XDG_CONFIG_HOME", "/etc/me", "XDG_DATA_HOME", "data"),
                        "/home/user");
        assertThat(folders.settingsFile()).contains("/etc/me/spindle/settings.json");
        assertThat(folders.catalogueFolder()).contains("/home/user/.local/share/spindle/rips");
    }

    @Test
    void areMissingWithoutAHome() {
        assertThat(UserFolders.of(Map.of(), "")).isEqualTo(UserFolders.none());
        assertThat(UserFolders.home(Map.of(), "?")).isEqualTo("?");
        assertThat(UserFolders.of(Map.of(), "?")).isEqualTo(UserFolders.none());
        assertThat(UserFolders.none().settingsFile()).isEmpty();
    }

    @Test
    void theEnvironmentsHomeComesBeforeTheAccounts() {
        assertThat(UserFolders.home(Map.of("HOME", "/tmp/other"), "/home/user"))
                .isEqualTo("/tmp/other");
        assertThat(UserFolders.home(Map.of("HOME", "other"), "/home/user")).isEqualTo("/home/user");
        assertThat(UserFolders.home(Map.of(), "/home/user")).isEqualTo("/home/user");
    }
}
