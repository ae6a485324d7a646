package dev.spindle.library;

import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.record.RipState;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A rip as the catalogue remembers it: enough to find it, to show it in a list, and to go on with
 * it.
 *
 * @param recordFile absolute path of its {@code NAME.rip.json}
 * @param label the disc's volume label; empty where it has none
 * @param discIdentity as in {@code disc.DiscFacts}; empty where it could not be learnt
 * @param bytes exact size of the image
 * @param drive address of the drive or image that was ripped
 * @param driveName what people call it; empty where unknown
 * @param startedAt wall clock at the start of the latest run
 * @param pid of the process that rips or ripped
 * @param state how far it has come, as the record says it
 * @param durable whether the storage has confirmed the whole image
 * @param badSectors that could not be read
 * @param totalSeconds of the latest run; 0 where it has not ended
 * @param text the verdict's sentence; empty where there is none
 * @param sectorBytes of each sector in the image; 0 in the files of older versions
 */
public record RipEntry(
        String recordFile,
        String label,
        String discIdentity,
        long bytes,
        String drive,
        String driveName,
        Instant startedAt,
        long pid,
        RipState state,
        boolean durable,
        long badSectors,
        double totalSeconds,
        String text,
        int sectorBytes) {
    private static final String MAP = ".map";
    private static final String CUE = ".cue";
    private static final int ID_BYTES = 16;

    /** What there is to say of a record. */
    public static RipEntry of(String recordFile, RipRecord rip) {
        return new RipEntry(
                recordFile,
                rip.discLabel(),
                rip.discIdentity(),
                rip.bytes(),
                rip.drive().address(),
                (rip.drive().vendor() + " " + rip.drive().model()).strip(),
                rip.startedAt(),
                rip.pid(),
                rip.state(),
                rip.verdict().map(v -> v.durable()).orElse(false),
                rip.verdict().map(v -> v.badSectors()).orElse(0L),
                rip.verdict().map(v -> v.totalSeconds()).orElse(0.0),
                rip.verdict().map(v -> v.text()).orElse(""),
                rip.sectorBytes());
    }

    /** The record that lies beside an image, whether it has its final name or not, or a sheet. */
    public static String recordOf(String image) {
        return image.endsWith(CUE)
                ? image.substring(0, image.length() - CUE.length()) + RipRecordText.ENDING
                : ImageFormat.base(image) + RipRecordText.ENDING;
    }

    /** The record that a file stands for: itself, or, of a map, the one beside it; or none. */
    public static Optional<String> recordMeantBy(String file) {
        if (file.endsWith(RipRecordText.ENDING)) {
            return Optional.of(file);
        }
        return file.endsWith(MAP)
                ? Optional.of(
                        file.substring(0, file.length() - MAP.length()) + RipRecordText.ENDING)
                : Optional.empty();
    }

    /** Names this rip within the catalogue: the same rip, resumed, has the same. */
    public String id() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(recordFile.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** The base name of its files. */
    public String name() {
        String file = recordFile.substring(recordFile.lastIndexOf('/') + 1);
        return file.endsWith(RipRecordText.ENDING)
                ? file.substring(0, file.length() - RipRecordText.ENDING.length())
                : file;
    }

    /** Absolute path of the folder that it lies in. */
    public String folder() {
        int slash = recordFile.lastIndexOf('/');
        return slash <= 0 ? "/" : recordFile.substring(0, slash);
    }

    /** Absolute path of the finished image. */
    public String image() {
        String folder = folder();
        String ending = ImageFormat.ofSectors(sectorBytes).ending();
        return (folder.equals("/") ? "" : folder) + "/" + name() + ending;
    }

    /** Whether everything of the disc that could be read was read. */
    public boolean isFinished() {
        return state == RipState.COMPLETE || state == RipState.FINISHED_WITH_HOLES;
    }

    /**
     * Whether it is under way.
     *
     * @param isAlive whether a process with this number has run since that time
     */
    public boolean isRunning(BiPredicate<Long, Instant> isAlive) {
        return state == RipState.RUNNING && isAlive.test(pid, startedAt);
    }

    /** Whether all words of a query are found in what people know of a rip, in any order. */
    public boolean matches(String query) {
        String known =
                String.join("\n", name(), label, folder(), driveName, drive, discIdentity)
                        .toLowerCase(Locale.ROOT);
        return query.toLowerCase(Locale.ROOT)
                .strip()
                .lines()
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .allMatch(known::contains);
    }
}
