package dev.spindle.drive.scsi;

import dev.spindle.drive.medium.MusicText;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The words of CD-Text (MMC-6, READ TOC/PMA/ATIP format 5; libburn doc/cdtext.txt): packs of 18
 * bytes, each a piece of the texts of one type, one text for the disc and one for each track. Of
 * several languages the first one counts. Packs whose CRC is wrong are left out, and with them the
 * texts that they have a part of.
 *
 * @param texts by track number; 0 for the disc
 */
public record CdText(Map<Integer, MusicText> texts) {
    private static final int HEAD_BYTES = 4;
    private static final int PACK_BYTES = 18;
    private static final int TEXT_AT = 4;
    private static final int TEXT_BYTES = 12;
    private static final int CRC_AT = 16;
    private static final int TITLE = 0x80;
    private static final int PERFORMER = 0x81;
    private static final int SONGWRITER = 0x82;
    private static final int SIZES = 0x8F;
    private static final int MS_JIS = 0x80;
    private static final int DOUBLE_BYTE = 0x80;

    public CdText {
        texts = Map.copyOf(texts);
    }

    public static CdText parse(byte[] bytes) throws BadReplyException {
        var reply = new Reply(bytes, "READ TOC format 5").upToLength16();
        Charset charset = charset(reply);
        var titles = new Texts(charset).read(reply, TITLE);
        var performers = new Texts(charset).read(reply, PERFORMER);
        var songwriters = new Texts(charset).read(reply, SONGWRITER);
        var tracks = new TreeSet<>(titles.keySet());
        tracks.addAll(performers.keySet());
        tracks.addAll(songwriters.keySet());
        var texts = new TreeMap<Integer, MusicText>();
        for (int track : tracks) {
            texts.put(
                    track,
                    new MusicText(
                            titles.getOrDefault(track, ""),
                            performers.getOrDefault(track, ""),
                            songwriters.getOrDefault(track, "")));
        }
        return new CdText(texts);
    }

    /** By the first pack of sizes; ISO 8859-1 where there is none. */
    private static Charset charset(Reply reply) throws BadReplyException {
        for (int at = HEAD_BYTES; at + PACK_BYTES <= reply.length(); at += PACK_BYTES) {
            if (reply.u8(at) == SIZES && reply.u8(at + 1) == 0 && block(reply, at) == 0) {
                boolean isJapanese = reply.u8(at + TEXT_AT) == MS_JIS;
                return isJapanese && Charset.isSupported("windows-31j")
                        ? Charset.forName("windows-31j")
                        : StandardCharsets.ISO_8859_1;
            }
        }
        return StandardCharsets.ISO_8859_1;
    }

    private static int block(Reply reply, int at) throws BadReplyException {
        return reply.u8(at + 3) >> 4 & 7;
    }

    /** The texts of one type. */
    private static final class Texts {
        private final Charset charset;
        private final Map<Integer, String> found = new TreeMap<>();
        private final ByteArrayOutputStream text = new ByteArrayOutputStream();
        private boolean isWhole = true;
        private int track;

        Texts(Charset charset) {
            this.charset = charset;
        }

        Map<Integer, String> read(Reply reply, int type) throws BadReplyException {
            int next = -1;
            for (int at = HEAD_BYTES; at + PACK_BYTES <= reply.length(); at += PACK_BYTES) {
                if (reply.u8(at) != type || block(reply, at) != 0 || !isSound(reply, at)) {
                    continue;
                }
                int sequence = reply.u8(at + 2);
                if (sequence != next) {
                    // The first one, or one is missing: what has begun can't be finished.
                    text.reset();
                    track = reply.u8(at + 1);
                    isWhole = (reply.u8(at + 3) & 0xF) == 0;
                }
                next = sequence + 1;
                take(reply, at);
            }
            return found;
        }

        private void take(Reply reply, int at) throws BadReplyException {
            int width = (reply.u8(at + 3) & DOUBLE_BYTE) == 0 ? 1 : 2;
            for (int i = 0; i < TEXT_BYTES; i += width) {
                int first = reply.u8(at + TEXT_AT + i);
                int second = width == 1 ? 0 : reply.u8(at + TEXT_AT + i + 1);
                if (first == 0 && second == 0) {
                    end();
                } else {
                    text.write(first);
                    if (width == 2) {
                        text.write(second);
                    }
                }
            }
        }

        private void end() {
            String words = text.toString(charset).strip();
            boolean isSame =
                    Arrays.equals(text.toByteArray(), new byte[] {'\t'})
                            || Arrays.equals(text.toByteArray(), new byte[] {'\t', '\t'});
            if (isWhole && track <= TocEntry.LAST_TRACK && text.size() > 0) {
                found.put(track, isSame ? found.getOrDefault(track - 1, "") : words);
            }
            text.reset();
            isWhole = true;
            track++;
        }
    }

    /** Some drives leave the CRC out: zeros. */
    private static boolean isSound(Reply reply, int at) throws BadReplyException {
        int told = reply.u16(at + CRC_AT);
        return told == 0 || told == reply.crc16(at, CRC_AT);
    }
}
