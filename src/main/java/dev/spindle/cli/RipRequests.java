package dev.spindle.cli;

import dev.spindle.range.DurationText;
import dev.spindle.range.SizeText;
import dev.spindle.rescue.Effort;
import dev.spindle.rescue.ReadCommand.Pass;
import dev.spindle.rip.DriveWishes;
import dev.spindle.rip.Fill;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.ReadSpeed;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.files.ImageFormat;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a request of what was typed, or says what is wrong with it. Pure. */
final class RipRequests {
    /** Room for {@code .iso.part} and temporaries within the 255 bytes that file systems take. */
    private static final int LONGEST_NAME_BYTES = 200;

    private static final int DEFAULT_RETRIES = 3;

    /** How drives are sold: 8, 8x. */
    private static final Pattern TIMES = Pattern.compile("([1-9]\\d{0,2})[xX]?");

    private RipRequests() {}

    /**
     * Makes the request.
     *
     * @param folder absolute path
     * @param current absolute path of the folder that relative names count from
     */
    static RipRequest of(String drive, String folder, RipOptions options, String current)
            throws UsageException {
        if (options.resume && options.restart) {
            throw new UsageException("--resume and --restart contradict each other; give one");
        }
        var staging = staging(folder, options.staging, current);
        return new RipRequest(
                staging.map(first -> named(first, drive, current)).orElse(drive),
                folder,
                name(options.name),
                Policies.of(options),
                ring(options.ring),
                hashes(options.hash),
                effort(options),
                options.resume
                        ? ResumeMode.RESUME
                        : options.restart ? ResumeMode.RESTART : ResumeMode.ADAPT,
                options.verify,
                duration("--wait", options.wait),
                new DriveWishes(speed(options.speed), options.eject, also(drive, options.also)),
                options.merge == null
                        ? Optional.empty()
                        : Optional.of(Folders.file(current, "--merge", options.merge).toString()),
                fill(options.fill),
                staging,
                MusicOptions.of(options, current));
    }

    private static Optional<String> also(String drive, @Nullable String also)
            throws UsageException {
        if (drive.equals(also)) {
            throw new UsageException("--also: " + also + " is the first drive; name a second one");
        }
        return Optional.ofNullable(also);
    }

    /** An image in the staging folder is known by its whole path. */
    private static String named(String staging, String drive, String current) {
        String path = Folders.absolute(current, drive);
        boolean isImage = ImageFormat.ofName(path).isPresent();
        return isImage && path.startsWith(staging + "/") ? path : drive;
    }

    private static Optional<String> staging(String folder, @Nullable String typed, String current)
            throws UsageException {
        if (typed == null) {
            return Optional.empty();
        }
        String staging = Folders.folder(current, "--staging", typed);
        if (staging.equals(folder)) {
            throw new UsageException(
                    "--staging " + typed + " is where -o goes; name a folder on a local disk");
        }
        return Optional.of(staging);
    }

    private static Fill fill(@Nullable String text) throws UsageException {
        if (text == null) {
            return Fill.ZEROS;
        }
        for (Fill fill : Fill.values()) {
            if (fill.name().toLowerCase(Locale.ROOT).equals(text)) {
                return fill;
            }
        }
        throw new UsageException("--fill: '" + text + "' is no fill; write zeros or pattern");
    }

    /** A bare number counts as times, which drives are known by; a rate has a unit. */
    private static Optional<ReadSpeed> speed(@Nullable String text) throws UsageException {
        if (text == null) {
            return Optional.empty();
        }
        var times = TIMES.matcher(text);
        if (times.matches()) {
            return Optional.of(new ReadSpeed.Times(Integer.parseInt(times.group(1))));
        }
        try {
            long rate = text.matches("\\d+") ? 0 : SizeText.parseRate(text);
            if (rate > 0) {
                return Optional.of(new ReadSpeed.Rate(rate));
            }
        } catch (IllegalArgumentException problem) {
            throw new UsageException("--speed: " + Texts.reason(problem), problem);
        }
        throw new UsageException(
                "--speed: '" + text + "' is no speed; write for example 8x, or 5M for a rate");
    }

