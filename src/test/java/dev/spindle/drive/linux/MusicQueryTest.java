package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.Sense;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.os.scsi.ScsiDevices;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a drive is asked about music, and what comes of odd answers. */
@Tag("unit")
final class MusicQueryTest {
    private static final int RAW = 2352;

    /** Of 12 tracks, 500 sectors each. */
    private static final int TRACKS = 12;

    private static final int TRACK_SECTORS = 500;

    private static void insert(DriveBench bench) {
        int end = TRACKS * TRACK_SECTORS;
        bench.played.profile = 8;
        bench.played.raw = new byte[end * RAW];
        var toc = ByteBuffer.allocate(4 + (TRACKS + 1) * 8);
        toc.putShort((short) (toc.capacity() - 2)).put((byte) 1).put((byte) TRACKS);
        for (int track = 1; track <= TRACKS + 1; track++) {
            int number = track > TRACKS ? 0xAA : track;
            toc.put((byte) 0).put((byte) 0x11).put((byte) number).put((byte) 0);
            toc.putInt((track - 1) * TRACK_SECTORS);
            bench.played.music.tracksByLba.put((track - 1) * TRACK_SECTORS, Math.min(track, 12));
        }
        bench.played.toc = toc.array();
    }

    private static void pregap(DriveBench bench, int track, int sectors) {
        bench.played.music.tracksByLba.put((track - 1) * TRACK_SECTORS - sectors, track);
    }

    private static MediumMusic music(DriveBench bench) throws IOException {
        return bench.ready().medium().music().orElseThrow();
    }

    @Test
    void wordsAndCodesAndGapsOfADisc() {
        DriveBench.with(bench -> {
            insert(bench);
            bench.played.music.cdText = text("Album\0One\0");
            bench.played.music.catalogue = "0724354526121";
            bench.played.music.codes.put(2, "GBAYE9300106");
            bench.played.music.codes.put(3, "GBAYE9300107");
            pregap(bench, 2, 1);
            pregap(bench, 5, 150);
            pregap(bench, 11, 333);
            pregap(bench, 12, 498);
            var music = music(bench);
            assertThat(music.text().title()).isEqualTo("Album");
            assertThat(music.track(1).text()).isEqualTo(new MusicText("One", "", ""));
            assertThat(music.catalogue()).hasValue("0724354526121");
            assertThat(music.track(2).isrc()).hasValue("GBAYE9300106");
            assertThat(music.track(4).isrc()).isEmpty();
            assertThat(music.track(1).hasPreEmphasis()).isTrue();
            assertThat(music.track(2).pregapLba()).hasValue(499);
            assertThat(music.track(4).pregapLba()).isEmpty();
            assertThat(music.track(5).pregapLba()).hasValue(4 * 500 - 150);
            assertThat(music.track(11).pregapLba()).hasValue(10 * 500 - 333);
            assertThat(music.track(12).pregapLba()).hasValue(11 * 500 - 498);
        });
    }

    @Test
    void trackNumbersMayComeAsNumbers() {
        DriveBench.with(bench -> {
            insert(bench);
            bench.played.music.isBcd = false;
            pregap(bench, 11, 100);
            assertThat(music(bench).track(11).pregapLba()).hasValue(10 * 500 - 100);
        });
    }

    @Test
    void aCodeThatEveryTrackHasIsNoTracksOwn() {
        DriveBench.with(bench -> {
            insert(bench);
            for (int track = 1; track <= TRACKS; track++) {
                bench.played.music.codes.put(track, "GBAYE9300106");
            }
            assertThat(music(bench).tracks().values())
                    .allSatisfy(track -> assertThat(track.isrc()).isEmpty());
        });
    }

