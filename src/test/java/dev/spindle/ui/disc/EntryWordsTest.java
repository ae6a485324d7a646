package dev.spindle.ui.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.DiscFolder;
import dev.spindle.disc.tree.DiscLink;
import dev.spindle.disc.tree.DiscSpecial;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/** What a line of the tree of files says. */
@Tag("unit")
class EntryWordsTest {
    private static DiscFile file(String name, Optional<String> obstacle) {
        return new DiscFile(name, Optional.empty(), 7, List.of(), obstacle);
    }

    @Test
    void filesFoldersAndSpecialsHaveTheirNames() {
        assertThat(EntryWords.of(file("Größe 漢字.txt", Optional.empty()))).isEqualTo("Größe 漢字.txt");
        assertThat(EntryWords.of(new DiscFolder("photos", Optional.empty(), List.of())))
                .isEqualTo("photos");
        var pipe = new DiscSpecial("pipe", Optional.empty(), DiscSpecial.Kind.PIPE);
        assertThat(EntryWords.of(pipe)).isEqualTo("pipe");
    }

    @Test
    void aFileThatCantBeGivenSaysWhy() {
        assertThat(EntryWords.of(file("a.z", Optional.of("compressed (zisofs)"))))
                .isEqualTo("a.z  (compressed (zisofs))");
    }

    @Test
    void aLinkSaysWhereItLeads() {
        assertThat(EntryWords.of(new DiscLink("l", Optional.empty(), "../{0}/it's")))
                .isEqualTo("l → ../{0}/it's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n", "\r", "\t", "\0", "\u0085", "\u001B", "\u202E", "\u2066", "\u200F", "\uFEFF",
                "\u2028", "\u2029"
            })
    void whatBreaksOrTurnsALineIsReplaced(String trouble) {
        assertThat(EntryWords.of(file("a" + trouble + "b", Optional.empty()))).isEqualTo("a?b");
        assertThat(EntryWords.of(new DiscLink("l", Optional.empty(), trouble))).isEqualTo("l → ?");
    }
}
