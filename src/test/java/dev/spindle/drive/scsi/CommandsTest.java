package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.scsi.ScsiCommand;
import dev.spindle.os.scsi.ScsiCommand.Direction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Commands byte by byte, as the standards and the kernel write them. */
@Tag("unit")
class CommandsTest {
    private static void assertBytes(ScsiCommand command, String bytes) {
        assertThat(command.toString()).isEqualTo(bytes);
    }

    @Test
    void questionsAboutTheDrive() {
        assertBytes(Queries.testUnitReady(), "00 00 00 00 00 00");
        assertBytes(Queries.inquiry(), "12 00 00 00 60 00");
        assertBytes(Queries.unitSerial(), "12 01 80 00 fc 00");
        assertBytes(Queries.modePage(0x2A), "5a 08 2a 00 00 00 00 01 00 00");
        assertBytes(Queries.mediaEvent(), "4a 01 00 00 10 00 00 00 08 00");
    }

    @Test
    void questionsAboutTheDisc() {
        assertBytes(Queries.capacity(), "25 00 00 00 00 00 00 00 00 00");
        assertBytes(Queries.configuration(4096), "46 01 00 00 00 00 00 10 00 00");
        assertBytes(Queries.discInformation(64), "51 00 00 00 00 00 00 00 40 00");
        assertBytes(Queries.trackInformation(2, 64), "52 01 00 00 00 02 00 00 40 00");
        assertBytes(Queries.toc(0, 4096), "43 00 00 00 00 00 00 10 00 00");
        assertBytes(Queries.sessions(12), "43 00 01 00 00 00 00 00 0c 00");
        assertBytes(Queries.fullToc(4096), "43 02 02 00 00 00 01 10 00 00");
        assertBytes(Queries.dvdPhysicalFormat(2052), "ad 00 00 00 00 00 00 00 08 04 00 00");
        assertBytes(Queries.dvdCopyright(8), "ad 00 00 00 00 00 00 01 00 08 00 00");
        assertBytes(Queries.bluRayInformation(4100), "ad 01 00 00 00 00 00 00 10 04 00 00");
    }

    @Test
    void reads() {
        assertBytes(Reads.read10(0x01020304, 0x0120), "28 00 01 02 03 04 00 01 20 00");
        assertBytes(Reads.read12(0xFFFFFFFEL, 1), "a8 00 ff ff ff fe 00 00 00 01 00 00");
        assertBytes(Reads.readCd(0x1234, 26), "be 00 00 00 12 34 00 00 1a f8 00 00");
        assertBytes(Reads.readCdWithC2(0x1234, 24), "be 00 00 00 12 34 00 00 18 fa 00 00");
        assertBytes(Reads.readCdBeyond(-2, 2), "be 04 ff ff ff fe 00 00 02 f8 00 00");
    }

    @Test
    void whatNoReadCanAskForIsRefused() {
        for (long lba : new long[] {-1, 1L << 32}) {
            assertThatThrownBy(() -> Reads.read10(lba, 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (int sectors : new int[] {0, -1, 65536}) {
            assertThatThrownBy(() -> Reads.readCd(0, sectors))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void settings() {
        assertBytes(
                Controls.setCdSpeed(OptionalLong.of(706_000)),
                "bb 00 02 c2 ff ff 00 00 00 00 00 00");
        assertBytes(
                Controls.setCdSpeed(OptionalLong.empty()), "bb 00 ff ff ff ff 00 00 00 00 00 00");
        assertBytes(
                Controls.setCdSpeed(OptionalLong.of(100_000_000)),
                "bb 00 ff ff ff ff 00 00 00 00 00 00");
        assertBytes(Controls.setStreaming(), "b6 00 00 00 00 00 00 00 00 00 1c 00");
        assertBytes(Controls.modeSelect(20), "55 10 00 00 00 00 00 00 14 00");
    }

    @Test
    void theStreamDescriptorTellsKilobytesInASecondForAllSectors() {
        assertThat(Controls.streamDescriptor(OptionalLong.of(5_540_000), 0x22_0000))
                .isEqualTo(
                        Hex.bytes(
                                "00000000 00000000 00220000 000015A4",
                                "000003E8 000015A4 000003E8"));
        assertThat(Controls.streamDescriptor(OptionalLong.empty(), 9))
                .isEqualTo(
                        Hex.bytes(
                                "00000000 00000000 00000009 10000000",
                                "000003E8 10000000 000003E8"));
    }

    @Test
    void theDoor() {
        assertBytes(Controls.lock(true), "1e 00 00 00 01 00");
        assertBytes(Controls.lock(false), "1e 00 00 00 00 00");
        assertBytes(Controls.eject(), "1b 00 00 00 02 00");
        assertBytes(Controls.load(), "1b 00 00 00 03 00");
        assertBytes(Controls.start(), "1b 00 00 00 01 00");
    }

    /** REPORT KEY, SEND KEY, SECURITY PROTOCOL IN and OUT, and structures that hold keys. */
    @Test
    void noCommandIsAboutKeys() {
        var opcodes =
                List.of(
                        Queries.dvdCopyright(8),
                        Queries.dvdPhysicalFormat(8),
                        Queries.bluRayInformation(8),
                        Queries.configuration(8),
                        Reads.read10(0, 1),
                        Controls.setStreaming());
        assertThat(opcodes)
                .extracting(ScsiCommand::opcode)
                .doesNotContainAnyElementsOf(Set.of(0xA4, 0xA3, 0xA2, 0xB5, 0xBF));
    }

    @Test
    void dataGoTheRightWay() {
        assertThat(Queries.testUnitReady().direction()).isEqualTo(Direction.NONE);
        assertThat(Queries.capacity().direction()).isEqualTo(Direction.FROM_DEVICE);
        assertThat(Controls.setStreaming().direction()).isEqualTo(Direction.TO_DEVICE);
        assertThat(Controls.lock(true).direction()).isEqualTo(Direction.NONE);
    }

    @Test
    void everyCommandHasItsTime() {
        assertThat(Reads.read10(0, 1).timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(Queries.testUnitReady().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(Controls.eject().timeout()).isEqualTo(Duration.ofSeconds(60));
    }
}
