package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** What is said of a drive that can't go on, and with which exit code. */
@Tag("unit")
final class DriveFailuresTest {
    static Stream<Arguments> sentences() {
        return Stream.of(
                Arguments.of(
                        new ReadOutcome.Gone("the cable is out"),
                        "The drive can't go on: the cable is out."),
                Arguments.of(
                        new ReadOutcome.Changed(Sense.MEDIUM_MAY_HAVE_CHANGED),
                        "The disc may have been changed (06/28/00); put the same disc back."),
                Arguments.of(
                        new ReadOutcome.NotReady(Sense.NO_MEDIUM),
                        "The drive is not ready (02/3A/00); is the disc in it?"),
                Arguments.of(
                        new ReadOutcome.Fault(new Sense(4, 0x44, 0), "its hardware"),
                        "The drive failed (04/44/00): its hardware."),
                Arguments.of(
                        new ReadOutcome.MediumError(Sense.UNRECOVERED_READ_ERROR),
                        "The disc can't be read."));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void eachHasItsSentence(ReadOutcome outcome, String sentence) {
        assertThat(DriveFailures.sentence(outcome)).isEqualTo(sentence);
        assertThat(DriveFailures.outcome(outcome).exitCode()).isEqualTo(5);
    }

    /** No lock is picked, and the user is told so at once. */
    @Test
    void aProtectedDiscIsCalledSo() {
        var outcome = new ReadOutcome.Protected(new Sense(5, 0x6F, 3));
        assertThat(DriveFailures.sentence(outcome))
                .isEqualTo(
                        "This disc is copy-protected (the drive answered 05/6F/03); Spindle reads"
                                + " discs as they are and contains no decryption, so the protected"
                                + " parts can't be copied.");
        assertThat(DriveFailures.outcome(outcome).exitCode()).isEqualTo(6);
    }

    /** From the drive's answer to the end of a whole rip. */
    @ParameterizedTest
    @CsvSource({
        "5/6F/03, PROTECTED_DISC, copy-protected",
        "7/27/00, PROTECTED_DISC, copy-protected",
        "6/28/00, DRIVE_FAILED, may have been changed",
        "4/44/00, DRIVE_FAILED, The drive failed (04/44/00)"
    })
    void aRipEndsByWhatTheDriveAnswers(String sense, RipOutcome expected, String words) {
        var left =
                Bench.with(bench -> {
                    bench.policy = TestPolicies.auto();
                    bench.script = "speed 4M\nbad 300 1 sense " + sense;
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).as(verdict.text()).isEqualTo(expected);
                    assertThat(verdict.text()).contains(words);
                    assertThat(verdict.durable()).isFalse();
                    bench.files().assertMapHolds();
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                });
        assertThat(left).isEmpty();
    }
}
