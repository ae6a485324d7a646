package dev.spindle.ui.disc;

import dev.spindle.disc.tree.DiscEntry;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.ui.common.EngineWords;
import dev.spindle.ui.common.Texts;

/** An entry of a disc in words, without a toolkit. Pure. */
final class EntryWords {
    private EntryWords() {}

    /** On one line, and without what would turn the text around it. */
    static String of(DiscEntry entry) {
        return words(entry).replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", "?");
    }

    private static String words(DiscEntry entry) {
        if (entry instanceof DiscFile file && file.obstacle().isPresent()) {
            return Texts.format(
                    "files.obstacle.text", file.name(), EngineWords.of(file.obstacle().get()));
        }
        return entry instanceof DiscLink link
                ? Texts.format("files.link.text", link.name(), link.target())
                : entry.name();
    }
}
