package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscNote.Topic;
import dev.spindle.disc.toc.DiscInformation;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.disc.toc.Track;
import dev.spindle.disc.toc.Track.Mode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What follows from sizes that agree or don't. */
@Tag("unit")
class SizeCheckTest {
    private static DiscSizes sizes(long capacity, long claimed) {
        return new DiscSizes(
                capacity * 2048, OptionalLong.empty(), OptionalLong.of(claimed * 2048));
    }

    private static MediumFacts medium(MediumFamily family, long leadOut, Track... tracks) {
        return new MediumFacts(
                family,
                Optional.of(new DiscToc(List.of(tracks), leadOut)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static MediumFacts status(DiscInformation.Status status) {
        return new MediumFacts(
                MediumFamily.DVD,
                Optional.empty(),
                Optional.of(new DiscInformation(status, true, 1)),
                Optional.empty(),
                Optional.empty());
    }

    private static Track track(int number, int session, long start, Mode mode) {
        return new Track(number, session, start, 100, mode);
    }

    private static List<Topic> topics(DiscSizes sizes, MediumFacts medium) {
        return SizeCheck.notes(sizes, medium, false).stream().map(DiscNote::topic).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, 1000, 1000, AGREES, 0",
        "UNKNOWN, 1002, 1000, RUN_OUT, 2",
        "CD, 1150, 1000, RUN_OUT, 150",
        "CD, 1152, 1000, RUN_OUT, 152",
        "CD, 1300, 1000, RUN_OUT, 300",
        "CD, 1016, 1000, PADDING, 16",
        "DVD, 1150, 1000, PADDING, 150",
        "UNKNOWN, 2000002, 2000000, PADDING, 2",
        "CD, 998, 1000, TRUNCATED, 2",
        "BLU_RAY, 1000, 0, UNKNOWN, 0",
    })
    void comparesTheFileSystemWithTheDisc(
            MediumFamily family, long capacity, long claimed, Topic topic, long sectors) {
        var medium =
                new MediumFacts(
                        family,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        assertThat(SizeCheck.notes(sizes(capacity, claimed), medium, false))
                .containsExactly(new DiscNote(topic, sectors));
    }

    @Test
    void aPartialLastSectorThatIsMissingIsTruncation() {
        var sizes = new DiscSizes(1999, OptionalLong.of(2048), OptionalLong.empty());
        assertThat(SizeCheck.notes(sizes, MediumFacts.NONE, true))
                .containsExactly(
                        new DiscNote(Topic.TRUNCATED, 1), DiscNote.of(Topic.CONTRADICTION));
    }

    @Test
    void theTocMayDifferByItsRunOut() {
        var data = track(1, 1, 0, Mode.MODE_1);
        assertThat(topics(sizes(1000, 1000), medium(MediumFamily.CD, 1002, data)))
                .containsExactly(Topic.AGREES);
        assertThat(topics(sizes(1000, 1000), medium(MediumFamily.CD, 1003, data)))
                .containsExactly(Topic.AGREES, Topic.TOC_DIFFERS);
    }

    @Test
    void tracksAndSessionsAreTold() {
        var data = track(1, 1, 0, Mode.MODE_2);
        var audio = track(2, 1, 500, Mode.AUDIO);
        var later = track(3, 2, 800, Mode.DATA);
        assertThat(topics(sizes(1000, 1000), medium(MediumFamily.CD, 1000, data, audio, later)))
                .containsExactly(Topic.AGREES, Topic.SESSIONS, Topic.MIXED, Topic.MODE_2);
        assertThat(topics(sizes(1000, 0), medium(MediumFamily.CD, 1000, audio)))
                .containsExactly(Topic.AUDIO_ONLY);
    }

    @Test
    void blankAndOpenDiscsAreTold() {
        assertThat(topics(sizes(1000, 0), status(DiscInformation.Status.BLANK)))
                .containsExactly(Topic.BLANK);
        assertThat(topics(sizes(1000, 1000), status(DiscInformation.Status.APPENDABLE)))
                .containsExactly(Topic.AGREES, Topic.APPENDABLE);
        assertThat(topics(sizes(1000, 1000), status(DiscInformation.Status.COMPLETE)))
                .containsExactly(Topic.AGREES);
    }
}
