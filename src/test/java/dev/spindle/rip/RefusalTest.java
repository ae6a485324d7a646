package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.function.Consumer;

/** Destinations that can't work are refused with one sentence, and nothing is left behind. */
@Tag("unit")
final class RefusalTest {
    private static final int MIB = TestImage.MIB;

    private static void assertRefused(String words, Consumer<Bench> setUp) {
        var left =
                Bench.with(bench -> {
                    setUp.accept(bench);
                    var before = bench.storage.insight().paths();
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains(words).endsWith(".");
                    assertThat(bench.storage.insight().paths()).isEqualTo(before);
                    assertThat(bench.discs).allMatch(MemorySource::isClosed);
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                });
        assertThat(left).isEmpty();
    }

    @Test
    void refusesAFolderWhoseParentIsMissing() {
        assertRefused("/mnt/share does not exist", bench -> bench.folder = "/mnt/share/rips");
    }

    @Test
    void refusesAFolderThatIsAFile() {
        assertRefused(
                "is not a folder",
                bench -> {
                    bench.storage.insight().file("/out/file", new byte[1]);
                    bench.folder = "/out/file";
                });
    }

    @Test
    void refusesAReadOnlyFileSystem() {
        assertRefused("read-only", bench -> bench.storage.volume().readOnly(true));
    }

    @Test
    void refusesWhereThereIsNotEnoughSpace() {
        assertRefused("free", bench -> bench.storage.volume().capacity(MIB + MIB / 2));
    }

    @Test
    void refusesAFileBeyondTheLimitOfTheProcess() {
        assertRefused("limit", bench -> bench.storage.volume().processFileLimit(MIB - 1));
    }

    @Test
    void refusesAFileBeyondFourGibibytesOnFat() {
        assertRefused(
                "(FAT)",
                bench -> {
                    bench.storage.volume().type(0x4D44);
                    bench.discBytes = 5L << 30;
                });
    }

    @Test
    void takesBackTheFolderOfARipThatIsRefused() {
        assertRefused(
                "no space",
                bench -> {
                    bench.folder = "/out/new";
                    bench.storage.on(CallKind.OPEN).pathEndsWith(".part").fail(Errno.ENOSPC);
                });
    }

    @Test
    void makesTheFolder() {
        var _ =
                Bench.with(bench -> {
                    bench.folder = "/out/new";
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
    }
}
