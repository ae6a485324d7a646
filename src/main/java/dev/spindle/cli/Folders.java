package dev.spindle.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as they were typed, made absolute. */
final class Folders {
    private Folders() {}

    /**
     * An absolute path without empty and {@code .} components. A {@code ..} stays: behind a
     * symbolic link it does not lead to where it came from.
     */
    static String absolute(String current, String typed) {
        String whole = typed.startsWith("/") ? typed : current + "/" + typed;
        var path = new StringBuilder();
        for (String component : whole.split("/", -1)) {
            if (!component.isEmpty() && !component.equals(".")) {
                path.append('/').append(component);
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    /** The absolute path of a folder that an option names. */
    static String folder(String current, String option, String typed) throws UsageException {
        if (typed.isEmpty() || typed.indexOf('\0') >= 0) {
            throw new UsageException(option + " '" + typed + "' is no folder; name another");
        }
        return absolute(current, typed);
    }

    /** The path of a file that an option or argument names. */
    static Path file(String current, String what, String typed) throws UsageException {
        if (typed.isEmpty()) {
            throw new UsageException(what + " is empty; name a file");
        }
        try {
            return Path.of(absolute(current, typed));
        } catch (InvalidPathException problem) {
            throw new UsageException(
                    what + " has characters that a file name can't have here; name another file",
                    problem);
        }
    }
}
