package dev.spindle.rip.stream;

import dev.spindle.rip.HashAlgorithm;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Several hashes over one stream. They hold only if every byte came once and in order. One owner at
 * a time.
 */
public final class StreamHashes {
    private final Map<HashAlgorithm, MessageDigest> digests = new EnumMap<>(HashAlgorithm.class);
    private final CRC32 crc32 = new CRC32();
    private final boolean wantsCrc32;
    private long nextBytes;
    private boolean inOrder = true;

    public StreamHashes(Set<HashAlgorithm> wanted) {
        wantsCrc32 = wanted.contains(HashAlgorithm.CRC32);
        for (HashAlgorithm algorithm : wanted) {
            switch (algorithm) {
                case SHA256 -> digests.put(algorithm, digest("SHA-256"));
                case SHA1 -> digests.put(algorithm, digest("SHA-1"));
                case MD5 -> digests.put(algorithm, digest("MD5"));
                case CRC32 -> {}
            }
        }
    }

    public void take(long positionBytes, ByteBuffer content) {
        if (!inOrder || positionBytes != nextBytes) {
            inOrder = false;
            return;
        }
        nextBytes += content.remaining();
        digests.values().forEach(digest -> digest.update(content.duplicate()));
        if (wantsCrc32) {
            crc32.update(content.duplicate());
        }
    }

    /** Whether the hashes are those of the whole image. */
    public boolean isValidFor(long imageBytes) {
        return inOrder && nextBytes == imageBytes;
    }

    /** Hex text by name; call it once. */
    public Map<String, String> hex() {
        var hex = new TreeMap<String, String>();
        digests.forEach((algorithm, digest) ->
                hex.put(algorithm.text(), HexFormat.of().formatHex(digest.digest())));
        if (wantsCrc32) {
            hex.put(
                    HashAlgorithm.CRC32.text(),
                    String.format(Locale.ROOT, "%08x", crc32.getValue()));
        }
        return hex;
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java has these three (MessageDigest's documentation).
            throw new IllegalStateException(impossible);
        }
    }
}
