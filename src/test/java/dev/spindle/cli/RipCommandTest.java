package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rescue.Effort;
import dev.spindle.rescue.ReadCommand.Pass;
import dev.spindle.rip.Fill;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.writeback.BudgetRule;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

@Tag("unit")
class RipCommandTest {
    private final CliRun cli = new CliRun();

    private RipRequest requested(String line) {
        assertThat(cli.run(line.split(" "))).as(cli.err()).isZero();
        assertThat(cli.service.requests).hasSize(1);
        assertThat(cli.services()).isOne();
        return cli.service.requests.getFirst();
    }

    @Test
    void asksForTheDefaults() {
        assertThat(requested("rip /dev/sr0 -o out")).isEqualTo(standardRequest("/dev/sr0"));
    }

    private static RipRequest standardRequest(String drive) {
        return new RipRequest(
                drive,
                "/cur/out",
                Optional.empty(),
                PolicyChoice.standard(),
                OptionalLong.empty(),
                Set.of(HashAlgorithm.SHA256),
                Effort.retries(3),
                ResumeMode.ADAPT,
                false,
                Duration.ZERO);
    }

    @Test
    void asksForWhatItIsTold() {
        String line =
                "-vv rip x.iso?speed=20M -o /srv/rips --name Disc-1 --policy classic --controller"
                        + " fixed --chunk 8MB --ring 64M --hash md5,crc32 --retries 0 --restart"
                        + " --verify --wait 5min";
        assertThat(requested(line))
                .isEqualTo(
                        new RipRequest(
                                "x.iso?speed=20M",
                                "/srv/rips",
                                Optional.of("Disc-1"),
                                new PolicyChoice(Policy.CLASSIC, Controller.FIXED, 8_000_000),
                                OptionalLong.of(64L << 20),
                                Set.of(HashAlgorithm.MD5, HashAlgorithm.CRC32),
                                Effort.retries(0),
                                ResumeMode.RESTART,
                                true,
                                Duration.ofMinutes(5)));
    }

    @Test
    void asksForASecondDrive() {
        assertThat(requested("rip x.iso -o out --also y.iso").wishes().second()).contains("y.iso");
    }

    @Test
    void asksForAFolderToRipToFirst() {
        var request = requested("rip x.iso -o out --staging ./local");
        assertThat(request.staging()).contains("/cur/local");
        assertThat(request.drive()).isEqualTo("x.iso");
    }

    /** An image that lies there already is known by its whole path, however it was typed. */
    @Test
    void asksForAStagedImageByItsPath() {
        assertThat(requested("rip local/A.iso -o out --staging local").drive())
                .isEqualTo("/cur/local/A.iso");
    }

    @ParameterizedTest
    @CsvSource({"'', ZEROS", "--fill zeros, ZEROS", "--fill pattern, PATTERN"})
    void asksForTheFillOfUnreadSectors(String option, Fill fill) {
        assertThat(requested("rip x.iso -o out " + option).fill()).isEqualTo(fill);
    }

    @Test
    void asksForWhatAnotherRipHas() {
        assertThat(requested("rip x.iso -o out --merge other/A.map").merge())
                .contains("/cur/other/A.map");
    }

    @Test
    void asksForPassesAndTime() {
        var effort = requested("rip x.iso -o out --passes sweep,back --until 30min").effort();
        assertThat(effort.passes()).containsExactlyInAnyOrder(Pass.SWEEP, Pass.BACK);
        assertThat(effort.until()).contains(Duration.ofMinutes(30));
        assertThat(effort.retries()).isEqualTo(3);
    }

