package dev.spindle.rip.files;

import dev.spindle.os.Storage;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What already stands beside an image that is whole.
 *
 * @param hashes hex text by algorithm name, from the hash file and the record
 * @param hasSha256File whether {@code NAME.sha256} is there
 * @param hasCue whether {@code NAME.cue} is there, or not wanted
 * @param isRecordFinished whether the record tells of the rip's end
 */
public record KeptSidecars(
        Map<String, String> hashes,
        boolean hasSha256File,
        boolean hasCue,
        boolean isRecordFinished) {
    private static final int SHA256_HEX_DIGITS = 64;

    public KeptSidecars {
        hashes = Map.copyOf(hashes);
    }

    /** Looks at them. For the syncer. */
    public static KeptSidecars read(Storage storage, RipFiles files) throws IOException {
        var hashes = new TreeMap<String, String>();
        var record = TextFile.read(storage, files.record()).flatMap(KeptSidecars::parse);
        boolean finished = record.isPresent() && isFinished(record.get().state());
        if (finished) {
            record.get().verdict().ifPresent(verdict -> hashes.putAll(verdict.hashes()));
        }
        var sha256 = TextFile.read(storage, files.sha256());
        sha256.filter(line -> line.matches("(?s)[0-9a-f]{64} .*"))
                .ifPresent(line -> hashes.put("sha256", line.substring(0, SHA256_HEX_DIGITS)));
        boolean hasCue =
                files.format() != ImageFormat.BIN || storage.lookUp(files.cue()).isPresent();
        return new KeptSidecars(hashes, sha256.isPresent(), hasCue, finished);
    }

    private static Optional<RipRecord> parse(String text) {
        try {
            return Optional.of(RipRecordText.read(text));
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static boolean isFinished(RipState state) {
        return state == RipState.COMPLETE || state == RipState.FINISHED_WITH_HOLES;
    }
}
