package dev.spindle.app;

import java.util.Arrays;
import java.util.List;

/** The files that were named on the command line. Pure. */
final class Arguments {
    private Arguments() {}

    /** As another instance, which runs in another folder, understands them. */
    static List<String> absolute(String folder, String... files) {
        return Arrays.stream(files)
                .map(file ->
                        file.startsWith("/") || file.startsWith("demo:")
                                ? file
                                : (folder.equals("/") ? "" : folder) + "/" + file)
                .toList();
    }
}
