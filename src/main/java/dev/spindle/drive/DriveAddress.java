package dev.spindle.drive;

import dev.spindle.range.SizeText;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * How a user names a drive: {@code /dev/sr0}, {@code disc.iso}, {@code demo:}, and with options
 * {@code disc.iso?speed=20M&script=faults.txt}.
 *
 * @param location the device, the image file or {@code demo:}, without options
 * @param speedBytesPerSecond how fast an image pretends to be
 * @param script a file of faults that an image pretends to have
 */
public record DriveAddress(
        String location, OptionalLong speedBytesPerSecond, Optional<String> script) {
    /** The location of the built-in demo disc. */
    public static final String DEMO = "demo:";

    /** Reads an address; a {@code ?} always begins the options. */
    public static DriveAddress parse(String text) {
        return parse(text, _ -> false);
    }

    /**
     * Reads an address; a {@code ?} belongs to the name of a file where that file exists.
     *
     * @param exists whether a file of that name is there
     * @throws IllegalArgumentException with one sentence for the user
     */
    public static DriveAddress parse(String text, Predicate<String> exists) {
        int end = endOfLocation(text, exists);
        String location = text.substring(0, end);
        if (location.isBlank()) {
            throw new IllegalArgumentException(
                    "the drive has no name; write a device like /dev/sr0, an image file or demo:");
        }
        if (location.startsWith(DEMO) && !location.equals(DEMO) && !exists.test(location)) {
            throw new IllegalArgumentException(
                    "'" + location + "' is no drive; write demo: alone or demo:?speed=RATE");
        }
        Map<String, String> options =
                end == text.length() ? Map.of() : options(text.substring(end + 1));
        return new DriveAddress(
                location, speed(options.get("speed")), Optional.ofNullable(options.get("script")));
    }

    public boolean isDemo() {
        return location.equals(DEMO);
    }

    public boolean isCueSheet() {
        return location.toLowerCase(Locale.ROOT).endsWith(".cue");
    }

    public boolean hasOptions() {
        return speedBytesPerSecond.isPresent() || script.isPresent();
    }

    private static int endOfLocation(String text, Predicate<String> exists) {
        int first = text.indexOf('?');
        if (first < 0 || exists.test(text)) {
            return text.length();
        }
        for (int mark = text.lastIndexOf('?');
                mark > first;
                mark = text.lastIndexOf('?', mark - 1)) {
            if (exists.test(text.substring(0, mark))) {
                return mark;
            }
        }
        return first;
    }

    private static Map<String, String> options(String text) {
        var options = new HashMap<String, String>();
        for (String option : text.split("&", -1)) {
            int equals = option.indexOf('=');
            String name = equals < 0 ? option : option.substring(0, equals);
            if (!name.equals("speed") && !name.equals("script")) {
                throw new IllegalArgumentException(
                        "'"
                                + name
                                + "' is no option of a drive; after the '?' write speed=RATE,"
                                + " script=FILE, or both joined by '&'");
            }
            if (equals < 0 || equals == option.length() - 1) {
                throw new IllegalArgumentException(
                        "the option " + name + " of the drive has no value; write " + usage(name));
            }
            if (options.put(name, option.substring(equals + 1)) != null) {
                throw new IllegalArgumentException(
                        "the option " + name + " of the drive is given twice; write it once");
            }
        }
        return options;
    }

    private static String usage(String name) {
        return name.equals("speed") ? "speed=20M" : "script=FILE";
    }

    private static OptionalLong speed(@Nullable String text) {
        return text == null ? OptionalLong.empty() : OptionalLong.of(SizeText.parseRate(text));
    }
}
