package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

/** What the engine says, told in the language of the window. */
@Tag("unit")
class EngineWordsTest {
    private static final String STALLED =
            " 96 % of the 15.0 s of waiting was the destination; the longest stall took 14.2 s,"
                    + " at 40 %.";

    private static final String STALLED_IN_GERMAN =
            " 96 % der Wartezeit von 15,0 s gehen auf das Ziel; die längste Stockung dauerte"
                    + " 14,2 s, bei 40 %.";

    @BeforeEach
    void speakGerman() {
        Texts.use(Locale.GERMAN);
    }

    @AfterEach
    void speakEnglishAgain() {
        Texts.use(Locale.ENGLISH);
    }

    private static void says(String english, String german) {
        assertThat(EngineWords.of(english)).isEqualTo(german);
        assertThat(EngineWords.knows(english)).isTrue();
    }

    @Test
    void aWholeSentence() {
        says("the write call was held up", "der Schreibaufruf hing fest");
        says("unreadable sectors at LBA 4711", "unlesbare Sektoren bei LBA 4711");
        says("paused", "Pause");
        says("", "");
    }

    /** Each part of a staged rip has a sentence of its own. */
    @Test
    void theWaitingOfAllParts() {
        says(
                "Complete: FILM.iso, 4.38 GB in 7:05 min, is safely on the disk (ext4)."
                        + STALLED
                        + " It was ripped to /local in 12:01 min and moved from there. While it was"
                        + " ripped, 90 % of the 10.0 s of waiting was the staging folder. Before"
                        + " the rip was taken off its destination, 99 % of the 40.2 s of waiting"
                        + " was the network share.",
                "Vollständig: FILM.iso, 4,38 GB in 7:05 min, sicher auf der Platte (ext4)."
                        + STALLED_IN_GERMAN
                        + " "
                        + EngineWords.of(
                                "It was ripped to /local in 12:01 min and moved from there.")
                        + " Als es dorthin gerippt wurde, gingen 90 % der Wartezeit von 10,0 s auf"
                        + " den Zwischenordner. Bevor der Rip von seinem Ziel gelöst wurde, gingen"
                        + " 99 % der Wartezeit von 40,2 s auf die Netzfreigabe.");
    }

    @Test
    void severalSentencesInARow() {
        says(
                "Complete: FILM.iso, 4.38 GB in 7:05 min, is safely on the disk (ext4)." + STALLED,
                "Vollständig: FILM.iso, 4,38 GB in 7:05 min, sicher auf der Platte (ext4)."
                        + STALLED_IN_GERMAN);
        says(
                "Stopped at 41 %: 1.80 GB are safely on the disk; the same command goes on from"
                        + " there. What the storage had not confirmed will be read again."
                        + STALLED
                        + " One call still hangs in the kernel; the program can end only when it"
                        + " returns.",
                "Angehalten bei 41 %: 1,80 GB sind sicher auf der Platte; noch einmal Auslesen"
                        + " macht dort weiter. Was das Ziel nicht bestätigt hatte, wird noch einmal"
                        + " gelesen."
                        + STALLED_IN_GERMAN
                        + " Ein Aufruf hängt noch im Kernel; das Programm kann erst enden, wenn er"
                        + " zurückkehrt.");
    }

    @Test
    void limitsThatAreJoined() {
        says(
                "this kernel can't tell which pages are cached (cachestat); this kernel can't"
                        + " reserve space, so a full disk shows late (fallocate)",
                "dieser Kernel sagt nicht, welche Seiten im Cache liegen (cachestat); dieser Kernel"
                        + " kann keinen Platz reservieren; eine volle Platte zeigt sich spät"
                        + " (fallocate)");
    }

