package dev.spindle.audio.track;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.writeback.WholeWrite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes the tags of a FLAC file in place of those that the encoder left, with what remains of the
 * room behind them as padding (RFC 9639, 8: metadata blocks; 8.6: Vorbis comment). For the thread
 * that owns the file.
 */
record FlacTags(StorageFile file) {
    /** For tags and for changes of them; far more than any has. */
    static final int ROOM_BYTES = 32 << 10;

    private static final int MARK_BYTES = 4;
    private static final int HEAD_BYTES = 4;
    private static final int LAST = 0x80;
    private static final int TYPE = 0x7F;
    private static final int PADDING = 1;
    private static final int COMMENT = 4;
    private static final int PICTURE = 6;
    private static final int MOST_BLOCKS = 64;

    /**
     * A block that can be written over: where its head begins, and how long it is with its head.
     */
    private record Room(long start, int bytes, boolean isLast) {}

    /** How much room tags and this picture need. */
    static int roomBytes(Optional<Cover> cover) {
        return ROOM_BYTES + cover.map(picture -> HEAD_BYTES + picture.flacBlock().length).orElse(0);
    }

    /** The vendor's name is kept. */
    void write(List<String> tags, Optional<Cover> cover) throws IOException {
        long at = MARK_BYTES;
        byte[] vendor = new byte[0];
        long start = -1;
        for (int i = 0; i < MOST_BLOCKS; i++) {
            byte[] head = read(at, HEAD_BYTES);
            int type = head[0] & TYPE;
            int bytes = HEAD_BYTES + length(head);
            boolean isLast = (head[0] & LAST) != 0;
            if (type == COMMENT) {
                vendor = vendor(read(at + HEAD_BYTES, length(head)));
                start = at;
            } else if (type == PADDING && start >= 0) {
                var room = new Room(start, (int) (at + bytes - start), isLast);
                replace(room, comment(vendor, tags), cover.map(Cover::flacBlock));
                return;
            } else if (start >= 0) {
                break;
            }
            if (isLast) {
                break;
            }
            at += bytes;
        }
        throw new IOException("flac has left no room for tags in " + file.path());
    }

    private void replace(Room room, byte[] comment, Optional<byte[]> picture) throws IOException {
        int pictureBytes = picture.map(block -> HEAD_BYTES + block.length).orElse(0);
        int padding = room.bytes() - 2 * HEAD_BYTES - comment.length - pictureBytes;
        if (padding < 0) {
            throw new IOException("the tags of " + file.path() + " are too long");
        }
        var blocks = ByteBuffer.allocateDirect(room.bytes());
        blocks.putInt((COMMENT << 24) | comment.length).put(comment);
        picture.ifPresent(block -> blocks.putInt((PICTURE << 24) | block.length).put(block));
        blocks.putInt(((room.isLast() ? LAST | PADDING : PADDING) << 24) | padding);
        blocks.put(new byte[padding]).flip();
        WholeWrite.run(blocks, room.start(), file.path(), file::write);
    }

    /** Lengths in it are little-endian, unlike all others. */
    private static byte[] comment(byte[] vendor, List<String> tags) {
        var text = new ByteArrayOutputStream();
        add(text, vendor);
        text.writeBytes(little(tags.size()));
        for (String tag : tags) {
            add(text, tag.getBytes(StandardCharsets.UTF_8));
        }
        return text.toByteArray();
    }

    private static void add(ByteArrayOutputStream text, byte[] words) {
        text.writeBytes(little(words.length));
        text.writeBytes(words);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(Integer.reverseBytes(number)).array();
    }

    private static byte[] vendor(byte[] comment) {
        int length = Integer.reverseBytes(ByteBuffer.wrap(comment).getInt());
        var vendor = new byte[Math.clamp(length, 0, comment.length - Integer.BYTES)];
        System.arraycopy(comment, Integer.BYTES, vendor, 0, vendor.length);
        return vendor;
    }

    private static int length(byte[] head) {
        return ((head[1] & 0xFF) << 16) | ((head[2] & 0xFF) << 8) | (head[3] & 0xFF);
    }

    private byte[] read(long at, int bytes) throws IOException {
        var buffer = ByteBuffer.allocateDirect(bytes);
        while (buffer.hasRemaining()) {
            int got = file.read(buffer, at + buffer.position());
            if (got <= 0) {
                throw new OsException(Errno.EIO, "the file ended at byte " + at, file.path());
            }
            buffer.position(buffer.position() + got);
        }
        var content = new byte[bytes];
        buffer.get(0, content);
        return content;
    }
}
