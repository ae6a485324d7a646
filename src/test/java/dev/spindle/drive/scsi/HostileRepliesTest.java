package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Random, truncated and absurd bytes: a record comes, or the typed refusal, nothing else. */
@Tag("unit")
class HostileRepliesTest {
    private static final int ROUNDS = 5_000;

    /** Makes something of bytes. */
    @FunctionalInterface
    private interface Parser {
        Object parse(byte[] bytes) throws BadReplyException;
    }

    /** All parsers of replies. */
    private static final Map<String, Parser> PARSERS =
            Map.ofEntries(
                    Map.entry("inquiry", Inquiry::parse),
                    Map.entry("serial", Inquiry::serial),
                    Map.entry("capacity", Capacity::parse),
                    Map.entry("configuration", Configuration::parse),
                    Map.entry("disc state", DiscState::parse),
                    Map.entry("track", TrackInformation::parse),
                    Map.entry("TOC", SimpleToc::parse),
                    Map.entry("full TOC", FullToc::parse),
                    Map.entry("copyright", DiscStructures::copyright),
                    Map.entry("DVD", DiscStructures::dvdFormat),
                    Map.entry("Blu-ray", DiscStructures::bluRay),
                    Map.entry("capabilities", ModePages::capabilities),
                    Map.entry("recovery", ModePages::errorRecovery),
                    Map.entry("retries", bytes -> ModePages.withRetries(bytes, 1)),
                    Map.entry("event", MediaEvent::parse));

    static Stream<String> kinds() {
        return PARSERS.keySet().stream().sorted();
    }

    private static int refusals(String kind, byte[] bytes) {
        try {
            Parser parser = Objects.requireNonNull(PARSERS.get(kind));
            assertThat(parser.parse(bytes)).isNotNull();
            return 0;
        } catch (BadReplyException refused) {
            assertThat(refused).hasMessageStartingWith("the drive's reply to ");
            return 1;
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingElseIsThrown(String kind) {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        System.out.println(kind + " seed " + seed);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            var bytes = new byte[random.nextInt(random.nextBoolean() ? 48 : 600)];
            random.nextBytes(bytes);
            if (random.nextInt(3) == 0) {
                // Lengths that lie.
                Arrays.fill(bytes, 0, Math.min(4, bytes.length), (byte) random.nextInt(256));
            }
            refused += refusals(kind, bytes);
        }
        refused += refusals(kind, new byte[0]);
        assertThat(refused).as("truncated ones are among them").isPositive();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void allZerosAndAllOnesAreAnswered(String kind) {
        for (int length = 0; length < 300; length++) {
            var ones = new byte[length];
            Arrays.fill(ones, (byte) 0xFF);
            assertThat(refusals(kind, ones) + refusals(kind, new byte[length])).isBetween(0, 2);
        }
    }
}
