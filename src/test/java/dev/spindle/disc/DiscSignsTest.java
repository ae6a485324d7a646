package dev.spindle.disc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts.Kind;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.toc.DiscInformation;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.disc.toc.Track;
import dev.spindle.disc.toc.Track.Mode;
import dev.spindle.disc.tree.DiscFile;
import dev.spindle.disc.tree.TreeBuilder;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kind and protection, from names and tracks. */
@Tag("unit")
class DiscSignsTest {
    /** Paths with one slash at most; those that end in one are folders. */
    private static DiscSigns signs(String... paths) throws DiscException {
        var builder = new TreeBuilder();
        for (String path : paths) {
            int slash = path.indexOf('/');
            var folder =
                    slash < 0
                            ? builder.root()
                            : builder.root().folder(path.substring(0, slash), Optional.empty());
            String name = path.substring(slash + 1);
            if (!name.isEmpty()) {
                folder.add(new DiscFile(name, Optional.empty(), 0, List.of()));
            }
        }
        return new DiscSigns(builder.build().root());
    }

    @ParameterizedTest
    @CsvSource({
        "VIDEO_TS/VIDEO_TS.IFO, DVD_VIDEO",
        "video_ts/video_ts.ifo, DVD_VIDEO",
        "AUDIO_TS/AUDIO_TS.IFO, DVD_AUDIO",
        "BDMV/index.bdmv, BLU_RAY_VIDEO",
        "BDAV/info.bdav, BLU_RAY_RECORDING",
        "HVDVD_TS/HV000I01.IFO, HD_DVD_VIDEO",
        "MPEGAV/AVSEQ01.DAT, VIDEO_CD",
        "MPEG2/AVSEQ01.MPG, SUPER_VIDEO_CD",
        "VIDEO_TS/, ISO_9660",
        "VIDEO_TS, ISO_9660",
        "BDMV/, ISO_9660",
        "x/VIDEO_TS.IFO, ISO_9660",
    })
    void namesTellTheKind(String path, Kind kind) throws DiscException {
        var signs = Optional.of(signs(path));
        assertThat(DiscSigns.decide(MediumFacts.NONE, signs, true, false)).isEqualTo(kind);
    }

    @Test
    void aDvdWithAnEmptyAudioFolderIsVideo() throws DiscException {
        assertThat(signs("AUDIO_TS/", "VIDEO_TS/VIDEO_TS.IFO").kind()).hasValue(Kind.DVD_VIDEO);
    }

    @Test
    void fileSystemsTellTheRest() {
        assertThat(decide(true, true)).isEqualTo(Kind.ISO_AND_UDF);
        assertThat(decide(false, true)).isEqualTo(Kind.UDF);
        assertThat(decide(false, false)).isEqualTo(Kind.DATA);
    }

    private static Kind decide(boolean isIso, boolean isUdf) {
        return DiscSigns.decide(MediumFacts.NONE, Optional.empty(), isIso, isUdf);
    }

    @ParameterizedTest
    @CsvSource({"AA, AUDIO_CD", "DA, MIXED_CD", "AD, ENHANCED_CD", "D, ISO_9660"})
    void tracksComeBeforeNames(String tracks, Kind kind) {
        var list = new ArrayList<Track>();
        for (int number = 1; number <= tracks.length(); number++) {
            var mode = tracks.charAt(number - 1) == 'A' ? Mode.AUDIO : Mode.DATA;
            list.add(new Track(number, 1, number, 1, mode));
        }
        var toc = Optional.of(new DiscToc(list, 9));
        var medium =
                new MediumFacts(
                        MediumFamily.CD, toc, Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(DiscSigns.decide(medium, Optional.empty(), true, false)).isEqualTo(kind);
    }

    @Test
    void aBlankDiscIsNothingElse() {
        var blank = new DiscInformation(DiscInformation.Status.BLANK, false, 1);
        var medium =
                new MediumFacts(
                        MediumFamily.DVD,
                        Optional.empty(),
                        Optional.of(blank),
                        Optional.empty(),
                        Optional.empty());
        assertThat(DiscSigns.decide(medium, Optional.empty(), true, true)).isEqualTo(Kind.BLANK);
    }

    @Test
    void protectionNeedsItsFolderAndAVideo() throws DiscException {
        var film = signs("AACS/x", "BDMV/index.bdmv");
        assertThat(film.protection(MediumFamily.UNKNOWN)).hasValue("AACS");
        assertThat(signs("BDMV/index.bdmv").protection(MediumFamily.BLU_RAY)).isEmpty();
        var notes = signs("AACS/notes.txt");
        assertThat(notes.protection(MediumFamily.UNKNOWN)).isEmpty();
        assertThat(notes.protection(MediumFamily.HD_DVD)).hasValue("AACS");
        assertThat(signs("AACS", "BDMV/x").protection(MediumFamily.BLU_RAY)).isEmpty();
    }
}
