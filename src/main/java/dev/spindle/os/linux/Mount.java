package dev.spindle.os.linux;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of /proc/self/mountinfo, see proc_pid_mountinfo(5).
 *
 * @param device {@code major:minor} of the file system
 * @param root the folder within the file system that is mounted
 * @param point where it is mounted
 * @param source device, share or a mere name
 * @param superOptions options of the file system
 */
record Mount(
        long id,
        String device,
        String root,
        String point,
        String fileSystem,
        String source,
        List<String> superOptions) {
    /** Blank, tab, newline and backslash are written as three octal digits. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    static List<Mount> parseAll(String mountInfo) {
        return mountInfo.lines().map(Mount::parse).flatMap(Optional::stream).toList();
    }

    /** A hyphen ends the optional fields; what follows has fixed places again. */
    private static Optional<Mount> parse(String line) {
        String[] halves = line.split(" - ", 2);
        if (halves.length < 2) {
            return Optional.empty();
        }
        String[] front = halves[0].split(" ", -1);
        String[] back = halves[1].split(" ", -1);
        if (front.length < 5 || back.length < 2) {
            return Optional.empty();
        }
        String options = back.length > 2 ? back[2] : "";
        return Optional.of(
                new Mount(
                        Long.parseLong(front[0]),
                        front[2],
                        unescape(front[3]),
                        unescape(front[4]),
                        back[0],
                        unescape(back[1]),
                        Arrays.stream(options.split(",", -1)).map(Mount::unescape).toList()));
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(octal -> Matcher.quoteReplacement(character(octal.group(1))));
    }

    private static String character(String octal) {
        return String.valueOf((char) Integer.parseInt(octal, 8));
    }
}
