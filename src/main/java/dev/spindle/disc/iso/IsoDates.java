package dev.spindle.disc.iso;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Dates and times of ISO 9660 (ECMA-119, 8.4.26.1 and 9.1.5). What is none comes out empty. */
final class IsoDates {
    /** Length of the form in directory records. */
    static final int SHORT_BYTES = 7;

    /** Length of the form in volume descriptors. */
    static final int LONG_BYTES = 17;

    private static final int FIRST_YEAR = 1900;
    private static final int QUARTER_SECONDS = 15 * 60;

    private IsoDates() {}

    /** Of either form, by its length. */
    static Optional<Instant> of(byte[] field) {
        try {
            return field.length == SHORT_BYTES ? shortForm(field) : longForm(field);
        } catch (DateTimeException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Numbers: years since 1900, month, day, hour, minute, second, zone. */
    private static Optional<Instant> shortForm(byte[] field) {
        if (field[1] == 0 && field[2] == 0) {
            return Optional.empty();
        }
        var local =
                LocalDateTime.of(
                        FIRST_YEAR + (field[0] & 0xFF),
                        field[1],
                        field[2],
                        field[3],
                        field[4],
                        field[5]);
        return Optional.of(local.toInstant(zone(field[6])));
    }

    /** Digits: YYYYMMDDhhmmss and hundredths, then the zone; all zeros is no date. */
    private static Optional<Instant> longForm(byte[] field) {
        String digits = new String(field, 0, LONG_BYTES - 1, StandardCharsets.ISO_8859_1);
        if (digits.startsWith("0000")) {
            return Optional.empty();
        }
        var local =
                LocalDateTime.of(
                        number(digits, 0, 4),
                        number(digits, 4, 2),
                        number(digits, 6, 2),
                        number(digits, 8, 2),
                        number(digits, 10, 2),
                        number(digits, 12, 2),
                        number(digits, 14, 2) * 10_000_000);
        return Optional.of(local.toInstant(zone(field[LONG_BYTES - 1])));
    }

    private static int number(String digits, int at, int length) {
        return Integer.parseUnsignedInt(digits.substring(at, at + length));
    }

    /** In quarters of an hour east of Greenwich; what is out of range counts as none. */
    private static ZoneOffset zone(byte quarters) {
        return quarters >= -48 && quarters <= 52
                ? ZoneOffset.ofTotalSeconds(quarters * QUARTER_SECONDS)
                : ZoneOffset.UTC;
    }
}
