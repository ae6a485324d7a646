package dev.spindle.drive.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.os.scsi.ScsiReply;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

/** What the statuses of a reply mean together. */
@Tag("unit")
class VerdictTest {
    private static final int BYTES = 2048;

    private static ScsiReply reply(int host, int driver, int status, String sense, int bytes) {
        return new ScsiReply(host, driver, status, Hex.bytes(sense), bytes, 1);
    }

    private static ScsiReply checkCondition(int key, int asc, int ascq) {
        String sense =
                String.format(
                        Locale.ROOT, "7000%02x000000000a00000000%02x%02x00000000", key, asc, ascq);
        return reply(0, 8, 2, sense, 0);
    }

    private static ReadOutcome read(ScsiReply reply) {
        return Verdict.ofRead(reply, BYTES);
    }

    @Test
    void aWholeReadIsGood() {
        assertThat(read(reply(0, 0, 0, "", BYTES))).isEqualTo(new ReadOutcome.Good(BYTES));
    }

    @Test
    void fewerBytesWithGoodStatusAreAFailedRead() {
        assertThat(read(reply(0, 0, 0, "", 512))).isEqualTo(new ReadOutcome.ShortTransfer(512));
        assertThat(read(reply(0, 0, 0, "", 0))).isEqualTo(new ReadOutcome.ShortTransfer(0));
    }

    @Test
    void recoveredDataAreGoodAndAWeakSpot() {
        String recovered = "70 00 01 00000000 0A 00000000 17 01 00000000";
        assertThat(read(reply(0, 8, 2, recovered, BYTES))).isEqualTo(new ReadOutcome.Good(BYTES));
        assertThat(Verdict.isRecovered(reply(0, 8, 2, recovered, BYTES))).isTrue();
        assertThat(Verdict.isRecovered(reply(0, 0, 0, "", BYTES))).isFalse();
    }

    /** Table of meanings: Linux drivers/scsi/sense_codes.h. */
    @ParameterizedTest
    @CsvSource({
        "2, 0x04, 0x01, NotReady",
        "2, 0x3A, 0x02, NotReady",
        "3, 0x02, 0x00, MediumError",
        "3, 0x11, 0x05, MediumError",
        "3, 0x57, 0x00, MediumError",
        "4, 0x3E, 0x02, Fault",
        "5, 0x20, 0x00, Fault",
        "5, 0x21, 0x00, Fault",
        "5, 0x64, 0x00, MediumError",
        "5, 0x6F, 0x00, Protected",
        "5, 0x6F, 0x03, Protected",
        "5, 0x6F, 0x04, Protected",
        "6, 0x28, 0x00, Changed",
        "6, 0x29, 0x00, Changed",
        "6, 0x2A, 0x01, Fault",
        "6, 0x2E, 0x00, Fault",
        "7, 0x27, 0x00, Protected",
        "8, 0x00, 0x00, MediumError",
        "11, 0x47, 0x03, Fault"
    })
    void eachSenseHasItsOutcome(int key, int asc, int ascq, String outcome) {
        assertThat(read(checkCondition(key, asc, ascq)).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    /** Virtual drives answer some commands so, with status good (host status DID_ERROR). */
    @Test
    void aFailureOfTheWayCountsThoughTheStatusIsGood() {
        assertThat(read(reply(7, 0, 0, "", BYTES))).isInstanceOf(ReadOutcome.Fault.class);
        assertThat(Verdict.isGood(reply(7, 0, 0, "", BYTES))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, Gone", "4, Gone", "3, Fault", "5, Fault", "8, Fault", "2, Fault", "14, Fault"})
    void eachHostStatusHasItsOutcome(int host, String outcome) {
        assertThat(read(reply(host, 0, 0, "", 0)).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"3, true", "8, true", "5, true", "1, false", "7, false", "0, false"})
    void aCommandWithoutAnAnswerIsKnown(int host, boolean timedOut) {
        assertThat(Verdict.hasTimedOut(reply(host, 0, 0, "", 0))).isEqualTo(timedOut);
    }

    @ParameterizedTest
    @CsvSource({"0x08, NotReady", "0x28, NotReady", "0x18, Fault", "0x40, Fault", "0x02, Fault"})
    void eachStatusWithoutSenseHasItsOutcome(int status, String outcome) {
        assertThat(read(reply(0, 0, status, "", 0)).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void aDriverThatFailedCountsThoughTheStatusIsGood() {
        assertThat(read(reply(0, 6, 0, "", BYTES))).isInstanceOf(ReadOutcome.Fault.class);
    }

    @Test
    void whatIsToldOfAnEarlierCommandIsNoFactAboutTheSector() {
        String deferred = "71 00 03 00000000 0A 00000000 11 00 00000000";
        ScsiReply reply = reply(0, 8, 2, deferred, 0);
        assertThat(read(reply)).isInstanceOf(ReadOutcome.Fault.class);
        assertThat(Verdict.sense(reply)).isEmpty();
    }

    @Test
    void theSenseOfAReplyIsFound() {
        assertThat(Verdict.sense(checkCondition(5, 0x6F, 3))).contains(new Sense(5, 0x6F, 3));
    }
}