    @Test
    void aPhraseWithinAnother() {
        says(
                "The destination failed: the map can't be saved: /out/FILM.map.tmp: no space left"
                    + " on the device (pwrite). 12.3 MB (4 %) are kept; the same command goes on"
                    + " from there.",
                "Das Ziel hat versagt: die Karte lässt sich nicht sichern: /out/FILM.map.tmp: kein"
                        + " Platz mehr auf dem Gerät (pwrite). 12,3 MB (4 %) bleiben erhalten; noch"
                        + " einmal Auslesen macht dort weiter.");
        says(
                "/out/FILM.iso.part is of another disc; use --restart to begin again, or another"
                        + " --name.",
                "/out/FILM.iso.part ist von einer anderen Disc; beginnen Sie mit --restart von"
                        + " vorn, oder nehmen Sie einen anderen --name.");
        says(
                "The drive failed (04/08/01): the drive gave no answer in time.",
                "Das Laufwerk hat versagt (04/08/01): das Laufwerk hat nicht rechtzeitig"
                        + " geantwortet.");
    }

    @Test
    void aListWithinAPhrase() {
        says(
                "The destination has not moved for 14.2 s (writer, writing for 14.2 s)",
                "Das Ziel steht seit 14,2 s still (Schreiben, schreibt seit 14,2 s)");
        says(
                "Damaged: a, b.vob (12 sectors), c.ifo (1 sector) and 2 more files.",
                "Beschädigt: a, b.vob (12 Sektoren), c.ifo (1 Sektor) und 2 weitere Dateien.");
    }

    /** A name may look like the end of a sentence, like a number, or like a phrase. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/out/Dr. No; or, a film in 3 s/FILM 1.5.iso.part",
                "/a: b.c (1.2)",
                "/out/$1 \\2"
            })
    void namesStayAsTheyAre(String path) {
        says(
                path + " is being written by another rip (process 812); wait for its end.",
                path
                        + " wird gerade von einem anderen Auslesen geschrieben (Prozess 812);"
                        + " warten Sie dessen Ende ab.");
        says(
                "The destination failed: " + path + ": input/output error (fdatasync).",
                "Das Ziel hat versagt: " + path + ": Ein-/Ausgabefehler (fdatasync).");
    }

    /** Quotes are around names, and some names look like words, or like numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"it", "reader", "2.0", "the destination"})
    void whatStandsInQuotesIsAName(String name) {
        says(
                "a part of the folder '" + name + "' is damaged",
                "ein Teil des Ordners „" + name + "“ ist beschädigt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paused", "all", "plain", "steady"})
    void aDiscThatIsCalledLikeAWordKeepsItsName(String name) {
        says("Resuming " + name + " at 41 %", name + " wird bei 41 % fortgesetzt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Nobody knows this                      | Nobody knows this
                    Nobody knows 14.2 s, paused            | Nobody knows 14.2 s, paused
                    Nobody knows this. The disc can't be read. | Nobody knows this. Die Disc lässt sich nicht lesen.
                    The disc can't be read. Nobody knows.  | Die Disc lässt sich nicht lesen. Nobody knows.
                    """)
    void whatIsNotKnownStays(String english, String german) {
        assertThat(EngineWords.of(english)).isEqualTo(german);
        assertThat(EngineWords.knows(english)).isFalse();
    }

    @Test
    void aLongListOfUnknownThingsIsNoBurden() {
        String list = "something new, and more; ".repeat(500);
        assertThat(EngineWords.of(list)).isEqualTo(list);
    }

    @Test
    void inSpanishToo() {
        Texts.use(Locale.of("es"));
        says(
                "Stopped before the first byte was read." + STALLED,
                "Detenido antes de leer el primer byte. La causa del 96 % de la espera de 15,0 s"
                        + " fue la carpeta de destino; el atasco más largo duró 14,2 s, al 40 %.");
    }

    @Test
    void englishIsUntouched() {
        Texts.use(Locale.ENGLISH);
        String sentence = "Stopped." + STALLED;
        assertThat(EngineWords.of(sentence)).isSameAs(sentence);
        assertThat(EngineWords.knows("Nobody knows this")).isTrue();
    }

    @Test
    void followsTheLanguage() {
        says("the disc was changed", "die Disc wurde gewechselt");
        Texts.use(Locale.of("es"));
        says("the disc was changed", "se cambió el disco");
        Texts.use(Locale.ENGLISH);
        says("the disc was changed", "the disc was changed");
    }
}
