package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.medium.MediumTrack;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** CDs that READ(10) can't give: whole sectors come by READ CD. */
@Tag("unit")
class RawDriveTest {
    private static final int RAW = 2352;
    private static final int READ_CD = 0xBE;

    /** Data, audio, what lies between two sessions, and data again. */
    private static final int AUDIO = 100;

    private static final int GAP = 200;
    private static final int SECOND = 300;
    private static final int END = 400;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * RAW);

    private static byte[] disc(int mode) {
        var bytes = new byte[END * RAW];
        new Random(5).nextBytes(bytes);
        for (int lba = 0; lba < END; lba++) {
            bytes[lba * RAW] = 0;
            Arrays.fill(bytes, lba * RAW + 1, lba * RAW + 11, (byte) (isData(lba) ? -1 : 1));
            bytes[lba * RAW + 11] = 0;
            bytes[lba * RAW + 15] = (byte) mode;
        }
        return bytes;
    }

    private static boolean isData(int lba) {
        return lba < AUDIO || lba >= SECOND;
    }

    /** Format 0: control, track, address. */
    private static byte[] toc(int... tracks) {
        var toc = ByteBuffer.allocate(4 + tracks.length / 3 * 8);
        toc.putShort((short) (toc.capacity() - 2)).put((byte) 1).put((byte) 1);
        for (int i = 0; i < tracks.length; i += 3) {
            toc.put((byte) 0)
                    .put((byte) (0x10 | tracks[i]))
                    .put((byte) tracks[i + 1])
                    .put((byte) 0);
            toc.putInt(tracks[i + 2]);
        }
        return toc.array();
    }

    /** Format 2: session, point, address. */
    private static byte[] fullToc(int... points) {
        var toc = ByteBuffer.allocate(4 + points.length / 3 * 11);
        toc.putShort((short) (toc.capacity() - 2)).put((byte) 1).put((byte) 2);
        for (int i = 0; i < points.length; i += 3) {
            int frames = points[i + 2] + 150;
            toc.put((byte) points[i]).put((byte) 0x14).put((byte) 0).put((byte) points[i + 1]);
            toc.putInt(0).put((byte) (frames / 75 / 60)).put((byte) (frames / 75 % 60));
            toc.put((byte) (frames % 75));
        }
        return toc.array();
    }

    private static void insert(DriveBench bench, int mode) {
        bench.played.profile = 8;
        bench.played.raw = disc(mode);
        bench.played.gapLba = GAP;
        bench.played.gapEndLba = SECOND;
        bench.played.toc = toc(4, 1, 0, 0, 2, AUDIO, 4, 3, SECOND, 4, 0xAA, END);
        bench.played.fullToc =
                fullToc(1, 1, 0, 1, 2, AUDIO, 1, 0xA2, GAP, 2, 3, SECOND, 2, 0xA2, END);
    }

    /** Reads in pieces, as a rip does in the end: what fails is read sector by sector. */
    private byte[] image(Drive drive, int perRead) {
        var image = ByteBuffer.allocate(END * RAW);
        for (int lba = 0; lba < END; lba += perRead) {
            int sectors = Math.min(perRead, END - lba);
            if (drive.read(lba, sectors, buffer.clear()) instanceof ReadOutcome.Good(int bytes)) {
                image.put(lba * RAW, buffer, 0, bytes);
                continue;
            }
            for (int one = lba; one < lba + sectors; one++) {
                var outcome = drive.read(one, 1, buffer.clear());
                assertThat(outcome).as("sector %d", one).isEqualTo(new ReadOutcome.Good(RAW));
                image.put(one * RAW, buffer, 0, RAW);
            }
        }
        return image.array();
    }

    @Test
    void aMixedDiscComesWholeWithZerosBetweenItsSessions() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            Drive drive = bench.ready();
            assertThat(drive.sectorBytes()).isEqualTo(RAW);
            assertThat(drive.sectorCount()).isEqualTo(END);
            assertThat(drive.sectorsPerRead()).isEqualTo(27);
            byte[] expected = bench.played.raw.clone();
            Arrays.fill(expected, GAP * RAW, SECOND * RAW, (byte) 0);
            for (int perRead : new int[] {1, 26, 27, 64}) {
                assertThat(Arrays.mismatch(image(drive, perRead), expected)).isEqualTo(-1);
            }
            assertThat(bench.played.opcodes).doesNotContain(0x28, 0xA8);
        });
    }

    @Test
    void noCommandAsksForWhatLiesBetweenSessions() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            Drive drive = bench.ready();
            bench.played.opcodes.clear();
            assertThat(drive.read(GAP, 30, buffer.clear()))
                    .isEqualTo(new ReadOutcome.Good(30 * RAW));
            assertThat(bench.played.opcodes).isEmpty();
            assertThat(drive.read(GAP - 2, 4, buffer.clear()))
                    .isEqualTo(new ReadOutcome.Good(4 * RAW));
            assertThat(bench.played.opcodes).containsExactly(READ_CD);
        });
    }

    @Test
    void modesComeFromTheSectorsWhereTheDriveDoesNotTellThem() {
        DriveBench.with(bench -> {
            insert(bench, 2);
            Drive drive = bench.ready();
            assertThat(drive.medium().toc().orElseThrow().tracks())
                    .containsExactly(
                            new MediumTrack(1, 1, 0, AUDIO, 4, 2),
                            new MediumTrack(2, 1, AUDIO, GAP - AUDIO, 0, 0),
                            new MediumTrack(3, 2, SECOND, END - SECOND, 4, 2));
        });
    }

    @Test
    void dataInModeOneAloneIsReadAsEver() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            bench.played.toc = toc(4, 1, 0, 4, 0xAA, DriveBench.SECTORS);
            Drive drive = bench.ready();
            assertThat(drive.sectorBytes()).isEqualTo(2048);
            assertThat(bench.read(drive, 0, 16)).isEqualTo(new ReadOutcome.Good(16 * 2048));
        });
    }

    @Test
    void badSectorsAndTheEndAreToldAsEver() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            Drive drive = bench.ready();
            var sense = new Sense(3, 0x11, 5);
            bench.played.bad.put(40L, sense);
            assertThat(drive.read(30, 20, buffer.clear()))
                    .isEqualTo(new ReadOutcome.MediumError(sense));
            assertThat(drive.read(END, 1, buffer.clear())).isInstanceOf(ReadOutcome.Fault.class);
        });
    }

    private static byte[] content(ByteBuffer buffer, int bytes) {
        var content = new byte[bytes];
        buffer.get(0, content);
        return content;
    }

    @Test
    void tellsWhatItCouldNotCorrect() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            bench.played.uncorrected = Optional.of(Set.of(AUDIO + 3L, AUDIO + 40L));
            Drive drive = bench.ready();
            assertThat(drive.tellsErrors()).isTrue();
            var told = new BitSet();
            assertThat(drive.readTold(AUDIO, 60, buffer.clear(), told))
                    .isEqualTo(new ReadOutcome.Good(60 * RAW));
            assertThat(told.stream()).containsExactly(3, 40);
            assertThat(content(buffer, 60 * RAW))
                    .isEqualTo(
                            Arrays.copyOfRange(bench.played.raw, AUDIO * RAW, (AUDIO + 60) * RAW));
            assertThat(drive.readTold(AUDIO, 3, buffer.clear(), told))
                    .isEqualTo(new ReadOutcome.Good(3 * RAW));
            assertThat(told.isEmpty()).as("of the last read").isTrue();
        });
    }

    @Test
    void badSectorsAreToldThenToo() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            bench.played.uncorrected = Optional.of(Set.of());
            Drive drive = bench.ready();
            var sense = new Sense(3, 0x11, 5);
            bench.played.bad.put(AUDIO + 30L, sense);
            assertThat(drive.readTold(AUDIO, 60, buffer.clear(), new BitSet()))
                    .isEqualTo(new ReadOutcome.MediumError(sense));
            assertThat(drive.readTold(END, 1, buffer.clear(), new BitSet()))
                    .isInstanceOf(ReadOutcome.Fault.class);
        });
    }

    /** Some drives know the page and not the command. */
    @Test
    void aDriveThatRefusesIsNotAskedSoAgain() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            bench.played.claimsC2 = true;
            Drive drive = bench.ready();
            assertThat(drive.tellsErrors()).isTrue();
            assertThat(drive.readTold(AUDIO, 10, buffer.clear(), new BitSet()))
                    .isEqualTo(new ReadOutcome.Good(10 * RAW));
            assertThat(drive.tellsErrors()).isFalse();
        });
    }

    /** Or know neither the page nor the bits, and bring sectors as ever. */
    @Test
    void aDriveThatBringsOtherBytesIsReadAsEver() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            bench.played.claimsC2 = true;
            bench.played.ignoresC2 = true;
            Drive drive = bench.ready();
            assertThat(drive.readTold(AUDIO, 10, buffer.clear(), new BitSet()))
                    .isEqualTo(new ReadOutcome.Good(10 * RAW));
            assertThat(drive.tellsErrors()).isFalse();
            assertThat(content(buffer, 10 * RAW))
                    .isEqualTo(
                            Arrays.copyOfRange(bench.played.raw, AUDIO * RAW, (AUDIO + 10) * RAW));
        });
    }

    @Test
    void readsBeyondTheDiscWhereTheDriveDoes() {
        DriveBench.with(bench -> {
            insert(bench, 1);
            Drive drive = bench.ready();
            assertThat(drive.readBeyond(END, 2, buffer.clear()))
                    .isInstanceOf(ReadOutcome.Fault.class);
            assertThat(drive.readBeyond(-2, 2, buffer.clear()))
                    .isInstanceOf(ReadOutcome.Fault.class);
            bench.played.beyond = new byte[RAW];
            Arrays.fill(bench.played.beyond, (byte) 7);
            for (long lba : new long[] {END, -2}) {
                assertThat(drive.readBeyond(lba, 2, buffer.clear()))
                        .isEqualTo(new ReadOutcome.Good(2 * RAW));
                assertThat(content(buffer, 2 * RAW)).containsOnly(7);
            }
            assertThat(Arrays.copyOfRange(bench.played.lastCdb, 2, 6))
                    .as("two before the first")
                    .containsExactly(-1, -1, -1, -2);
        });
    }

    @Test
    void anotherDiscIsReadItsOwnWay() throws IOException {
        DriveBench.with(bench -> {
            insert(bench, 1);
            Drive drive = bench.ready();
            bench.played.toc = toc(4, 1, 0, 4, 0xAA, DriveBench.SECTORS);
            drive.awaitDisc(StopToken.never());
            assertThat(drive.sectorBytes()).isEqualTo(2048);
            assertThat(bench.read(drive, 0, 1)).isEqualTo(new ReadOutcome.Good(2048));
        });
    }
}
