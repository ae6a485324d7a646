package dev.spindle.rip.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.DriveInfo;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.WaitPoint;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@Tag("unit")
class RipRecordTextTest {
    private static RipRecord rip(RipState state, Optional<VerdictRecord> verdict) {
        return new RipRecord(
                RipRecord.VERSION,
                state,
                4711,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                new DriveInfo("/dev/sr0", "ASUS", "BW-16D1HT", "3.10", "", false),
                "Über \"label\"",
                "c0ffee",
                7_838_695_424L,
                "/srv/rips",
                "ext4",
                new WritebackRecord("classic", "p95", 32L << 20, "range"),
                List.of("sha256"),
                List.of(new ChartPoint(0.1, 8e6, 7e6, 8e6, 7.5e6, 32L << 20, 1L << 20)),
                List.of(
                        new Stall("writer", 1.25, 0.3, Side.STORAGE, "disk throughput"),
                        new Stall(
                                "reader",
                                2,
                                3,
                                Side.STORAGE,
                                "behind",
                                Optional.empty(),
                                Optional.of(1.5))),
                Optional.of(List.of(new WaitPoint(1.5, 0.01, 0.2, 0.05, 0.1))),
                verdict,
                2048,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static VerdictRecord verdict() {
        return new VerdictRecord(
                "COMPLETE",
                0,
                true,
                "Complete.",
                "/srv/rips/x.iso",
                Map.of("sha256", "aa55"),
                10.5,
                9.5,
                10.25,
                0.25,
                0.125,
                0.5,
                64L << 20,
                1.5,
                "classic",
                "range",
                0,
                Map.of(Side.STORAGE, 0.3),
                Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(RipState.class)
    void readsBackWhatItWrote(RipState state) throws IOException {
        var running = rip(state, Optional.empty());
        assertThat(RipRecordText.read(RipRecordText.write(running))).isEqualTo(running);

        var ended = rip(state, Optional.of(verdict()));
        assertThat(RipRecordText.read(RipRecordText.write(ended))).isEqualTo(ended);
    }

    @Test
    void saysStateAndTimeInWordsAndIso8601() {
        assertThat(RipRecordText.write(rip(RipState.FINISHED_WITH_HOLES, Optional.empty())))
                .contains("\"state\" : \"finished with holes\"")
                .contains("\"startedAt\" : \"2026-01-02T03:04:05.678Z\"");
    }

    @Test
    void passesOverFieldsOfNewerPrograms() throws IOException {
        var rip = rip(RipState.RUNNING, Optional.empty());
        String newer =
                RipRecordText.write(rip)
                        .replaceFirst("\\{", "{\"colour\":{\"of\":[\"the\",1]},")
                        .replace("\"vendor\"", "\"weight\":3,\"vendor\"");
        assertThat(RipRecordText.read(newer)).isEqualTo(rip);
    }

    @Test
    void takesAMissingVerdictForNone() throws IOException {
        var rip = rip(RipState.RUNNING, Optional.empty());
        String older = RipRecordText.write(rip).replaceFirst(",\\s*\"verdict\" : null", "");
        assertThat(older).doesNotContain("verdict");
        assertThat(RipRecordText.read(older)).isEqualTo(rip);
    }

    @Test
    void takesStallsOfWhichNothingWasSeen() throws IOException {
        var rip = rip(RipState.RUNNING, Optional.empty());
        String older = RipRecordText.write(rip).replaceAll(",\\s*\"evidence\" : null", "");
        assertThat(older).contains("disk throughput").doesNotContain("evidence");
        assertThat(RipRecordText.read(older).stalls()).isEqualTo(rip.stalls());
    }

    @Test
    void takesMissingWaitsForUnknownOnes() throws IOException {
        var rip = rip(RipState.COMPLETE, Optional.of(verdict()));
        String text = RipRecordText.write(rip);
        int from = text.indexOf("\"waits\"");
        String older = text.substring(0, from) + text.substring(text.indexOf("\"verdict\""));
        assertThat(RipRecordText.read(older).waits()).isEmpty();
        assertThat(RipRecordText.read(older).stalls()).isEqualTo(rip.stalls());
        assertThat(RipRecordText.read(text).waits()).isEqualTo(rip.waits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{}",
                "# Mapfile",
                "{\"version\":\"1\"}",
                "{\"version\":1}",
                "{\"version\":1,\"state\":\"asleep\"}",
                "{\"version\":1,\"drive\":[]}"
            })
    void refusesWhatIsNoRecord(String text) {
        assertThatThrownBy(() -> RipRecordText.read(text))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("this is no record of a rip")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void refusesATextThatWasCutOff() {
        String text = RipRecordText.write(rip(RipState.COMPLETE, Optional.of(verdict())));
        for (int length = 0; length < text.strip().length(); length += 97) {
            String cut = text.substring(0, length);
            assertThatThrownBy(() -> RipRecordText.read(cut)).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "99999999999"})
    void refusesAnotherVersion(String version) {
        assertThatThrownBy(() -> RipRecordText.read("{\"version\":" + version + "}"))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "this record of a rip has version "
                                + version
                                + "; this program reads version 1");
    }
}
