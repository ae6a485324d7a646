package dev.spindle.disc.udf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Points in time (ECMA-167 1/7.3). */
final class UdfTimestamp {
    /** "No zone was given" (1/7.3.1); then UTC serves as well as any other. */
    private static final int NO_ZONE = -2047;

    private static final int MOST_MINUTES = 1440;

    private UdfTimestamp() {}

    /** The 12 bytes as an instant; empty where they are no date. */
    static Optional<Instant> at(Bytes bytes, int at) {
        int zone = (bytes.u16(at) & 0xFFF) << 20 >> 20;
        int minutes = zone == NO_ZONE || Math.abs(zone) > MOST_MINUTES ? 0 : zone;
        try {
            int hundredMicros =
                    bytes.u8(at + 9) * 100 + bytes.u8(at + 10); // centiseconds, hundreds of µs
            int micros = hundredMicros * 100 + bytes.u8(at + 11);
            return Optional.of(
                    LocalDateTime.of(
                                    (short) bytes.u16(at + 2),
                                    bytes.u8(at + 4),
                                    bytes.u8(at + 5),
                                    bytes.u8(at + 6),
                                    bytes.u8(at + 7),
                                    bytes.u8(at + 8),
                                    micros * 1000)
                            .minusMinutes(minutes)
                            .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
