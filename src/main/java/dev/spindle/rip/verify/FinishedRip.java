package dev.spindle.rip.verify;

import dev.spindle.os.FileFacts;
import dev.spindle.os.Storage;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * An image under its final name, and what stands beside it.
 *
 * @param image absolute path
 * @param bytes its size now
 * @param rippedBytes its size when it was ripped, where a record tells
 * @param hashes what it is known to be; at least one
 */
record FinishedRip(String image, long bytes, OptionalLong rippedBytes, List<KnownHash> hashes) {
    private static final String CUE = ".cue";

    /** The longer ones first, should one ever end like another. */
    private static final List<String> ENDINGS =
            List.of(RipRecordText.ENDING, ".sha256", ".map", CUE);

    /** A line that sha256sum reads. */
    private static final Pattern SHA256_LINE = Pattern.compile("(?s)([0-9a-fA-F]{64}) [ *].*");

    FinishedRip {
        hashes = List.copyOf(hashes);
    }

    /**
     * Finds the rip that one of its files belongs to. Makes file calls.
     *
     * @throws IOException with one sentence for the user
     */
    static FinishedRip find(Storage storage, String named) throws IOException {
        RipFiles files = filesOf(storage, named);
        Optional<FileFacts> image =
                storage.lookUp(files.image()).filter(f -> f.kind() == FileFacts.Kind.REGULAR);
        if (ImageFormat.isPart(named)
                || (image.isEmpty() && storage.lookUp(files.part()).isPresent())) {
            throw new IOException(
                    files.part() + " is not finished; finish it first: spindle rip --resume");
        }
        if (image.isEmpty()) {
            throw new IOException(
                    "there is no "
                            + files.image()
                            + "; name the .iso, .bin, .rip.json, .sha256 or .map of a rip");
        }
        Optional<RipRecord> record = record(storage, files);
        var hashes = new ArrayList<KnownHash>();
        sha256(storage, files).ifPresent(hashes::add);
        record.ifPresent(found -> addHashes(hashes, found, files));
        if (hashes.isEmpty()) {
            throw new IOException(
                    "no hash of "
                            + files.image()
                            + " is known: neither its .sha256 nor its .rip.json has one");
        }
        OptionalLong ripped =
                record.map(r -> OptionalLong.of(r.bytes())).orElse(OptionalLong.empty());
        return new FinishedRip(files.image(), image.get().sizeBytes(), ripped, hashes);
    }

    private static RipFiles filesOf(Storage storage, String named) throws IOException {
        if (ImageFormat.ofName(named).isPresent()) {
            return RipFiles.of(named);
        }
        int slash = named.lastIndexOf('/');
        String folder = slash <= 0 ? "/" : named.substring(0, slash);
        String name = named.substring(slash + 1);
        String ending = ENDINGS.stream().filter(name::endsWith).findFirst().orElse("");
        String base = name.substring(0, name.length() - ending.length());
        var raw = new RipFiles(folder, base, ImageFormat.BIN);
        boolean isRaw =
                ending.equals(CUE)
                        || storage.lookUp(raw.image()).isPresent()
                        || storage.lookUp(raw.part()).isPresent();
        return isRaw ? raw : new RipFiles(folder, base);
    }

    /** Only a record of the end knows hashes; one that does not read knows nothing. */
    private static Optional<RipRecord> record(Storage storage, RipFiles files) throws IOException {
        Optional<String> text = TextFile.read(storage, files.record());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(RipRecordText.read(text.get()))
                    .filter(r ->
                            r.state() == RipState.COMPLETE
                                    || r.state() == RipState.FINISHED_WITH_HOLES);
        } catch (IOException broken) {
            return Optional.empty();
        }
    }

    private static Optional<KnownHash> sha256(Storage storage, RipFiles files) throws IOException {
        return TextFile.read(storage, files.sha256())
                .map(SHA256_LINE::matcher)
                .filter(line -> line.matches())
                .map(line -> known(HashAlgorithm.SHA256, line.group(1), files.sha256()));
    }

    private static void addHashes(List<KnownHash> hashes, RipRecord record, RipFiles files) {
        record.verdict()
                .ifPresent(verdict -> {
                    for (HashAlgorithm algorithm : HashAlgorithm.values()) {
                        String hex = verdict.hashes().getOrDefault(algorithm.text(), "");
                        if (!hex.isEmpty()) {
                            hashes.add(known(algorithm, hex, files.record()));
                        }
                    }
                });
    }

    private static KnownHash known(HashAlgorithm algorithm, String hex, String path) {
        return new KnownHash(
                algorithm, hex.toLowerCase(Locale.ROOT), path.substring(path.lastIndexOf('/') + 1));
    }
}
