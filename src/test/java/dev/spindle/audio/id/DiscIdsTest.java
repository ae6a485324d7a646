package dev.spindle.audio.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Disc ids that others have published, with where they come from. */
@Tag("unit")
final class DiscIdsTest {
    /** Absolute frames, as those who publish them write them. */
    private static AudioToc disc(List<Long> frames, long leadOutFrame, int... dataTracks) {
        var tracks = new ArrayList<Track>();
        int session = 1;
        for (int i = 0; i < frames.size(); i++) {
            int number = i + 1;
            boolean isData = List.of(boxed(dataTracks)).contains(number);
            // A data track behind music stands in a session of its own.
            session = isData && number > 1 ? session + 1 : session;
            long end = i + 1 < frames.size() ? frames.get(i + 1) : leadOutFrame;
            tracks.add(
                    new Track(
                            number,
                            session,
                            frames.get(i) - AudioToc.LEAD_IN_FRAMES,
                            end - frames.get(i),
                            isData ? Track.Mode.MODE_1 : Track.Mode.AUDIO));
        }
        return new AudioToc(new DiscToc(tracks, leadOutFrame - AudioToc.LEAD_IN_FRAMES));
    }

    private static Integer[] boxed(int... numbers) {
        return java.util.Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }

    /** libdiscid, test/test_put.c. */
    @Test
    void libdiscidsOwnDisc() {
        var disc =
                disc(
                        List.of(
                                150L, 9700L, 25887L, 39297L, 53795L, 63735L, 77517L, 94877L,
                                107270L, 123552L, 135522L, 148422L, 161197L, 174790L, 192022L,
                                205545L, 218010L, 228700L, 239590L, 255470L, 266932L, 288750L),
                        303602);
        assertThat(MusicBrainzId.of(disc)).isEqualTo("xUp1F2NkfP8s8jaeFn_Av3jNEI4-");
        assertThat(CddbId.of(disc)).isEqualTo("370fce16");
    }

    /** The cdtoc crate's tests: {@code 4+96+2D2B+6256+B327+D84A}. */
    @Test
    void allFourIdsOfADiscOfMusic() {
        var disc = disc(List.of(150L, 11563L, 25174L, 45863L), 55370);
        assertThat(MusicBrainzId.of(disc)).isEqualTo("nljDXdC8B_pDwbdY1vZJvdrAZI4-");
        assertThat(CddbId.of(disc)).isEqualTo("1f02e004");
        assertThat(AccurateRipId.of(disc)).hasToString("004-0002189a-00087f33-1f02e004");
        assertThat(AccurateRipId.of(disc).path())
                .isEqualTo("a/9/8/dBAR-004-0002189a-00087f33-1f02e004.bin");
        assertThat(CtdbId.of(disc)).isEqualTo("VukMWWItblELRM.CEFpXxw0FlME-");
    }

    /** The cdtoc crate's tests: 13 audio tracks, and data in a second session. */
    @Test
    void dataBehindTheMusicCountsForSomeAndNotForOthers() {
        var disc =
                disc(
                        List.of(
                                0x96L, 0x3B5DL, 0x78E3L, 0xB441L, 0xEC83L, 0x134F4L, 0x17225L,
                                0x1A801L, 0x1EA5CL, 0x23B5BL, 0x27CEFL, 0x2B58BL, 0x2F974L,
                                0x35D56L),
                        0x514C8,
                        14);
        assertThat(MusicBrainzId.of(disc)).isEqualTo("ucgpiD84p.2iBxO4j3hdjSjhtnw-");
        assertThat(CddbId.of(disc)).isEqualTo("b611560e");
        assertThat(AccurateRipId.of(disc)).hasToString("013-001802ed-00f8ee31-b611560e");
        assertThat(CtdbId.of(disc)).isEqualTo("gmEsiU5wvQFA1Nq9YE_posiwgK8-");
        assertThat(disc.audioEndLba()).isEqualTo(0x35D56 - 150 - 11_400);
    }

    /** ARver, doc/data_track.md: "Liquid" by Recoil. */
    @Test
    void anotherEnhancedDisc() {
        var disc =
                disc(
                        List.of(
                                150L, 12767L, 40487L, 63225L, 93410L, 118115L, 151865L, 184340L,
                                215260L, 247455L, 281735L),
                        333801,
                        11);
        assertThat(MusicBrainzId.of(disc)).isEqualTo("9AQWqQ0eCCwktwPPrIUIYkUw2Uo-");
        assertThat(AccurateRipId.of(disc)).hasToString("010-00164419-00b9f6e2-9e11600b");
    }

    /** ARver, doc: nine tracks of music. */
    @Test
    void nineTracks() {
        var disc =
                disc(
                        List.of(
                                150L, 12437L, 28357L, 46302L, 67095L, 72790L, 114245L, 150420L,
                                158545L),
                        179805);
        assertThat(MusicBrainzId.of(disc)).isEqualTo("X_fUy2PVsk5KK7JciFqBc0CetiI-");
    }

    /** ARver, doc/data_track.md: "Mortal Kombat Trilogy", a game with 28 tracks behind it. */
    @Test
    void dataBeforeTheMusic() {
        var disc =
                disc(
                        List.of(
                                150L, 66728L, 76502L, 85963L, 93760L, 104048L, 116066L, 124743L,
                                134206L, 142916L, 151852L, 160720L, 169425L, 178731L, 188459L,
                                196711L, 206354L, 214845L, 223686L, 225746L, 226384L, 232668L,
                                239447L, 239931L, 244989L, 254264L, 260066L, 261222L, 261674L),
                        261976,
                        1);
        assertThat(CddbId.of(disc)).isEqualTo("af0da31d");
        assertThat(AccurateRipId.of(disc)).hasToString("028-00517a54-05a845d2-af0da31d");
    }

    /** ARver, tests/data/discs; MusicBrainz: its id counts the data track of a mixed disc. */
    @Test
    void musicBrainzCountsDataBeforeTheMusic() {
        var disc =
                disc(
                        List.of(
                                150L, 123375L, 131930L, 140961L, 149299L, 168189L, 177170L, 188023L,
                                199274L, 208755L, 218170L, 227172L, 236945L, 245838L, 255523L,
                                266774L, 275152L, 284303L, 294203L, 296001L, 296616L, 297372L,
                                301823L, 302764L, 306951L, 307551L, 308151L, 308751L, 313729L,
                                314380L, 314980L, 315610L, 316243L, 316979L, 317579L, 318179L,
                                318844L, 319444L, 320064L, 320707L, 321307L, 321907L, 327904L),
                        333596,
                        1);
        assertThat(MusicBrainzId.of(disc)).isEqualTo("j2wJHXA1xXZj7Wkh_tKm4vLjqBk-");
    }

    @Test
    void aDiscWithoutMusicHasNone() {
        var data = new Track(1, 1, 0, 100, Track.Mode.MODE_1);
        assertThatThrownBy(() -> new AudioToc(new DiscToc(List.of(data), 100)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
