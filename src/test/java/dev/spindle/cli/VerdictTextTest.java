package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.record.VerdictRecord;
import dev.spindle.timeline.Side;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verdict as text and as JSON, also where there is little to tell. */
@Tag("unit")
class VerdictTextTest {
    private static final String SENTENCE = "It ended.";

    private static VerdictRecord verdict(
            boolean durable, double durableSeconds, String file, Map<String, String> hashes) {
        return new VerdictRecord(
                "COMPLETE",
                0,
                durable,
                SENTENCE,
                file,
                hashes,
                100,
                90,
                durableSeconds,
                0.25,
                0.1,
                3,
                5_000_000,
                7,
                "steady",
                "direct",
                0,
                Map.of(Side.STORAGE, 2.0),
                Optional.empty());
    }

    private static VerdictRecord ofNothing(long badSectors) {
        return new VerdictRecord(
                "DRIVE_FAILED",
                5,
                false,
                SENTENCE,
                "",
                Map.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                "steady",
                "",
                badSectors,
                Map.of(),
                Optional.empty());
    }

    private static String row(VerdictRecord verdict, String name) {
        return VerdictText.lines(verdict).stream()
                .filter(line -> line.startsWith("  " + name + " "))
                .findFirst()
                .orElse("");
    }

    @Test
    void whatNeverBeganHasNoFigures() {
        assertThat(VerdictText.lines(ofNothing(0))).isEqualTo(List.of(SENTENCE));
    }

    @Test
    void badSectorsAreToldWhereThereAreAny() {
        assertThat(VerdictText.lines(ofNothing(7)))
                .isEqualTo(List.of(SENTENCE, "  bad sectors  7"));
    }

    @Test
    void durableIsSaidOnlyOfWhatIs() {
        assertThat(row(verdict(true, 95, "/x.iso", Map.of()), "time"))
                .endsWith("read after 1:30 min, durable after 1:35 min");
        assertThat(row(verdict(false, 95, "/x.iso", Map.of()), "time")).endsWith(", not durable");
        assertThat(row(verdict(true, 0, "/x.iso", Map.of()), "time")).endsWith(", not durable");
    }

    @Test
    void hashesStandInTheirOrderAndTheFileBeforeThem() {
        var lines =
                VerdictText.lines(
                        verdict(true, 1, "/x.iso", Map.of("sha256", "aa", "crc32", "bb")));
        assertThat(lines.subList(0, 4))
                .isEqualTo(
                        List.of(
                                SENTENCE,
                                "  file         /x.iso",
                                "  crc32        bb",
                                "  sha256       aa"));
    }

    /** Each side has its place, also those that cost nothing. */
    @Test
    void everySideIsNamed() {
        assertThat(row(verdict(true, 1, "", Map.of()), "stalled"))
                .isEqualTo("  stalled      drive 0 ms, storage 2.0 s, you 0 ms, Spindle 0 ms");
    }

    @Test
    void aMechanismStandsBehindItsPolicyWhereThereIsOne() {
        assertThat(row(verdict(true, 1, "", Map.of()), "writeback"))
                .startsWith("  writeback    steady (direct), at most 5.00 MB unconfirmed");
    }

    @Test
    void aFileNameWithALineEndStaysOnOneLine() {
        assertThat(row(verdict(true, 1, "/a\nb\u001b[m.iso", Map.of()), "file"))
                .isEqualTo("  file         /a b?[m.iso");
    }

    @Test
    void asJsonWhatIsUnknownIsNull() {
        JsonNode json = JsonMapper.shared().readTree(VerdictJson.line(ofNothing(0)));
        assertThat(json.get("file").isNull()).isTrue();
        assertThat(json.get("sha256").isNull()).isTrue();
        assertThat(json.get("exit").asInt()).isEqualTo(5);
        assertThat(json.get("durable").asBoolean()).isFalse();
        assertThat(json.get("stalledSeconds").size()).isEqualTo(Side.values().length);
        assertThat(json.get("stalledSeconds").get("STORAGE").asDouble()).isZero();
    }

    /** The names are a contract with whoever reads them. */
    @Test
    void asJsonItHasTheFieldsOfTheManual() {
        JsonNode json =
                JsonMapper.shared()
                        .readTree(
                                VerdictJson.line(
                                        verdict(true, 95, "/x.iso", Map.of("sha256", "aa"))));
        assertThat(json.propertyNames())
                .contains(
                        "type",
                        "outcome",
                        "exit",
                        "durable",
                        "text",
                        "file",
                        "sha256",
                        "totalSeconds",
                        "readSeconds",
                        "durableSeconds",
                        "longestWriterStallSeconds",
                        "p999WriterStallSeconds",
                        "readerWaitSeconds",
                        "peakUnconfirmedBytes",
                        "cpuSeconds",
                        "policy",
                        "mechanism",
                        "badSectors",
                        "stalledSeconds");
        assertThat(json.get("sha256").asString()).isEqualTo("aa");
        assertThat(json.get("peakUnconfirmedBytes").asLong()).isEqualTo(5_000_000);
        assertThat(json.get("mechanism").asString()).isEqualTo("direct");
    }
}
