package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.verify.FileVerification;
import dev.spindle.rip.verify.RippedFiles;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** {@code spindle verify}, with the engine on scripted storage. */
@Tag("unit")
class VerifyTest {
    private static final RippedFiles FILES =
            new RippedFiles(new BatonConcurrency(1, Duration.ofHours(1)));
    private static final String SHA256 = FILES.sha256();
    private static final String MD5 = FILES.md5();

    private final CliRun cli = new CliRun().in("/out");

    /** Lets the rip be there, changed as told. */
    private void given(Consumer<RippedFiles> change) {
        cli.service.verifier =
                (concurrency, file) -> {
                    var files = new RippedFiles(concurrency);
                    files.withSha256(files.sha256())
                            .withRecord(
                                    RipState.COMPLETE,
                                    RippedFiles.BYTES,
                                    Map.of("md5", files.md5()));
                    change.accept(files);
                    return FileVerification.start(concurrency, files.storage, file);
                };
    }

    @Test
    void tellsThatAllIsAsItWas() {
        given(_ -> {});
        assertThat(cli.run("verify", "DISC.iso")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        /out/DISC.iso is what was ripped: every known hash agrees.
                          sha256       equal: %s in DISC.sha256
                          md5          equal: %s in DISC.rip.json
                        """
                                .formatted(SHA256, MD5));
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void tellsWhichHashDiffers() {
        given(files -> files.withSha256("0".repeat(64)));
        assertThat(cli.run("verify", "./DISC.rip.json")).isEqualTo(4);
        assertThat(cli.out().lines())
                .containsExactly(
                        "/out/DISC.iso is not what was ripped. The storage did not keep it: keep"
                                + " the disc and rip it again, best onto another device.",
                        "  sha256       differs: "
                                + "0".repeat(64)
                                + " in DISC.sha256, "
                                + SHA256
                                + " on the device",
                        "  md5          equal: " + MD5 + " in DISC.rip.json");
    }

    @Test
    void tellsItAsJson() {
        given(files -> files.withRecord(RipState.COMPLETE, RippedFiles.BYTES, Map.of()));
        assertThat(cli.run("verify", "/out/DISC.map", "--json")).isZero();
        assertThat(cli.out())
                .isEqualTo(
                        """
                        {"type":"verify","outcome":"EQUAL","exit":0,\
                        "text":"/out/DISC.iso is what was ripped: every known hash agrees.",\
                        "file":"/out/DISC.iso","bytes":3146240,"fromMemoryBytes":0,"hashes":[\
                        {"algorithm":"sha256","source":"DISC.sha256","expected":"%1$s",\
                        "found":"%1$s","equal":true}]}
                        """
                                .formatted(SHA256));
    }

    @Test
    void refusesInOneSentenceWhereNothingIsToCompare() {
        given(files -> files.withRecord(RipState.COMPLETE, 1, Map.of()).with("sha256", ""));
        assertThat(cli.run("verify", "DISC.iso")).isEqualTo(1);
        assertThat(cli.err())
                .isEqualTo(
                        "spindle: no hash of /out/DISC.iso is known: neither its .sha256 nor its"
                                + " .rip.json has one\n");
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void showsHowFarItHasCome() {
        given(files -> files.storage.device().readRate(100_000));
        assertThat(cli.run("verify", "DISC.iso")).isZero();
        assertThat(cli.err().lines())
                .hasSize(3)
                .allMatch(line -> line.matches("reading back: \\d+ %, .* of 3\\.15 MB"))
                .isSorted();
    }

    @Test
    void drawsOneLineOnATerminal() {
        given(files -> files.storage.device().readRate(100_000));
        assertThat(cli.onTerminal().run("verify", "DISC.iso")).isZero();
        assertThat(cli.err()).contains("reading back: 33 %").doesNotContain("\n");
    }

    @Test
    void endsWithItsCodeAtCtrlC() {
        given(files -> files.storage.cost(CallKind.READ, Duration.ofMillis(400)));
        var verifier = cli.service.verifier;
        cli.service.verifier =
                (concurrency, file) -> {
                    var _ =
                            concurrency.start(
                                    "user",
                                    () -> {
                                        var _ =
                                                concurrency
                                                        .gate("user")
                                                        .pause(
                                                                concurrency.in(
                                                                        Duration.ofMillis(1300)),
                                                                StopToken.never());
                                        cli.signal();
                                    });
                    return verifier.apply(concurrency, file);
                };
        assertThat(cli.run("verify", "DISC.iso")).isEqualTo(3);
        assertThat(cli.out()).startsWith("Stopped before all of /out/DISC.iso was read");
    }
}