    @Test
    void whatIsNoCodeIsNone() {
        DriveBench.with(bench -> {
            insert(bench);
            bench.played.music.codes.put(1, "not an isrc!");
            bench.played.music.catalogue = "0000000000000";
            assertThat(music(bench).track(1).isrc()).isEmpty();
            assertThat(music(bench).catalogue()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0x42, 0x43, 0xBE})
    void aDriveThatRefusesTellsTheRest(int opcode) {
        DriveBench.with(bench -> {
            insert(bench);
            pregap(bench, 5, 150);
            bench.played.music.cdText = text("Album\0");
            if (opcode == 0x43) {
                bench.played.music.cdText = new byte[0];
            } else {
                bench.played.unknown.add(opcode);
            }
            var music = music(bench);
            assertThat(music.tracks()).hasSize(TRACKS);
            assertThat(music.text().title()).isEqualTo(opcode == 0x43 ? "" : "Album");
            assertThat(music.track(5).pregapLba().isPresent()).isEqualTo(opcode != 0xBE);
        });
    }

    @Test
    void aSpotThatCantBeReadEndsTheSearchForThatGapOnly() {
        DriveBench.with(bench -> {
            insert(bench);
            pregap(bench, 5, 150);
            pregap(bench, 7, 150);
            for (long lba = 1990; lba < 2000; lba++) {
                bench.played.bad.put(lba, new Sense(3, 0x11, 5));
            }
            var music = music(bench);
            assertThat(music.track(5).pregapLba()).isEmpty();
            assertThat(music.track(7).pregapLba()).hasValue(6 * 500 - 150);
        });
    }

    /** After a stop no command is sent, and a drive that does not answer is not asked for ever. */
    @Test
    void aStopEndsTheSearch() {
        DriveBench.with(bench -> {
            insert(bench);
            bench.played.music.cdText = text("Album\0");
            var stop = new StopToken();
            stop.stop();
            var query =
                    new MusicQuery(
                            new Commander(bench.played.open("/dev/sr0", ScsiDevices.Use.LOOK)),
                            toc(),
                            stop);
            bench.played.opcodes.clear();
            try {
                assertThat(query.read(true).orElseThrow().tracks()).hasSize(2);
            } catch (CommandFailedException impossible) {
                throw new AssertionError(impossible);
            }
            assertThat(bench.played.opcodes).isEmpty();
        });
    }

    private static MediumToc toc() {
        return new MediumToc(
                List.of(new MediumTrack(1, 1, 0, 500, 0, 0), new MediumTrack(2, 1, 500, 500, 0, 0)),
                1000);
    }

    /** A list of drives looks at every disc: it must not have them searched. */
    @Test
    void whoOnlyLooksGetsTheWordsAlone() {
        DriveBench.with(bench -> {
            insert(bench);
            bench.played.music.cdText = text("Album\0");
            bench.played.music.catalogue = "0724354526121";
            try (Drive looking = bench.drives.look("/dev/sr0").orElseThrow()) {
                looking.awaitDisc(StopToken.never());
                var music = looking.medium().music().orElseThrow();
                assertThat(music.text().title()).isEqualTo("Album");
                assertThat(music.catalogue()).isEmpty();
            }
            assertThat(bench.played.opcodes).doesNotContain(0x42, 0xBE);
        });
    }

    /** The second reading, and a drive that was plugged in again: the search costs a minute. */
    @Test
    void aDiscThatIsKnownIsNotSearchedAgain() {
        DriveBench.with(bench -> {
            insert(bench);
            pregap(bench, 5, 150);
            bench.played.music.cdText = text("Album\0");
            bench.played.music.catalogue = "0724354526121";
            try (Drive drive = bench.ready()) {
                var found = drive.medium().music();
                assertThat(found.orElseThrow().track(5).pregapLba()).hasValue(4 * 500 - 150);
                bench.played.opcodes.clear();
                drive.awaitKnownDisc(StopToken.never());
                assertThat(bench.played.opcodes).contains(0x43).doesNotContain(0x42, 0xBE);
                assertThat(drive.medium().music()).isEqualTo(found);
            }
            bench.played.opcodes.clear();
            try (Drive second = bench.open()) {
                second.awaitKnownDisc(StopToken.never());
                assertThat(bench.played.opcodes).contains(0x43).doesNotContain(0x42, 0xBE);
                var told = second.medium().music().orElseThrow();
                assertThat(told.text().title()).isEqualTo("Album");
                assertThat(told.track(5).pregapLba()).isEmpty();
            }
        });
    }

    @Test
    void whatAnotherDiscToldIsNotKept() {
        DriveBench.with(bench -> {
            insert(bench);
            bench.played.music.catalogue = "0724354526121";
            try (Drive drive = bench.ready()) {
                assertThat(drive.medium().music().orElseThrow().catalogue()).isPresent();
                // Its last track begins elsewhere.
                bench.played.toc[4 + (TRACKS - 1) * 8 + 7]++;
                drive.awaitKnownDisc(StopToken.never());
                assertThat(drive.medium().music().orElseThrow().catalogue()).isEmpty();
            }
        });
    }

    @Test
    void aDiscOfDataIsNotAsked() {
        DriveBench.with(bench -> {
            bench.played.profile = 0x10;
            assertThat(bench.ready().medium().music()).isEmpty();
            assertThat(bench.played.opcodes).doesNotContain(0x42);
        });
    }

    /** Title packs, without their CRC. */
    private static byte[] text(String texts) {
        byte[] letters = texts.getBytes(StandardCharsets.ISO_8859_1);
        int packs = Math.ceilDiv(letters.length, 12);
        var reply = ByteBuffer.allocate(4 + packs * 18);
        reply.putShort((short) (reply.capacity() - 2)).putShort((short) 0);
        for (int pack = 0; pack < packs; pack++) {
            reply.put((byte) 0x80).put((byte) 0).put((byte) pack).put((byte) 0);
            int length = Math.min(12, letters.length - pack * 12);
            reply.put(letters, pack * 12, length).put(new byte[12 - length]).putShort((short) 0);
        }
        return reply.array();
    }
}
