package dev.spindle.rip.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is written beforehand has one of everything that the end of a rip writes. */
@Tag("unit")
final class EndRehearsalTest {
    private static RipRecord running() {
        return new RipRecord(
                RipRecord.VERSION,
                RipState.RUNNING,
                4711,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                new DriveInfo("/dev/sr0", "ASUS", "BW-16D1HT", "3.10", "", false),
                "LABEL",
                "c0ffee",
                7_838_695_424L,
                "/srv/rips",
                "ext4",
                new WritebackRecord("steady", "drain", 0, "direct"),
                List.of("sha256"),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                2048,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void hasAllThatAnEndHas() {
        var ended = EndRehearsal.of(running());
        assertThat(ended.state()).isEqualTo(RipState.COMPLETE);
        assertThat(ended.chart()).isNotEmpty();
        assertThat(ended.waits().orElseThrow()).isNotEmpty();
        assertThat(ended.stalls())
                .isNotEmpty()
                .allMatch(stall -> stall.evidence().isPresent())
                .allMatch(stall -> stall.waitedSeconds().isPresent());
        var verdict = ended.verdict().orElseThrow();
        assertThat(verdict.hashes()).isNotEmpty();
        assertThat(verdict.stalledSeconds()).isNotEmpty();
        var rescue = verdict.rescue().orElseThrow();
        assertThat(rescue.means()).isNotEmpty();
        assertThat(rescue.badSectorsByFile()).isNotEmpty();
    }

    @Test
    void isARecordLikeAnyOther() throws IOException {
        var ended = EndRehearsal.of(running());
        assertThat(RipRecordText.read(RipRecordText.write(ended))).isEqualTo(ended);
    }

    /** Nobody sees it: the rip's own record is as it was. */
    @Test
    void leavesTheRecordAsItIs() {
        var running = running();
        RipRecordText.rehearseEnd(running);
        assertThat(running).isEqualTo(running());
    }
}
