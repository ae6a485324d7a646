import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What is packaged, and for what.
 *
 * @param version of the program, as in pom.xml
 * @param time of every file in a package, so that two builds of one commit are the same
 */
record Release(String version, Instant time) {

    /** As Debian calls this machine's architecture. */
    String debianArchitecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default ->
                    throw new IllegalStateException(
                            "Spindle runs on x86-64 and aarch64, not on "
                                    + System.getProperty("os.arch"));
        };
    }

    /** As the kernel, rpm and most downloads call it. */
    String machine() {
        return debianArchitecture().equals("amd64") ? "x86_64" : "aarch64";
    }

    String epochSeconds() {
        return Long.toString(time.getEpochSecond());
    }

    String day() {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(time.atZone(ZoneOffset.UTC));
    }

    /** RFC 5322, as Debian's changelog wants it. */
    String mailDate() {
        return DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ROOT)
                .format(time.atZone(ZoneOffset.UTC));
    }

    /** Fills in what stands between @ signs in a template. */
    String fill(String template) {
        return template.replace("@VERSION@", version)
                .replace("@DAY@", day())
                .replace("@MAIL_DATE@", mailDate())
                .replace("@ARCHITECTURE@", debianArchitecture())
                .replace("@MACHINE@", machine());
    }
}
