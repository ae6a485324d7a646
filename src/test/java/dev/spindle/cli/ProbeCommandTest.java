package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.probe.ProbeProgress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("unit")
class ProbeCommandTest {
    private static final int MIB = 1 << 20;

    private final CliRun cli = new CliRun();

    @Test
    void tellsTheForecastTheFactsAndTheFigures() {
        cli.storageSetup = storage -> storage.device().rate(10 * MIB);
        assertThat(cli.run("probe", "out", "--size", "100M", "--rate", "50M")).isZero();
        assertThat(cli.out())
                .startsWith("This destination takes 10.")
                .contains("  folder       /cur/out\n")
                .contains("  file system  ext4 (LOCAL)\n")
                .contains("  renaming     works\n")
                .contains("  mechanism    direct: ext4 offers O_DIRECT")
                .contains("  stream       52.4 MB/s\n")
                .contains("  settings     --policy auto; --staging DIR, with a folder on a faster")
                .containsPattern("\n {20}steady +plain\n")
                .containsPattern("\n  bytes +105 MB +105 MB\n")
                .contains("written after", "durable after", "sustained rate", "longest stall")
                .contains("99.9 % up to", "unconfirmed peak", "longest commit", "last commit");
        assertThat(cli.services()).isZero();
    }

    @Test
    void withJsonThatIsAllThatStandsThere() {
        assertThat(cli.run("probe", "/cur/out", "--json", "--size=64M", "--rate=32M")).isZero();
        assertThat(cli.out()).hasLineCount(1);
        JsonNode json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.get("type").asString()).isEqualTo("probe");
        assertThat(json.get("outcome").asString()).isEqualTo("MEASURED");
        assertThat(json.get("kind").asString()).isEqualTo("LOCAL");
        assertThat(json.get("renames").asBoolean()).isTrue();
        assertThat(json.get("bytesPerSecond").asLong()).isEqualTo(32L * MIB);
        assertThat(json.get("passes")).hasSize(2);
        assertThat(json.get("settings").get("policy").asString()).isEqualTo("auto");
        assertThat(json.get("settings").get("staging").asBoolean()).isFalse();
        JsonNode steady = json.get("passes").get(0);
        assertThat(steady.get("policy").asString()).isEqualTo("steady");
        assertThat(steady.get("bytes").asLong()).isEqualTo(64L * MIB);
        assertThat(steady.get("durableSeconds").asDouble()).isBetween(1.9, 2.5);
        assertThat(steady.get("commits").asInt()).isPositive();
    }

    @Test
    void aMissingFolderIsTheDestinationsFailure() {
        assertThat(cli.run("probe", "gone", "--json")).isEqualTo(4);
        JsonNode json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.get("outcome").asString()).isEqualTo("FAILED");
        assertThat(json.get("text").asString()).startsWith("/cur/gone does not exist");
        assertThat(json.get("passes")).isEmpty();
    }

    @Test
    void aSignalStopsIt() {
        cli.storageSetup =
                storage -> {
                    storage.device().rate(8 * MIB);
                    cli.signalSoon();
                };
        assertThat(cli.run("probe", "out")).isEqualTo(3);
        assertThat(cli.out()).startsWith("The test was stopped; its file is removed.\n");
    }

    @Test
    void progressSaysWhatItIsAt() {
        assertThat(ProbeProgressLine.line(new ProbeProgress("", 0, 0)))
                .isEqualTo("probe: looking at the folder");
        assertThat(ProbeProgressLine.line(new ProbeProgress("auto", 5_000_000, 20_000_000)))
                .isEqualTo("probe: writing with auto, 5.00 MB of 20.0 MB");
        assertThat(ProbeProgressLine.line(new ProbeProgress("plain", 20, 20)))
                .isEqualTo("probe: waiting for the device with plain, 20 B of 20 B");
    }

    @Test
    void withoutATerminalProgressIsALineEveryTenSeconds() {
        cli.storageSetup = storage -> storage.device().rate(10 * MIB);
        cli.run("probe", "out", "--size", "200M", "--rate", "50M");
        assertThat(cli.err().lines())
                .hasSizeBetween(3, 5)
                .allMatch(line -> line.startsWith("probe: "));
    }
}
