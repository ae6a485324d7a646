package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.Insight;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.MapfileText;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** What a rip has left behind, and what must be true of it. */
final class BenchFiles {
    private final Bench bench;
    private final RipFiles files;

    BenchFiles(Bench bench, String base) {
        this.bench = bench;
        this.files =
                new RipFiles(
                        bench.folder,
                        base,
                        bench.sectorBytes == TestImage.RAW ? ImageFormat.BIN : ImageFormat.ISO);
    }

    RipFiles paths() {
        return files;
    }

    String text(String path) {
        return new String(bench.storage.insight().content(path), StandardCharsets.UTF_8);
    }

    RescueMap map() {
        return map(bench.storage.insight());
    }

    private RescueMap map(Insight found) {
        try {
            String text = new String(found.content(files.map()), StandardCharsets.UTF_8);
            return MapfileText.parse(text).map();
        } catch (MapfileText.MapfileException problem) {
            throw new AssertionError(problem);
        }
    }

    RipRecord record() {
        try {
            return RipRecordText.read(text(files.record()));
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }

    /** All is there, as it should be after a whole rip, and would survive a power cut. */
    void assertComplete() {
        assertImage(bench.image);
        assertThat(map().bytes(SectorStatus.FINISHED)).isEqualTo(bench.image.length);
        assertThat(record().state()).isEqualTo(RipState.COMPLETE);
        assertSha256();
        assertCue();
        assertNothingElse();
    }

    /** Raw sectors have a sheet beside them that survives a power cut; others have none. */
    void assertCue() {
        boolean isRaw = files.format() == ImageFormat.BIN;
        var after = bench.storage.crashCopy().insight();
        assertThat(after.exists(files.cue())).as("a cue sheet").isEqualTo(isRaw);
        if (isRaw) {
            assertThat(text(files.cue()))
                    .isEqualTo(
                            "FILE \"%s\" BINARY%n  TRACK 01 MODE2/2352%n    INDEX 01 00:00:00%n"
                                    .formatted(files.imageName()));
        }
    }

    /** The image has this content, now and after a power cut. */
    void assertImage(byte[] expected) {
        assertSame(bench.storage.insight().content(files.image()), expected);
        assertSame(bench.storage.insight().durableContent(files.image()), expected);
        var after = bench.storage.crashCopy().insight();
        assertThat(after.exists(files.image())).as("the name is durable").isTrue();
        assertThat(bench.storage.insight().exists(files.part())).isFalse();
    }

    void assertSha256() {
        byte[] content = bench.storage.insight().content(files.image());
        assertThat(text(files.sha256()))
                .isEqualTo(sha256(content) + "  " + files.imageName() + "\n");
    }

    /** No temporaries, nothing but what belongs to rips. */
    void assertNothingElse() {
        assertThat(bench.storage.insight().paths())
                .noneMatch(path -> path.endsWith(".tmp"))
                .noneMatch(path -> path.equals(files.part()));
    }

    /** What the map calls finished is on the device, byte for byte. */
    void assertMapHolds() {
        assertMapHolds(bench.storage.insight());
    }

    /** The same on another storage, as a power cut would leave it. */
    void assertMapHolds(Insight found) {
        if (!found.exists(files.map())) {
            return;
        }
        String path = found.exists(files.image()) ? files.image() : files.part();
        byte[] durable = found.durableContent(path);
        for (ByteRange range : map(found).with(SectorStatus.FINISHED).ranges()) {
            assertThat((long) durable.length)
                    .as("%s", range)
                    .isGreaterThanOrEqualTo(range.endBytes());
            int start = (int) range.startBytes();
            int end = (int) range.endBytes();
            int differs = Arrays.mismatch(durable, start, end, bench.image, start, end);
            assertThat(differs).as("first difference in %s", range).isEqualTo(-1);
        }
    }

    static void assertSame(byte[] actual, byte[] expected) {
        assertThat(actual.length).isEqualTo(expected.length);
        int differs = Arrays.mismatch(actual, expected);
        assertThat(differs)
                .as(() -> String.format(Locale.ROOT, "first difference at byte %d", differs))
                .isEqualTo(-1);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
