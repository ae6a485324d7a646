package dev.spindle.ui.badge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Sample;
import dev.spindle.ui.Examples;
import dev.spindle.ui.common.Tone;
import dev.spindle.writeback.PolicyStatus;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

@Tag("unit")
class BadgeSummaryTest {
    @Test
    void aReasonThatStandsAloneIsASentence() {
        assertThat(BadgeSummary.asSentence("")).isEmpty();
        assertThat(BadgeSummary.asSentence("it waits")).isEqualTo("It waits.");
        assertThat(BadgeSummary.asSentence("Übrig: 3.")).isEqualTo("Übrig: 3.");
    }

    @Test
    void explainsADegradedDestination() {
        var badge = BadgeSummary.of(Examples.degraded());
        assertThat(badge.family()).isEqualTo("LOCAL");
        assertThat(badge.health()).isEqualTo("DEGRADED");
        assertThat(badge.tone()).isEqualTo(Tone.DANGER);
        assertThat(badge.why()).startsWith("No byte has moved for 30 s").endsWith(").");
        assertThat(badge.since()).isEqualTo("Since 1:49 of the rip");
        assertThat(badge.effect()).startsWith("The writer waits");
        assertThat(badge.stuck()).isEqualTo("1 not returned by the system");
        assertThat(badge.advice()).isNotEmpty();
    }

    @Test
    void saysNothingOfADestinationThatIsNotKnownYet() {
        assertThat(BadgeSummary.of(Examples.preparing()).family()).isEmpty();
        assertThat(BadgeSummary.of(Examples.preparing()).writeback()).isEmpty();
    }

    @Test
    void isQuietWhileAllIsWell() {
        var badge = BadgeSummary.of(Examples.healthy(0.5));
        assertThat(badge.tone()).isEqualTo(Tone.SUCCESS);
        assertThat(badge.why()).isEmpty();
        assertThat(badge.since()).isEmpty();
        assertThat(badge.stuck()).isEqualTo("None");
        assertThat(badge.familyNote()).startsWith("ext4. A disk of this computer.");
        assertThat(badge.writeback())
                .contains(
                        new WritebackSummary(
                                "steady, mechanism direct",
                                "ext4 offers O_DIRECT for this file in steps of 512 bytes",
                                "4 MiB",
                                "64 MiB"));
    }

    @Test
    void aPolicyWithoutChunksAndBudgetSaysSo() {
        var plain = WritebackSummary.of(new PolicyStatus("plain", "buffered", 0, 0, false, ""));
        assertThat(plain)
                .isEqualTo(new WritebackSummary("plain, mechanism buffered", "", "–", "None"));
    }

    private static RipSnapshot with(Health health, long fileSystem, double since, int stuck) {
        var now = Examples.healthy(0.5);
        var s = now.sample();
        var sample =
                new Sample(
                        s.seconds(),
                        s.readBytes(),
                        s.writtenBytes(),
                        s.confirmedBytes(),
                        s.durableBytes(),
                        s.unconfirmedBytes(),
                        s.chunkBytes(),
                        s.ringFill(),
                        s.cushionSeconds(),
                        s.reader(),
                        s.writer(),
                        s.flusher(),
                        health);
        return new RipSnapshot(
                now.phase(),
                now.title(),
                now.file(),
                now.totalBytes(),
                now.finishedBytes(),
                now.badBytes(),
                now.outlook(),
                sample,
                now.readRate(),
                now.confirmedRate(),
                now.secondsLeft(),
                Optional.of(FileSystemKind.ofType(fileSystem)),
                "why",
                since,
                now.writeback(),
                stuck,
                now.chart(),
                now.waits(),
                now.stalls(),
                now.notice(),
                now.closeUps(),
                now.map(),
                now.isPaused(),
                now.verdict());
    }

    @ParameterizedTest
    @CsvSource({
        "HEALTHY, SUCCESS, fth-check, 'The destination keeps up, or has stood still for less than"
                + " half a minute.'",
        "SLOW, WARNING, fth-clock, The destination is slower than the drive.",
        "DEGRADED, DANGER, fth-alert-triangle, The destination makes no progress.",
        "RECOVERING, WARNING, fth-refresh-cw, The destination moves again."
    })
    void eachHealthHasItsToneIconAndWords(Health health, Tone tone, String icon, String meaning) {
        var badge = BadgeSummary.of(with(health, 0xEF53, 0, 0));
        assertThat(badge.health()).isEqualTo(health.name());
        assertThat(badge.tone()).isEqualTo(tone);
        assertThat(badge.icon()).isEqualTo(icon);
        assertThat(badge.meaning()).isEqualTo(meaning);
        assertThat(badge.why()).isEqualTo("Why.");
        assertThat(badge.effect()).isNotBlank();
        assertThat(badge.advice()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "0xEF53, LOCAL, 'ext4. A disk of this computer.'",
        "0x6969, NFS, 'NFS. A share on another computer over NFS.'",
        "0x01021994, MEMORY, 'tmpfs. This folder lies in memory.'"
    })
    void eachFamilyIsExplained(String type, String family, String note) {
        var badge = BadgeSummary.of(with(Health.HEALTHY, Long.decode(type), 0, 0));
        assertThat(badge.family()).isEqualTo(family);
        assertThat(badge.familyNote()).startsWithIgnoringCase(note);
    }

    @Test
    void momentsAndStuckCallsAreCounted() {
        var badge = BadgeSummary.of(with(Health.SLOW, 0xEF53, 3725, 12));
        assertThat(badge.since()).isEqualTo("Since 1:02:05 of the rip");
        assertThat(badge.stuck()).isEqualTo("12 not returned by the system");
    }
}
