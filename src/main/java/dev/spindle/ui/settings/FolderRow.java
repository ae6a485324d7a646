package dev.spindle.ui.settings;

import dev.spindle.library.FolderMemory;
import dev.spindle.library.Settings;
import dev.spindle.ui.common.Numbers;
import dev.spindle.ui.common.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A folder that something is remembered of.
 *
 * @param folder absolute path
 * @param text what is remembered, in words
 */
record FolderRow(String folder, String text) {
    static List<FolderRow> of(Settings settings) {
        var rows = new ArrayList<FolderRow>();
        new TreeMap<>(settings.folders())
                .forEach((folder, memory) -> rows.add(new FolderRow(folder, text(memory))));
        return rows;
    }

    private static String text(FolderMemory memory) {
        var parts = new ArrayList<String>();
        memory.writing()
                .ifPresent(writing ->
                        parts.add(
                                Texts.format(
                                        "settings.folder.writing",
                                        Texts.of("policy", writing.policy(), "name"))));
        memory.lastTest()
                .ifPresent(test ->
                        parts.add(
                                Texts.format(
                                        "settings.folder.test",
                                        Numbers.rate(test.rateBytesPerSecond()),
                                        Numbers.seconds(test.longestStallSeconds()))));
        return String.join("  ·  ", parts);
    }
}
