package dev.spindle.disc.iso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.iso.IsoImage.Place;
import dev.spindle.disc.sector.Sector;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

/** One record of a directory, whole or damaged, and the entries behind its name. */
@Tag("unit")
class DirectoryRecordTest {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static DirectoryRecord at(int offset, byte[] record) {
        byte[] sector = new byte[2048];
        System.arraycopy(record, 0, sector, offset, Math.min(record.length, 2048 - offset));
        return new DirectoryRecord(new Sector(sector), offset);
    }

    private static byte[] record(String name, byte[]... systemUse) {
        return IsoImage.record(new Place(100, 5000, 0), ascii(name), systemUse);
    }

    private static DirectoryRecord changed(int at, int to) {
        byte[] record = record("AB");
        record[at] = (byte) to;
        return at(0, record);
    }

    @Test
    void aRecordTellsWhatStandsInIt() {
        var record = at(40, record("README.TXT;1"));
        assertThat(record.isWhole()).isTrue();
        assertThat(record.firstBlock()).isEqualTo(100);
        assertThat(record.dataBytes()).isEqualTo(5000);
        assertThat(record.agrees()).isTrue();
        assertThat(new String(record.name(), StandardCharsets.US_ASCII)).isEqualTo("README.TXT;1");
        assertThat(record.isFolder()).isFalse();
        assertThat(record.recorded().orElseThrow()).hasToString("2026-11-20T12:41:42Z");
    }

    @ParameterizedTest
    @CsvSource({
        // offset of the byte that is changed, what to; the record of "AB" has 36 bytes
        "0, 36, true",
        "0, 35, true",
        "0, 34, false",
        "0, 33, false",
        "0, 0, false",
        "32, 3, true",
        "32, 4, false",
        "32, 0, false",
        "32, 255, false"
    })
    void itsNameMustEndInIt(int at, int to, boolean isWhole) {
        assertThat(changed(at, to).isWhole()).isEqualTo(isWhole);
    }

    @Test
    void itMustEndInItsSector() {
        byte[] record = record("AB");
        assertThat(at(2048 - record.length, record).isWhole()).isTrue();
        assertThat(at(2048 - record.length + 2, record).isWhole()).isFalse();
    }

    @Test
    void bothByteOrdersMustSayTheSame() {
        assertThat(changed(5, 1).agrees()).as("place, little-endian").isFalse();
        assertThat(changed(9, 1).agrees()).as("place, big-endian").isFalse();
        assertThat(changed(13, 1).agrees()).as("length, little-endian").isFalse();
        assertThat(changed(17, 1).agrees()).as("length, big-endian").isFalse();
        assertThat(changed(25, 2).agrees()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0x02, true, false, false",
        "0x04, false, true, false",
        "0x80, false, false, true",
        "0x86, true, true, true",
        "0x79, false, false, false"
    })
    void flagsAreBits(String flags, boolean folder, boolean associated, boolean more) {
        var record = changed(25, Integer.decode(flags));
        assertThat(record.isFolder()).isEqualTo(folder);
        assertThat(record.isAssociated()).isEqualTo(associated);
        assertThat(record.hasMoreExtents()).isEqualTo(more);
    }

    @Test
    void unitOrGapMeansInterleaved() {
        assertThat(changed(26, 1).isInterleaved()).isTrue();
        assertThat(changed(27, 1).isInterleaved()).isTrue();
        assertThat(at(0, record("AB")).isInterleaved()).isFalse();
    }

    @Test
    void theFolderItselfAndTheOneAboveHaveNoName() {
        assertThat(at(0, record("\0")).isSelf()).isTrue();
        assertThat(at(0, record("\0")).isParent()).isFalse();
        assertThat(at(0, record("\1")).isParent()).isTrue();
        assertThat(at(0, record("\1")).isSelf()).isFalse();
        assertThat(at(0, record("\0\0")).isSelf()).isFalse();
        assertThat(at(0, record("\2")).isSelf() || at(0, record("\2")).isParent()).isFalse();
    }

    @Test
    void systemUseBeginsBehindThePadding() {
        byte[] use = {1, 2, 3};
        assertThat(at(0, record("A", use)).systemUse()).containsExactly(1, 2, 3);
        assertThat(at(0, record("AB", use)).systemUse()).containsExactly(1, 2, 3);
        assertThat(at(0, record("A")).systemUse()).isEmpty();
        assertThat(changed(0, 35).systemUse()).as("without its padding").isEmpty();
    }

    @Test
    void anEntryHasNothingBehindItsEnd() {
        byte[] area = {'P', 'X', 8, 1, -1, -1, -1, -1, 9, 9};
        var entry = new SystemUseEntry(area, 0);
        assertThat(entry.is("PX")).isTrue();
        assertThat(entry.is("PN")).isFalse();
        assertThat(entry.u32(4)).isEqualTo(0xFFFF_FFFFL);
        assertThat(entry.u32(6)).isEqualTo(0xFFFF);
        assertThat(entry.u8(8)).isZero();
        assertThat(entry.bytes(6, 100)).containsExactly(-1, -1);
        assertThat(entry.bytes(8, 10)).isEmpty();
        assertThat(entry.bytes(9, 4)).isEmpty();
    }
}
