package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.medium.MusicText;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** CD-Text in packs: texts that run on from pack to pack, packs that are lost, other alphabets. */
@Tag("unit")
final class CdTextTest {
    /** Packs as they are mastered. */
    private static final class Packs {
        final List<byte[]> all = new ArrayList<>();

        /** Texts of one type; the first is the disc's. */
        Packs texts(int type, int block, byte[] letters, int width) {
            int textStart = 0;
            int track = 0;
            for (int at = 0; at < letters.length; at += 12) {
                var pack = new byte[18];
                pack[0] = (byte) type;
                pack[1] = (byte) track;
                pack[2] = (byte) all.size();
                int before = Math.min(15, (at - textStart) / width);
                pack[3] = (byte) ((width == 2 ? 0x80 : 0) | (block << 4) | before);
                int length = Math.min(12, letters.length - at);
                System.arraycopy(letters, at, pack, 4, length);
                for (int i = at; i + width <= at + length; i += width) {
                    if (letters[i] == 0 && letters[i + width - 1] == 0) {
                        track++;
                        textStart = i + width;
                    }
                }
                add(pack);
            }
            return this;
        }

        Packs latin(int type, String texts) {
            return texts(type, 0, texts.getBytes(StandardCharsets.ISO_8859_1), 1);
        }

        void add(byte... pack) {
            int crc = Crc16.of(pack, 0, 16);
            pack[16] = (byte) (crc >> 8);
            pack[17] = (byte) crc;
            all.add(pack);
        }

        byte[] reply() {
            var reply = ByteBuffer.allocate(4 + all.size() * 18);
            reply.putShort((short) (reply.capacity() - 2)).putShort((short) 0);
            all.forEach(reply::put);
            return reply.array();
        }
    }

    /** The check value of CRC-16/GSM (reveng's catalogue). */
    @Test
    void theChecksumIsTheOneThatIsKnown() {
        byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
        assertThat(Crc16.of(check, 0, check.length)).isEqualTo(0xCE3C);
    }

    @Test
    void textsRunOnFromPackToPack() throws Exception {
        var packs =
                new Packs()
                        .latin(0x80, "A rather long name of an album\0Eins\0\0Drei und noch mehr\0")
                        .latin(0x81, "Björk\0\t\0\t\0Gast\0")
                        .latin(0x82, "\0\0Someone\0");
        assertThat(CdText.parse(packs.reply()).texts())
                .containsOnlyKeys(0, 1, 2, 3)
                .containsEntry(0, new MusicText("A rather long name of an album", "Björk", ""))
                .containsEntry(1, new MusicText("Eins", "Björk", ""))
                .containsEntry(2, new MusicText("", "Björk", "Someone"))
                .containsEntry(3, new MusicText("Drei und noch mehr", "Gast", ""));
    }

    @Test
    void aPackThatIsDamagedCostsTheTextsInItAndNoOther() throws Exception {
        var packs = new Packs().latin(0x80, "An album of songs\0First one\0Second\0Third song\0");
        packs.all.get(1)[5] ^= 1;
        var titles = CdText.parse(packs.reply()).texts();
        assertThat(titles).doesNotContainKeys(0, 1).containsKey(3);
        assertThat(titles).containsEntry(3, new MusicText("Third song", "", ""));
    }

    @Test
    void drivesMayLeaveTheChecksumOut() throws Exception {
        var packs = new Packs().latin(0x80, "Album\0One\0");
        packs.all.getFirst()[16] = 0;
        packs.all.getFirst()[17] = 0;
        assertThat(CdText.parse(packs.reply()).texts())
                .containsEntry(1, new MusicText("One", "", ""));
    }

    @Test
    void onlyTheFirstLanguageCounts() throws Exception {
        var packs = new Packs().latin(0x80, "English\0");
        packs.texts(0x80, 1, "Deutsch\0".getBytes(StandardCharsets.ISO_8859_1), 1);
        assertThat(CdText.parse(packs.reply()).texts())
                .containsOnly(java.util.Map.entry(0, new MusicText("English", "", "")));
    }

    @Test
    void japaneseHasTwoBytesForALetter() throws Exception {
        var packs = new Packs();
        byte[] letters = "音楽\0曲\0".getBytes(Charset.forName("windows-31j"));
        var wide = ByteBuffer.allocate(letters.length + 2);
        for (byte letter : letters) {
            wide.put(letter);
            if (letter == 0) {
                wide.put((byte) 0);
            }
        }
        packs.texts(0x80, 0, wide.array(), 2);
        var sizes = new byte[18];
        sizes[0] = (byte) 0x8F;
        sizes[4] = (byte) 0x80;
        packs.add(sizes);
        var texts = CdText.parse(packs.reply()).texts();
        assertThat(texts)
                .containsEntry(0, new MusicText("音楽", "", ""))
                .containsEntry(1, new MusicText("曲", "", ""));
    }

    @Test
    void anEmptyReplyHasNoTexts() throws Exception {
        assertThat(CdText.parse(new byte[] {0, 2, 0, 0}).texts()).isEmpty();
        assertThat(CdText.parse(new byte[] {0, 2, 0, 0, 1, 2, 3}).texts()).isEmpty();
        assertThatThrownBy(() -> CdText.parse(new byte[0])).isInstanceOf(BadReplyException.class);
    }
}
