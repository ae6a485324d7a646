package dev.spindle.rip.verify;

import dev.spindle.drive.DriveInfo;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.rip.record.WritebackRecord;
import dev.spindle.run.Concurrency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The files of a finished rip on scripted storage: {@code /out/DISC.*}. */
public final class RippedFiles {
    public static final String IMAGE = "/out/DISC.iso";
    public static final int BYTES = (3 << 20) + 512;

    public final ScriptedStorage storage;
    public final byte[] content = new byte[BYTES];

    /** The image alone. */
    public RippedFiles(Concurrency concurrency) {
        storage = new ScriptedStorage(concurrency);
        new SplittableRandom(11).nextBytes(content);
        storage.insight().file(IMAGE, content);
    }

    public String sha256() {
        return hex("SHA-256");
    }

    public String md5() {
        return hex("MD5");
    }

    private String hex(String algorithm) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public RippedFiles withSha256(String hex) {
        return with("sha256", hex + "  DISC.iso\n");
    }

    public RippedFiles withRecord(RipState state, long bytes, Map<String, String> hashes) {
        return with("rip.json", record(state, bytes, hashes));
    }

    public RippedFiles with(String ending, String text) {
        storage.insight().file("/out/DISC." + ending, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** One byte of the image is another, durably. */
    public RippedFiles withOneByteChanged() {
        byte[] changed = content.clone();
        changed[BYTES - 7] ^= 1;
        storage.insight().file(IMAGE, changed);
        return this;
    }

    private static String record(RipState state, long bytes, Map<String, String> hashes) {
        var verdict =
                new VerdictRecord(
                        "COMPLETE",
                        0,
                        true,
                        "All of it.",
                        IMAGE,
                        hashes,
                        1,
                        1,
                        1,
                        0,
                        0,
                        0,
                        0,
                        1,
                        "classic",
                        "range",
                        0,
                        Map.of(),
                        Optional.empty());
        return RipRecordText.write(
                new RipRecord(
                        RipRecord.VERSION,
                        state,
                        4711,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        new DriveInfo("/dev/sr0", "ASUS", "BW-16D1HT", "3.10", "", false),
                        "DISC",
                        "c0ffee",
                        bytes,
                        "/out",
                        "ext4",
                        new WritebackRecord("classic", "p95", 32L << 20, "range"),
                        List.copyOf(hashes.keySet()),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.of(verdict),
                        2048,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
