package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.medium.MediumState;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.OptionalLong;
import java.util.Set;

/** Replies put together from the layouts that the standards print. */
@Tag("unit")
class RepliesTest {
    @Test
    void whoADriveIs() throws Exception {
        byte[] bytes =
                Hex.bytes(
                        "05 80 05 02 5B 00 00 00",
                        "50494F4E45455220",
                        "42442D5257202020 4244522D32303944",
                        "312E3530");
        assertThat(Inquiry.parse(bytes))
                .isEqualTo(new Inquiry(5, true, "PIONEER", "BD-RW   BDR-209D", "1.50"));
    }

    @Test
    void theSerialNumber() throws Exception {
        assertThat(Inquiry.serial(Hex.bytes("05 80 00 0C 20204B48 42313233 34353637")))
                .isEqualTo("KHB1234567");
        assertThat(Inquiry.serial(Hex.bytes("05 80 00 00"))).isEmpty();
        assertThatThrownBy(() -> Inquiry.serial(Hex.bytes("05 83 00 04 01020304")))
                .isInstanceOf(BadReplyException.class)
                .hasMessageContaining("INQUIRY page 80h");
    }

    @Test
    void howMuchADiscHolds() throws Exception {
        // A 25 GB Blu-ray disc.
        Capacity capacity = Capacity.parse(Hex.bytes("00BA73FF 00000800"));
        assertThat(capacity).isEqualTo(new Capacity(12_219_392, 2048));
        assertThat(capacity.isUsual()).isTrue();
        assertThat(Capacity.parse(Hex.bytes("FFFFFFFF 00000200")))
                .isEqualTo(new Capacity(1L << 32, 512));
        assertThatThrownBy(() -> Capacity.parse(Hex.bytes("00000000 FFFFFFFF")))
                .isInstanceOf(BadReplyException.class);
    }

    /** A drive with a DVD-ROM in it: profiles, core, random readable, DVD read, and CSS. */
    @Test
    void whatDriveAndDiscCanDo() throws Exception {
        byte[] bytes =
                Hex.bytes(
                        "0000003C 0000 0010",
                        "0000 03 08 0040 00 00 0010 01 00",
                        "0001 0B 08 00000002 01000000",
                        "0010 01 08 00000800 00100100",
                        "001E 08 04 03000000",
                        "001F 05 00",
                        "0106 01 04 00000001");
        assertThat(Configuration.parse(bytes))
                .isEqualTo(new Configuration(0x10, Set.of(0, 1, 0x10, 0x1F, 0x106)));
    }

    @Test
    void featuresBehindTheLengthDoNotCount() throws Exception {
        assertThat(Configuration.parse(Hex.bytes("00000008 0000 0040 0040 01 00 010D 01 00")))
                .isEqualTo(new Configuration(0x40, Set.of(0x40)));
    }

    @Test
    void howARecordableDiscStands() throws Exception {
        // A CD-RW that was closed after two sessions; then a blank one.
        assertThat(DiscState.parse(Hex.bytes("0020 1E 01 02 03 03 20 00 00 00 00")))
                .isEqualTo(new MediumState(2, true, 2));
        assertThat(DiscState.parse(Hex.bytes("0020 10 01 01 01 01 00 00 00 00 00")))
                .isEqualTo(new MediumState(0, true, 1));
    }

    @Test
    void aTrack() throws Exception {
        byte[] bytes =
                Hex.bytes(
                        "0022 02 01 00 04 02 02",
                        "00003A98 00000000 00000000 00000000 00001234 00004CCB 00 00 0000");
        assertThat(TrackInformation.parse(bytes))
                .isEqualTo(new TrackInformation(2, 1, 4, 2, false, 15_000, 0x1234));
    }

    @Test
    void whatProtectsADvd() throws Exception {
        assertThat(DiscStructures.copyright(Hex.bytes("0006 0000 01 FD 0000")))
                .isEqualTo(new DiscStructures.Copyright(1, 0xFD));
    }

