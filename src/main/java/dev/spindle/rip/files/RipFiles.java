package dev.spindle.rip.files;

import dev.spindle.rip.record.RipRecordText;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a rip, by absolute path.
 *
 * @param folder the destination
 * @param name the base name
 * @param format what the image holds
 */
public record RipFiles(String folder, String name, ImageFormat format) {
    private static final String TEMPORARY = ".tmp";

    /** With an image of user data. */
    public RipFiles(String folder, String name) {
        this(folder, name, ImageFormat.ISO);
    }

    /**
     * Those of an image or a part.
     *
     * @param path absolute, and by its ending that of either
     */
    public static RipFiles of(String path) {
        int slash = path.lastIndexOf('/');
        return new RipFiles(
                slash <= 0 ? "/" : path.substring(0, slash),
                ImageFormat.base(path.substring(slash + 1)),
                ImageFormat.ofName(path).orElseThrow());
    }

    public String image() {
        return path(format.ending());
    }

    /** Without its folder. */
    public String imageName() {
        return name + format.ending();
    }

    public String part() {
        return path(format.partEnding());
    }

    /** The sheet that tells the tracks of raw sectors. */
    public String cue() {
        return path(".cue");
    }

    /** Images and parts of the same name but of another format: map and record are theirs. */
    List<String> others() {
        return Arrays.stream(ImageFormat.values())
                .filter(other -> other != format)
                .flatMap(other -> Stream.of(other.ending(), other.partEnding()))
                .map(this::path)
                .toList();
    }

    public String map() {
        return path(".map");
    }

    public String record() {
        return path(RipRecordText.ENDING);
    }

    public String sha256() {
        return path(".sha256");
    }

    /** What the file is called while it is being written. */
    static String temporary(String path) {
        return path + TEMPORARY;
    }

    /** What a run that died may have left half-written. */
    public List<String> temporaries() {
        return List.of(
                temporary(map()), temporary(record()), temporary(sha256()), temporary(cue()));
    }

    private String path(String ending) {
        return (folder.endsWith("/") ? folder : folder + "/") + name + ending;
    }
}
