package dev.spindle.audio.id;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * SHA-1 of a text in the alphabet that fits into addresses: Base64 with {@code . _ -} in place of
 * {@code + / =} (libdiscid base64.c).
 */
final class Sha1Id {
    private Sha1Id() {}

    static String of(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder()
                    .encodeToString(digest)
                    .replace('+', '.')
                    .replace('/', '_')
                    .replace('=', '-');
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-1", impossible);
        }
    }
}
