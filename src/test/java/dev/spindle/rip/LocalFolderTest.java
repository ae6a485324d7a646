package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Optional;

/** Whether an image may lie in a local folder for a while. */
@Tag("unit")
final class LocalFolderTest {
    private static Optional<String> problem(Bench bench, String folder, long bytes) {
        return new LocalFolder(bench.services(), folder, new StopToken()).problem(bytes);
    }

    @Test
    void whatIsOfUseIsNoProblem() {
        var _ =
                Bench.with(
                        bench -> assertThat(problem(bench, Bench.FOLDER, TestImage.MIB)).isEmpty());
    }

    @Test
    void whatIsNotIsOneSentence() {
        var _ =
                Bench.with(bench -> {
                    assertThat(problem(bench, "/no/such/folder", 1).orElseThrow())
                            .startsWith("/no/such does not exist; ")
                            .endsWith(".");
                    bench.storage.volume().capacity(TestImage.MIB);
                    assertThat(problem(bench, Bench.FOLDER, 2L * TestImage.MIB))
                            .contains(
                                    Bench.FOLDER
                                            + " has 1.05 MB free, and 2.10 MB are needed; free some"
                                            + " space or choose another folder.");
                    bench.storage.volume().processFileLimit(TestImage.MIB / 2);
                    assertThat(problem(bench, Bench.FOLDER, TestImage.MIB).orElseThrow())
                            .contains("can't hold a file of 1.05 MB")
                            .endsWith("choose another folder.");
                    bench.storage.volume().readOnly(true);
                    assertThat(problem(bench, Bench.FOLDER, 1).orElseThrow()).contains("read-only");
                });
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLong() {
        var hung =
                Bench.with(bench -> {
                    bench.storage.on(CallKind.LOOK_UP).path("/silent").hangForEver();
                    long startNanos = bench.baton.nanoTime();
                    assertThat(problem(bench, "/silent", 1))
                            .contains("/silent does not answer now; choose another folder.");
                    assertThat(bench.baton.nanoTime() - startNanos)
                            .isLessThanOrEqualTo(Duration.ofSeconds(11).toNanos());
                });
        assertThat(hung).containsExactly("lookout");
    }

    @Test
    void aStopEndsTheLook() {
        var _ =
                Bench.with(bench -> {
                    bench.storage.on(CallKind.LOOK_UP).path("/silent").hangForEver();
                    var stop = new StopToken();
                    var _ = bench.later(Duration.ofSeconds(1), stop::stop);
                    long startNanos = bench.baton.nanoTime();
                    assertThat(new LocalFolder(bench.services(), "/silent", stop).problem(1))
                            .isEmpty();
                    assertThat(bench.baton.nanoTime() - startNanos)
                            .isEqualTo(Duration.ofSeconds(1).toNanos());
                });
    }

    /** Who may not write there is told so, and nothing stays of the try. */
    @Test
    void whoMayNotWriteThereIsTold() {
        var _ =
                Bench.with(bench -> {
                    var before = bench.storage.insight().paths();
                    assertThat(problem(bench, Bench.FOLDER, 1)).isEmpty();
                    assertThat(problem(bench, Bench.FOLDER + "/new", 1)).isEmpty();
                    assertThat(bench.storage.insight().paths()).isEqualTo(before);
                    bench.storage.on(CallKind.MAKE_FOLDER).fail(Errno.EACCES);
                    assertThat(problem(bench, Bench.FOLDER, 1)).isPresent();
                });
    }
}
