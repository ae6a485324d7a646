package dev.spindle.cli;

import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Finds the record of a rip, by its own name or that of another file of the rip, and reads it. */
final class ReportFile {
    /** Longer ones first: {@code .iso.part} before {@code .iso}. */
    private static final List<String> OTHERS =
            List.of(".iso.part", ".iso", ".bin.part", ".bin", ".cue", ".map", ".sha256");

    /** Far above any record; what is larger is something else, perhaps a whole image. */
    private static final long LARGEST_BYTES = 64L << 20;

    private ReportFile() {}

    /** The record's path for a path that the user named. */
    static Path of(Path named) {
        String path = named.toString();
        if (path.endsWith(".json")) {
            return named;
        }
        for (String other : OTHERS) {
            if (path.endsWith(other)) {
                return Path.of(
                        path.substring(0, path.length() - other.length()) + RipRecordText.ENDING);
            }
        }
        return Path.of(path + RipRecordText.ENDING);
    }

    static RipRecord read(Path named) throws UsageException {
        Path path = of(named);
        try {
            if (Files.size(path) > LARGEST_BYTES) {
                throw new UsageException(path + " is too large for the record of a rip");
            }
            return RipRecordText.read(Files.readString(path));
        } catch (NoSuchFileException problem) {
            throw new UsageException(
                    "there is no " + path + "; name the .rip.json, .iso or .bin of a rip", problem);
        } catch (CharacterCodingException problem) {
            throw new UsageException(path + ": this is no record of a rip", problem);
        } catch (IOException problem) {
            throw new UsageException(FileProblems.sentence(problem, path), problem);
        }
    }
}
