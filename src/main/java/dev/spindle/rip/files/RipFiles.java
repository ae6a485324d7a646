package dev.spindle.rip.files;

import java.util.List;

/**
 * The files of a rip, by absolute path.
 *
 * @param folder the destination
 * @param name the base name
 */
public record RipFiles(String folder, String name) {
    private static final String TEMPORARY = ".tmp";

    public String image() {
        return path(".iso");
    }

    public String part() {
        return path(".iso.part");
    }

    public String map() {
        return path(".map");
    }

    public String record() {
        return path(".rip.json");
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
        return List.of(temporary(map()), temporary(record()), temporary(sha256()));
    }

    private String path(String ending) {
        return (folder.endsWith("/") ? folder : folder + "/") + name + ending;
    }
}
