package dev.spindle.audio.track;

import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The picture of an album: JPEG or PNG, told by its first bytes. Immutable. */
public final class Cover {
    /** A block of a FLAC file ends at 16 MiB; no picture of a cover is near that. */
    public static final int MOST_BYTES = 8 << 20;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Front of the album (RFC 9639, 8.8: picture types, as in ID3v2). */
    private static final int FRONT = 3;

    private final byte[] content;
    private final boolean isJpeg;

    private Cover(byte[] content, boolean isJpeg) {
        this.content = content;
        this.isJpeg = isJpeg;
    }

    /**
     * Takes a picture.
     *
     * @throws IOException where it is none, or too large
     */
    public static Cover of(byte[] content) throws IOException {
        if (content.length > MOST_BYTES) {
            throw new IOException("the picture is larger than 8 MiB; take a smaller one");
        }
        boolean isJpeg = begins(content, JPEG);
        if (!isJpeg && !begins(content, PNG)) {
            throw new IOException("the picture is neither a JPEG nor a PNG; take another");
        }
        return new Cover(content.clone(), isJpeg);
    }

    /** Where the front of a release lies (Cover Art Archive, API: 500 pixels). */
    public static URI address(URI server, String release) {
        return URI.create(server + "/release/" + release + "/front-500");
    }

    private static boolean begins(byte[] content, byte[] mark) {
        return content.length > mark.length
                && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
    }

    /**
     * Reads one. Makes file calls.
     *
     * @param path absolute
     */
    public static Cover read(Storage storage, String path) throws IOException {
        long bytes = storage.lookUp(path).map(facts -> facts.sizeBytes()).orElse(0L);
        if (bytes == 0) {
            throw new IOException("there is no picture " + path + "; name another");
        }
        if (bytes > MOST_BYTES) {
            throw new IOException("the picture is larger than 8 MiB; take a smaller one");
        }
        var buffer = ByteBuffer.allocateDirect((int) bytes);
        StorageFile file = storage.open(path, Storage.How.READ);
        try {
            while (buffer.hasRemaining()) {
                int got = file.read(buffer, buffer.position());
                if (got <= 0) {
                    break;
                }
                buffer.position(buffer.position() + got);
            }
        } finally {
            file.close();
        }
        var content = new byte[buffer.position()];
        buffer.get(0, content);
        return of(content);
    }

    /** What the file beside the tracks is called. */
    public String fileName() {
        return isJpeg ? "cover.jpg" : "cover.png";
    }

    /** Its bytes. */
    public ByteBuffer content() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    /** The block of a FLAC file that holds it, without the block's head (RFC 9639, 8.8). */
    byte[] flacBlock() {
        byte[] type = (isJpeg ? "image/jpeg" : "image/png").getBytes(StandardCharsets.US_ASCII);
        // Width, height, depth and colours are 0: whoever shows it reads them from the picture.
        var block = ByteBuffer.allocate(Integer.BYTES * 8 + type.length + content.length);
        block.putInt(FRONT).putInt(type.length).put(type).putInt(0);
        block.putInt(0).putInt(0).putInt(0).putInt(0).putInt(content.length).put(content);
        return block.array();
    }
}
