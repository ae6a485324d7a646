package dev.spindle.audio.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.audio.check.DiscSums;
import dev.spindle.audio.id.AudioToc;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

@Tag("unit")
class CtdbAnswerTest {
    private static DiscSums sums() {
        var sums = new DiscSums(List.of(100L * 588, 200L * 588));
        var music = ByteBuffer.allocate(300 * 2352);
        for (int i = 0; i < music.capacity(); i++) {
            music.put(i, (byte) (i * 31));
        }
        sums.add(music);
        return sums;
    }

    private static CtdbAnswer parse(String entries) throws IOException {
        return CtdbAnswer.parse(
                ("<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                                + "<ctdb xmlns=\"http://db.cuetools.net/ns/mmd-1.0#\">"
                                + entries
                                + "</ctdb>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String entry(int confidence, long crc, long first, long second) {
        return "<entry id=\"1\" crc32=\"%08x\" confidence=\"%d\" npar=\"8\" stride=\"5880\""
                        .formatted(crc, confidence)
                + " hasparity=\"/x\" trackcrcs=\"%08X %08X\" toc=\"0:100:300\"/>"
                        .formatted(first, second);
    }

    @Test
    void countsWhoHasTheSameDiscAndTheSameTracks() throws IOException {
        var sums = sums();
        long first = sums.tracks().get(0).ctdb();
        long second = sums.tracks().get(1).ctdb();
        var answer =
                parse(
                        entry(40, sums.ctdb(), first, second)
                                + entry(3, 7, first, 9)
                                + entry(2, 8, 1, second));
        assertThat(answer.submissions()).isEqualTo(45);
        assertThat(answer.confidence(sums)).isEqualTo(40);
        assertThat(answer.confidence(0, sums.tracks().get(0))).isEqualTo(43);
        assertThat(answer.confidence(1, sums.tracks().get(1))).isEqualTo(42);
    }

    @Test
    void anEntryWithoutTracksCountsForTheDisc() throws IOException {
        var sums = sums();
        var answer = parse("<entry crc32=\"%08x\" confidence=\"4\"/>".formatted(sums.ctdb()));
        assertThat(answer.confidence(sums)).isEqualTo(4);
        assertThat(answer.confidence(0, sums.tracks().get(0))).isZero();
    }

    /** A document type could have this program open files, or swell to gigabytes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<ctdb",
                "not xml",
                "<ctdb><entry crc32=\"xyz\" confidence=\"1\"/></ctdb>",
                "<ctdb><entry crc32=\"1\"/></ctdb>",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                        + "<ctdb><entry crc32=\"1\" confidence=\"1\">&b;</entry></ctdb>"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> CtdbAnswer.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessage("the CUETools database's answer can't be read");
    }

    @Test
    void asksByTheStartsOfTracksAndMarksData() {
        var toc =
                new DiscToc(
                        List.of(
                                new Track(1, 1, 0, 1000, Track.Mode.MODE_1),
                                new Track(2, 1, 1000, 500, Track.Mode.AUDIO)),
                        1500);
        assertThat(CtdbAnswer.address(URI.create("http://[::1]:8"), new AudioToc(toc)))
                .hasToString(
                        "http://[::1]:8/lookup2.php?version=3&ctdb=1&fuzzy=0&metadata=none"
                                + "&toc=-0:1000:1500");
    }
}
