package dev.spindle.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer of a drive is: about the disc, or about the drive. */
@Tag("unit")
class SenseTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0x00, Fault",
        "1, 0x17, Fault",
        "2, 0x04, NotReady",
        "2, 0x3A, NotReady",
        "3, 0x02, MediumError",
        "3, 0x11, MediumError",
        "4, 0x44, Fault",
        "5, 0x21, Fault",
        "5, 0x6F, Protected",
        "5, 0x6E, Fault",
        "6, 0x28, Changed",
        "6, 0x29, Changed",
        "6, 0x6F, Changed",
        "7, 0x27, Protected",
        "8, 0x00, MediumError",
        "9, 0x00, Fault",
        "11, 0x00, Fault",
        "15, 0xFF, Fault"
    })
    void keyAndCodeMakeTheOutcome(int key, String asc, String outcome) {
        var sense = new Sense(key, Integer.decode(asc), 0);
        assertThat(sense.asOutcome().getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void theOutcomeKeepsTheSense() {
        var scrambled = new Sense(5, 0x6F, 3);
        assertThat(scrambled.asOutcome()).isEqualTo(new ReadOutcome.Protected(scrambled));
        var dead = new Sense(4, 0x3E, 1);
        assertThat(dead.asOutcome())
                .isEqualTo(new ReadOutcome.Fault(dead, "the drive answered 04/3E/01"));
    }

    @Test
    void itIsWrittenAsInTheStandards() {
        assertThat(Sense.UNRECOVERED_READ_ERROR).hasToString("03/11/00");
        assertThat(Sense.MEDIUM_MAY_HAVE_CHANGED).hasToString("06/28/00");
        assertThat(Sense.NO_MEDIUM).hasToString("02/3A/00");
        assertThat(new Sense(15, 255, 10)).hasToString("0F/FF/0A");
    }

    @ParameterizedTest
    @CsvSource({"-1,0,0", "16,0,0", "0,-1,0", "0,256,0", "0,0,-1", "0,0,256"})
    void whatNoDriveCanAnswerIsRefused(int key, int asc, int ascq) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sense(key, asc, ascq))
                .withMessage("no sense: " + key + "/" + asc + "/" + ascq);
    }
}
