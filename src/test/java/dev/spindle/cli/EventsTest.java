package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind.Family;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.VerdictRecords;
import dev.spindle.timeline.ChunkWait;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Tag("unit")
class EventsTest {
    private static JsonNode only(RipEvent event) {
        List<String> lines = new EventLines().of(List.of(event));
        assertThat(lines).hasSize(1);
        return JsonMapper.shared().readTree(lines.getFirst());
    }

    private static List<String> names(JsonNode json) {
        return List.copyOf(json.propertyNames());
    }

    private static String joined(String lines) {
        return lines.replace("\n", "");
    }

    private static RipEvent sampled(double seconds) {
        return new RipEvent.Sampled(
                Samples.sample(seconds, 100, 60, Health.HEALTHY), Optional.of(Family.LOCAL));
    }

    @Test
    void aDestinationThatNobodyHasLookedAtIsOfNoKind() {
        var first = new RipEvent.Sampled(Samples.sample(0, 0, 0, Health.HEALTHY), Optional.empty());
        assertThat(new EventLines().of(List.of(first)).getFirst()).contains("\"kind\":\"UNKNOWN\"");
    }

    @Test
    void sample() {
        JsonNode json = only(sampled(1.2));
        assertThat(json.toString())
                .isEqualTo(
                        joined(
                                """
                                {"type":"sample","t":1.2,"readBytes":100,"writtenBytes":100,
                                "confirmedBytes":60,"durableBytes":60,"unconfirmedBytes":40,
                                "chunkBytes":33554432,"ringFill":0.25,"cushionSeconds":7.5,
                                "reader":"READING","writer":"WRITING","flusher":"IDLE",
                                "kind":"LOCAL","health":"HEALTHY"}
                                """));
    }

    @Test
    void chunk() {
        JsonNode json = only(new RipEvent.ChunkConfirmed(new ChunkWait(1.2, 64, 32, 0.0123456789)));
        assertThat(names(json)).containsExactly("type", "t", "offset", "length", "waitSeconds");
        assertThat(json.get("type").asString()).isEqualTo("chunk");
        assertThat(json.get("offset").asLong()).isEqualTo(64);
        assertThat(json.get("length").asLong()).isEqualTo(32);
        assertThat(json.get("waitSeconds").asDouble()).isEqualTo(0.012346);
    }

    @Test
    void openStallIsToldAtTheMomentOfItsLine() {
        JsonNode json = only(new RipEvent.StallOpened("writer", 0.25, 1.0));
        assertThat(names(json)).contains("type", "t", "thread", "seconds");
        assertThat(json.get("type").asString()).isEqualTo("stall-open");
        assertThat(json.get("t").asDouble()).isEqualTo(1.25);
        assertThat(json.get("thread").asString()).isEqualTo("writer");
        assertThat(json.get("seconds").asDouble()).isEqualTo(1.0);
    }

    @Test
    void stall() {
        var stall = new Stall("writer", 1.2, 0.3, Side.STORAGE, "disk \"throughput\"");
        JsonNode json = only(new RipEvent.StallEnded(stall));
        assertThat(names(json))
                .containsExactly("type", "thread", "start", "seconds", "side", "cause");
        assertThat(json.get("type").asString()).isEqualTo("stall");
        assertThat(json.get("start").asDouble()).isEqualTo(1.2);
        assertThat(json.get("side").asString()).isEqualTo("STORAGE");
        assertThat(json.get("cause").asString()).isEqualTo("disk \"throughput\"");
    }

    @Test
    void aStallInSmallPiecesTellsWhatWasWaitedAndWithinWhichTime() {
        var stall =
                new Stall(
                        "reader",
                        1.2,
                        0.5,
                        Side.STORAGE,
                        "behind",
                        Optional.empty(),
                        Optional.of(0.06));
        JsonNode json = only(new RipEvent.StallEnded(stall));
        assertThat(json.get("seconds").asDouble()).isEqualTo(0.06);
        assertThat(json.get("withinSeconds").asDouble()).isEqualTo(0.5);
    }

    @Test
    void state() {
        JsonNode json =
                only(new RipEvent.StateChanged(1.2, "health", "HEALTHY", "SLOW", "6 s\na write"));
        assertThat(names(json)).containsExactly("type", "t", "what", "from", "to", "why");
        assertThat(json.get("type").asString()).isEqualTo("state");
        assertThat(json.get("why").asString()).isEqualTo("6 s\na write");
    }