    private static Duration duration(String option, @Nullable String text) throws UsageException {
        try {
            return text == null ? Duration.ZERO : DurationText.parse(text);
        } catch (IllegalArgumentException problem) {
            throw new UsageException(option + ": " + Texts.reason(problem), problem);
        }
    }

    /** A size of more than zero bytes. */
    static long size(String option, String text) throws UsageException {
        long bytes;
        try {
            bytes = SizeText.parse(text);
        } catch (IllegalArgumentException problem) {
            throw new UsageException(option + ": " + Texts.reason(problem), problem);
        }
        if (bytes <= 0) {
            throw new UsageException(option + " must be more than zero; write for example 64M");
        }
        return bytes;
    }

    private static Optional<String> name(@Nullable String text) throws UsageException {
        if (text == null) {
            return Optional.empty();
        }
        if (text.isEmpty() || text.equals(".") || text.equals("..")) {
            throw new UsageException("--name '" + text + "' is no name for files; give another");
        }
        if (text.indexOf('/') >= 0) {
            throw new UsageException("--name must not contain '/'; say the folder with -o");
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new UsageException("--name must not contain control characters; leave them out");
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
            throw new UsageException(
                    "--name is longer than " + LONGEST_NAME_BYTES + " bytes; give a shorter one");
        }
        return Optional.of(text);
    }

    private static OptionalLong ring(@Nullable String text) throws UsageException {
        return text == null ? OptionalLong.empty() : OptionalLong.of(size("--ring", text));
    }

    private static Set<HashAlgorithm> hashes(@Nullable String text) throws UsageException {
        var hashes = EnumSet.noneOf(HashAlgorithm.class);
        if (text == null) {
            hashes.add(HashAlgorithm.SHA256);
        } else if (!text.equals("none")) {
            for (String name : text.split(",", -1)) {
                hashes.add(hash(name.strip()));
            }
        }
        return hashes;
    }

    private static HashAlgorithm hash(String name) throws UsageException {
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            if (algorithm.text().equals(name)) {
                return algorithm;
            }
        }
        throw new UsageException(
                "--hash: '"
                        + name
                        + "' is no hash; write sha256, crc32, md5, sha1 with commas between, or"
                        + " none");
    }

    private static Effort effort(RipOptions options) throws UsageException {
        var passes = passes(options.passes);
        if (!passes.contains(Pass.RETRY) && options.retries != null) {
            throw new UsageException("--retries has no meaning without retry among the --passes");
        }
        Optional<Duration> until =
                options.until == null
                        ? Optional.empty()
                        : Optional.of(duration("--until", options.until));
        if (until.isPresent() && until.get().isZero()) {
            throw new UsageException("--until must be more than zero; write for example 30min");
        }
        return new Effort(retries(options.retries), passes, until);
    }

    private static Set<Pass> passes(@Nullable String text) throws UsageException {
        if (text == null) {
            return EnumSet.allOf(Pass.class);
        }
        var passes = EnumSet.noneOf(Pass.class);
        for (String name : text.split(",", -1)) {
            passes.add(pass(name.strip()));
        }
        return passes;
    }

    private static Pass pass(String name) throws UsageException {
        for (var pass : Pass.values()) {
            if (pass.name().toLowerCase(Locale.ROOT).equals(name)) {
                return pass;
            }
        }
        throw new UsageException(
                "--passes: '"
                        + name
                        + "' is no pass; write sweep, back, trim, scrape, retry with commas"
                        + " between");
    }

    private static int retries(@Nullable String text) throws UsageException {
        if (text == null) {
            return DEFAULT_RETRIES;
        }
        if (!text.matches("\\d{1,6}")) {
            throw new UsageException(
                    "--retries: '" + text + "' is no number of tries; write for example 0 or 3");
        }
        return Integer.parseInt(text);
    }
}
