package dev.spindle.rip.files;

import dev.spindle.drive.Drive;

import java.util.Arrays;
import java.util.Optional;

/** What an image holds of each sector, by which its name ends. */
public enum ImageFormat {
    /** User data alone. */
    ISO(".iso"),
    /** Raw CD sectors; a cue sheet beside them tells the tracks. */
    BIN(".bin");

    private static final String PART = ".part";

    private final String ending;

    ImageFormat(String ending) {
        this.ending = ending;
    }

    /** What a drive's sectors make. */
    public static ImageFormat of(Drive drive) {
        return ofSectors(drive.sectorBytes());
    }

    /**
     * What sectors of that size make.
     *
     * @param sectorBytes 0 where it is not known, as in records of older versions
     */
    public static ImageFormat ofSectors(int sectorBytes) {
        return sectorBytes == Drive.RAW_SECTOR_BYTES ? BIN : ISO;
    }

    /** Of an image or part by its name; empty where it is neither. */
    public static Optional<ImageFormat> ofName(String name) {
        return Arrays.stream(values())
                .filter(f -> name.endsWith(f.ending) || name.endsWith(f.partEnding()))
                .findFirst();
    }

    /** The name without what an image or part ends with. */
    public static String base(String name) {
        String whole =
                name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name;
        return ofName(name)
                .map(f -> whole.substring(0, whole.length() - f.ending.length()))
                .orElse(name);
    }

    /** Whether the name is that of a part. */
    public static boolean isPart(String name) {
        return name.endsWith(PART) && ofName(name).isPresent();
    }

    public String ending() {
        return ending;
    }

    public String partEnding() {
        return ending + PART;
    }
}