    @Test
    void notice() {
        JsonNode json = only(new RipEvent.Noticed(0.25, "protection", "It is protected."));
        assertThat(names(json)).containsExactly("type", "t", "what", "text");
        assertThat(json.get("type").asString()).isEqualTo("notice");
        assertThat(json.get("t").asDouble()).isEqualTo(0.25);
        assertThat(json.get("what").asString()).isEqualTo("protection");
        assertThat(json.get("text").asString()).isEqualTo("It is protected.");
    }

    @Test
    void whatIsNotFiniteIsUnknown() {
        JsonNode json =
                only(new RipEvent.ChunkConfirmed(new ChunkWait(1, 0, 0, Double.POSITIVE_INFINITY)));
        assertThat(json.get("waitSeconds").isNull()).isTrue();
    }

    @Test
    void tenSamplesASecondAtMost() {
        var lines = new EventLines();
        int passed = 0;
        for (int i = 0; i < 3000; i++) {
            passed += lines.of(List.of(sampled(i / 1000.0))).size();
        }
        assertThat(passed).isEqualTo(30);
    }

    @Test
    void theFileHoldsAllLinesAndTheVerdictLast(@TempDir Path folder) throws IOException {
        var cli = new CliRun().in(folder);
        cli.service.rip =
                new FakeRip()
                        .then(Samples.at(Phase.SWEEPING, 1000, 10, 0), sampled(0.1), sampled(0.2))
                        .then(
                                Samples.ended(),
                                new RipEvent.StallOpened("reader", 0.3, 1),
                                sampled(0.4));
        assertThat(cli.run("rip", "demo:", "-o", "out", "--events", "e.jsonl")).isZero();
        var types = new ArrayList<String>();
        for (String line : Files.readAllLines(folder.resolve("e.jsonl"))) {
            types.add(JsonMapper.shared().readTree(line).get("type").asString());
        }
        assertThat(types).containsExactly("sample", "sample", "stall-open", "sample", "verdict");
    }

    @Test
    void theVerdictHasItsFields(@TempDir Path folder) throws IOException {
        var cli = new CliRun().in(folder);
        cli.run("rip", "demo:", "-o", "out", "--events", "e.jsonl");
        assertThat(Files.readAllLines(folder.resolve("e.jsonl")))
                .containsExactly(
                        joined(
                                """
                                {"type":"verdict","outcome":"COMPLETE","exit":0,"durable":true,
                                "text":"It ended as COMPLETE.","file":"/cur/out/DISC.iso",
                                "sha256":"aa55","crc32":"0badcafe","totalSeconds":12.5,
                                "readSeconds":10.25,"durableSeconds":12.25,
                                "longestWriterStallSeconds":0.5,"p999WriterStallSeconds":0.125,
                                "readerWaitSeconds":1.5,"peakUnconfirmedBytes":64000000,
                                "cpuSeconds":2.5,"policy":"classic","mechanism":"range",
                                "badSectors":0,"stalledSeconds":{"DRIVE":0.0625,
                                "STORAGE":1.75,"USER":0.0,"SELF":0.0},
                                "rescue":{"means":{},"badSectorsByFile":{}}}
                                """));
    }

    @Test
    void anUnknownHashOrFileIsNull() {
        var verdict = Samples.verdict(RipOutcome.STOPPED);
        JsonNode json = JsonMapper.shared().readTree(VerdictJson.line(VerdictRecords.of(verdict)));
        assertThat(json.get("sha256").isNull()).isTrue();
        assertThat(json.has("crc32")).isFalse();
    }

    @Test
    void aFileThatFailsIsWarnedOfOnceAndTheRipGoesOn() {
        var cli = new CliRun();
        cli.service.rip = new FakeRip();
        for (int i = 0; i < 5; i++) {
            cli.service.rip.then(Samples.at(Phase.SWEEPING, 1000, 10, 0), sampled(i));
        }
        cli.service.rip.then(Samples.ended());
        assertThat(cli.run("rip", "demo:", "-o", "out", "--events", "/dev/full")).isZero();
        assertThat(cli.err())
                .containsOnlyOnce(
                        "the rip goes on, but /dev/full is not complete: No space left on device");
        assertThat(cli.out()).startsWith("It ended as COMPLETE.");
    }
}
