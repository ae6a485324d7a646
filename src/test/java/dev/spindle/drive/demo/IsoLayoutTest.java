package dev.spindle.drive.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Where things lie on a volume, and the small pieces of its structures. */
@Tag("unit")
class IsoLayoutTest {
    private static IsoEntry.File file(String name, int bytes) {
        return new IsoEntry.File(name, bytes, IsoContent.of(new byte[bytes]));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void anEmptyVolumeIsStructuresAlone() {
        var layout = IsoLayout.of("X", List.of());
        assertThat(layout.sectors()).isEqualTo(21);
        assertThat(layout.firstFileLba()).isEqualTo(21);
        assertThat(layout.files()).isEmpty();
    }

    @Test
    void filesLieOneBehindTheOtherInWholeSectors() {
        var one = file("A", 1);
        var exact = file("B", 2048);
        var more = file("C", 2049);
        var empty = file("D", 0);
        var last = file("E", 1);
        var layout = IsoLayout.of("X", List.of(last, more, one, exact, empty));
        assertThat(layout.lba(one)).isEqualTo(21);
        assertThat(layout.lba(exact)).isEqualTo(22);
        assertThat(layout.lba(more)).isEqualTo(23);
        assertThat(layout.lba(empty)).isEqualTo(25);
        assertThat(layout.lba(last)).isEqualTo(25);
        assertThat(layout.sectors()).isEqualTo(26);
    }

    @Test
    void foldersComeBeforeAllFiles() {
        var inner = file("INNER", 10);
        var folder = new IsoEntry.Folder("B", List.of(inner));
        var outer = file("A", 10);
        var layout = IsoLayout.of("X", List.of(folder, outer));
        assertThat(layout.lba(folder)).isEqualTo(21);
        assertThat(layout.firstFileLba()).isEqualTo(22);
        assertThat(layout.lba(outer)).isEqualTo(22);
        assertThat(layout.lba(inner)).isEqualTo(23);
        assertThat(layout.root()).containsExactly(outer, folder);
    }

    @Test
    void recordsHaveAnEvenLength() {
        ByteBuffer into = ByteBuffer.allocate(200);
        IsoRecords.directoryRecord(into, ascii("AB"), 5, 6, false);
        assertThat(into.position()).isEqualTo(36);
        assertThat(into.get(0)).isEqualTo((byte) 36);
        assertThat(into.get(32)).isEqualTo((byte) 2);
        IsoRecords.directoryRecord(into, ascii("ABC"), 5, 6, true);
        assertThat(into.position()).isEqualTo(72);
        assertThat(into.get(25)).isZero();
        assertThat(into.get(36 + 25)).isEqualTo((byte) 2);
        assertThat(IsoRecords.pathRecordBytes(new byte[1])).isEqualTo(10);
        assertThat(IsoRecords.pathRecordBytes(new byte[2])).isEqualTo(10);
    }

    @Test
    void numbersStandInBothOrders() {
        ByteBuffer into = ByteBuffer.allocate(8);
        IsoRecords.both32(into, 0, 0x0102_0304L);
        assertThat(into.array()).containsExactly(4, 3, 2, 1, 1, 2, 3, 4);
        IsoRecords.both16(into, 0, 0x0A0B);
        assertThat(into.array()).startsWith(0x0B, 0x0A, 0x0A, 0x0B);
    }

    @Test
    void textIsPaddedWithSpaces() {
        ByteBuffer into = ByteBuffer.allocate(6);
        IsoRecords.text(into, 1, 4, "AB");
        assertThat(into.array()).containsExactly(0, 'A', 'B', ' ', ' ', 0);
    }

    @Test
    void noiseIsTheSameFromWhereverItIsRead() {
        var noise = IsoContent.noise(7);
        ByteBuffer whole = ByteBuffer.allocate(64);
        noise.fill(0, whole);
        for (int at = 0; at < 24; at++) {
            ByteBuffer part = ByteBuffer.allocate(19);
            noise.fill(at, part);
            assertThat(part.flip()).isEqualTo(whole.slice(at, 19));
        }
        ByteBuffer other = ByteBuffer.allocate(64);
        IsoContent.noise(8).fill(0, other);
        assertThat(other.flip()).isNotEqualTo(whole.flip());
    }
}