    /** A DVD-Video of two layers, the second one running back. */
    @Test
    void howADvdIsBuilt() throws Exception {
        assertThat(
                        DiscStructures.dvdFormat(
                                Hex.bytes("0802 0000 02 02 31 10 00030000 00FBFFFF 0021EE6F 00")))
                .isEqualTo(new DiscStructures.DvdFormat(0, 2, true, 0x030000, 0xFBFFFF, 0x21EE6F));
    }

    @Test
    void whereTheSecondLayerBegins() {
        assertThat(new DiscStructures.DvdFormat(0, 2, true, 0x030000, 0xFBFFFF, 0x21EE6F))
                .extracting(DiscStructures.DvdFormat::layerBreakLba)
                .isEqualTo(OptionalLong.of(0x1EEE70));
        assertThat(new DiscStructures.DvdFormat(0, 1, false, 0x030000, 0x21EE6F, 0))
                .extracting(DiscStructures.DvdFormat::layerBreakLba)
                .isEqualTo(OptionalLong.empty());
        assertThat(new DiscStructures.DvdFormat(0, 2, false, 0x030000, 0x21EE6F, 0))
                .extracting(DiscStructures.DvdFormat::layerBreakLba)
                .isEqualTo(OptionalLong.empty());
    }

    @Test
    void whatABluRayDiscSays() throws Exception {
        byte[] bytes =
                Hex.bytes(
                        "1002 0000",
                        "4449 01 08 00 20 00 00 42444F 01 21 000000",
                        "00000000 00BA7400");
        assertThat(DiscStructures.bluRay(bytes)).isEqualTo(new DiscStructures.BluRay("BDO", 2));
        assertThatThrownBy(() -> DiscStructures.bluRay(new byte[100]))
                .isInstanceOf(BadReplyException.class);
    }

    /** The capabilities page of QEMU's drive, behind a head without block descriptors. */
    @Test
    void whatADriveCanDo() throws Exception {
        byte[] bytes =
                Hex.bytes(
                        "001A 70 00 0000 0000",
                        "2A 12 3B 00 71 60 29 00 1B90 0002 0200 1B90 0000 0000");
        assertThat(ModePages.capabilities(bytes))
                .isEqualTo(
                        new ModePages.Capabilities(
                                true, false, false, true, true, true, 7_056_000, 512));
    }

    @Test
    void aPageIsFoundBehindBlockDescriptors() throws Exception {
        byte[] bytes = Hex.bytes("0016 70 00 0000 0008 0102030405060708 01 06 20 05 00000000");
        assertThat(ModePages.errorRecovery(bytes)).isEqualTo(new ModePages.ErrorRecovery(0x20, 5));
        assertThatThrownBy(() -> ModePages.capabilities(bytes))
                .isInstanceOf(BadReplyException.class)
                .hasMessageContaining("another page");
    }

    @Test
    void onlyTheRetriesOfTheRecoveryPageAreChanged() throws Exception {
        byte[] sensed = Hex.bytes("0016 70 00 0000 0000 81 0A 20 05 00 00 00 00 01 00 FFFF");
        assertThat(ModePages.withRetries(sensed, 1))
                .isEqualTo(Hex.bytes("0000 00 00 0000 0000 01 0A 20 01 00 00 00 00 01 00 FFFF"));
        assertThatThrownBy(() -> ModePages.withRetries(Hex.bytes("0016 70 00 0000 0000 01 0A"), 1))
                .isInstanceOf(BadReplyException.class);
    }

    @Test
    void whatHappenedToTheDisc() throws Exception {
        assertThat(MediaEvent.parse(Hex.bytes("0006 04 10 02 02 0000")))
                .isEqualTo(new MediaEvent(2, false, true));
        assertThat(MediaEvent.parse(Hex.bytes("0006 04 10 01 01 0000")))
                .isEqualTo(new MediaEvent(1, true, false));
        assertThatThrownBy(() -> MediaEvent.parse(Hex.bytes("0006 80 10 00 00 0000")))
                .isInstanceOf(BadReplyException.class);
    }
}