    @Test
    void plainHasNoController() {
        RipRequest request = requested("rip demo: -o out --policy=plain --hash none --resume");
        assertThat(request.policy()).isEqualTo(PolicyChoice.plain());
        assertThat(request.hashes()).isEmpty();
        assertThat(request.resume()).isEqualTo(ResumeMode.RESUME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--controller auto", "--policy auto", "--mechanism auto", "--wait 0"})
    void sayingWhatIsStandardChangesNothing(String options) {
        assertThat(requested("rip demo: -o out " + options)).isEqualTo(standardRequest("demo:"));
    }

    @ParameterizedTest
    @EnumSource(Mechanism.class)
    void steadyTakesEachMechanismByItsName(Mechanism mechanism) {
        String line = "rip demo: -o out --policy steady --mechanism " + mechanism.text();
        assertThat(requested(line).policy()).isEqualTo(PolicyChoice.steady(mechanism));
    }

    @Test
    void autoTakesChunkControllerMechanismAndBudget() {
        String line =
                "rip demo: -o out --controller drain --chunk 2M --mechanism=range --budget 4M";
        assertThat(requested(line).policy())
                .isEqualTo(
                        new PolicyChoice(
                                Policy.AUTO,
                                Controller.DRAIN,
                                OptionalLong.of(2 << 20),
                                Optional.of(Mechanism.RANGE),
                                OptionalLong.of(BudgetRule.LEAST_BYTES)));
    }

    @Test
    void classicFindsItsOwnController() {
        assertThat(requested("rip demo: -o out --policy classic").policy())
                .isEqualTo(PolicyChoice.of(Policy.CLASSIC));
    }

    @ParameterizedTest
    @CsvSource({
        "out,/cur/out",
        "./a//b/,/cur/a/b",
        "..,/cur/..",
        "/,/",
        ".,/cur",
        "/srv/./x/../y,/srv/x/../y"
    })
    void foldersAreMadeAbsoluteWithoutFollowingDots(String typed, String absolute) {
        assertThat(requested("rip demo: -o " + typed).folder()).isEqualTo(absolute);
    }

    @Test
    void demoTakesAFolderOfItsOwn() {
        RipRequest request = requested("demo --retries 5");
        assertThat(request.drive()).isEqualTo("demo:");
        assertThat(request.folder()).isEqualTo("/cur/spindle-demo");
        assertThat(request.effort().retries()).isEqualTo(5);
    }

    @Test
    void demoTakesAnotherFolder() {
        assertThat(requested("demo -o /x").folder()).isEqualTo("/x");
    }

    @Test
    void nameMayBeTwoHundredBytes() {
        String name = "ä".repeat(100);
        assertThat(requested("rip demo: -o out --name " + name).name()).contains(name);
    }

    @ParameterizedTest
    @EnumSource(RipOutcome.class)
    void theExitCodeIsTheVerdicts(RipOutcome outcome) {
        cli.service.rip = new FakeRip().then(Samples.ended(Samples.verdict(outcome)));
        assertThat(cli.run("rip", "demo:", "-o", "out")).isEqualTo(outcome.exitCode());
        boolean isRefusal =
                outcome == RipOutcome.REFUSED_INPUT || outcome == RipOutcome.INTERNAL_ERROR;
        assertThat(isRefusal ? cli.err() : cli.out()).contains("It ended as " + outcome + ".");
        assertThat(isRefusal ? cli.out() : cli.err()).isEmpty();
    }

    @Test
    void theVerdictStandsOnStandardOutput() {
        cli.run("rip", "demo:", "-o", "out");
        assertThat(cli.out())
                .isEqualTo(
                        """
                        It ended as COMPLETE.
                          file         /cur/out/DISC.iso
                          crc32        0badcafe
                          sha256       aa55
                          time         12.5 s, read after 10.2 s, durable after 12.2 s
                          stalled      drive 63 ms, storage 1.7 s, you 0 ms, Spindle 0 ms
                          writer       longest stall 500 ms, 99.9 % up to 125 ms; the drive waited 1.5 s
                          writeback    classic (range), at most 64.0 MB unconfirmed, 2.5 s of processor time
                        """);
    }

    @ParameterizedTest
    @EnumSource(RipOutcome.class)
    void withJsonTheVerdictIsAllThatStandsThere(RipOutcome outcome) {
        cli.service.rip =
                new FakeRip()
                        .then(Samples.at(Phase.SWEEPING, 1000, 10, 0))
                        .then(Samples.ended(Samples.verdict(outcome)));
        assertThat(cli.run("rip", "demo:", "-o", "out", "--json")).isEqualTo(outcome.exitCode());
        assertThat(cli.out()).endsWith("\n").hasLineCount(1);
        JsonNode json = JsonMapper.shared().readTree(cli.out());
        assertThat(json.get("type").asString()).isEqualTo("verdict");
        assertThat(json.get("outcome").asString()).isEqualTo(outcome.name());
        assertThat(json.get("exit").asInt()).isEqualTo(outcome.exitCode());
    }

    @Test
    void aRipWithoutAVerdictIsAFault() {
        cli.service.rip = new FakeRip().then(Samples.at(Phase.ENDED, 1, 1, 1)).endsAnyhow();
        assertThat(cli.run("demo")).isEqualTo(70);
        assertThat(cli.err()).contains("the rip ended without a verdict");
    }

    @Test
    void theExitCodesAreThoseOfTheManual() {
        assertThat(RipOutcome.values())
                .extracting(RipOutcome::exitCode)
                .containsExactly(0, 2, 3, 4, 5, 6, 7, 1, 70);
    }
}
