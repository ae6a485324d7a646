package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.Random;

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
    enum Kind {
        INQUIRY(Inquiry::parse),
        SERIAL(Inquiry::serial),
        CAPACITY(Capacity::parse),
        CONFIGURATION(Configuration::parse),
        DISC_STATE(DiscState::parse),
        TRACK(TrackInformation::parse),
        TOC(SimpleToc::parse),
        FULL_TOC(FullToc::parse),
        COPYRIGHT(DiscStructures::copyright),
        DVD(DiscStructures::dvdFormat),
        BLU_RAY(DiscStructures::bluRay),
        CAPABILITIES(ModePages::capabilities),
        RECOVERY(ModePages::errorRecovery),
        RETRIES(bytes -> ModePages.withRetries(bytes, 1)),
        EVENT(MediaEvent::parse);

        private final Parser parser;

        Kind(Parser parser) {
            this.parser = parser;
        }
    }

    private static int refusals(Kind kind, byte[] bytes) {
        try {
            assertThat(kind.parser.parse(bytes)).isNotNull();
            return 0;
        } catch (BadReplyException refused) {
            assertThat(refused).hasMessageStartingWith("the drive's reply to ");
            return 1;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void nothingElseIsThrown(Kind kind) {
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
    @EnumSource(Kind.class)
    void allZerosAndAllOnesAreAnswered(Kind kind) {
        for (int length = 0; length < 300; length++) {
            var ones = new byte[length];
            Arrays.fill(ones, (byte) 0xFF);
            assertThat(refusals(kind, ones) + refusals(kind, new byte[length])).isBetween(0, 2);
        }
    }
}
