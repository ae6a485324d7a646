package dev.spindle.ui.destination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemKind;
import dev.spindle.rip.DestinationReport;
import dev.spindle.ui.common.Tone;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the things that are wrong with a folder is told. */
@Tag("unit")
class DestinationSummaryTest {
    private static final long EXT4 = 0xEF53;
    private static final long FREE = 1_000_000;
    private static final long MOST = 2_000_000;
    private static final FileFacts FOLDER =
            new FileFacts(FileFacts.Kind.FOLDER, 4096, "8:1", 2, 1, 0, 0);

    private static DestinationSummary of(boolean exists, boolean writable, long neededBytes) {
        var kind = FileSystemKind.ofType(EXT4);
        var report = new DestinationReport("/out", exists, FOLDER, kind, FREE, MOST, writable);
        return DestinationSummary.of(report, neededBytes);
    }

    @ParameterizedTest
    @CsvSource({
        "0, NEUTRAL, ''",
        "1000000, NEUTRAL, ''",
        "1000001, WARNING, 'Only 1.00 MB is free, but the image has 1.00 MB.'",
        "2000000, WARNING, 'Only 1.00 MB is free, but the image has 2.00 MB.'",
        "2000001, DANGER, 'ext4 holds files up to 2.00 MB, but the image has 2.00 MB.'"
    })
    void roomAndLimitCountToTheByte(long needed, Tone tone, String notice) {
        assertThat(of(true, true, needed).tone()).isEqualTo(tone);
        assertThat(of(true, true, needed).notice()).isEqualTo(notice);
    }

    @Test
    void whatCanOnlyBeReadIsToldBeforeAllElse() {
        for (long needed : new long[] {0, FREE + 1, MOST + 1}) {
            var summary = of(false, false, needed);
            assertThat(summary.tone()).isEqualTo(Tone.DANGER);
            assertThat(summary.notice()).isEqualTo("This file system is mounted read-only.");
        }
    }

    @Test
    void aNewFolderIsToldUnlessThereIsWorse() {
        assertThat(of(false, true, 0).notice()).isEqualTo("This folder will be made.");
        assertThat(of(false, true, 0).tone()).isEqualTo(Tone.NEUTRAL);
        assertThat(of(false, true, FREE + 1).notice()).startsWith("Only 1.00 MB is free");
        assertThat(of(false, true, MOST + 1).notice()).startsWith("ext4 holds files");
    }

    @Test
    void factsAreToldInAnyCase() {
        var summary = of(true, false, 0);
        assertThat(summary.fileSystem()).isEqualTo("ext4");
        assertThat(summary.family()).isEqualTo("LOCAL");
        assertThat(summary.free()).isEqualTo("1.00 MB");
        assertThat(summary.limit()).isEqualTo("2.00 MB");
    }

    @Test
    void memoryIsCalledSo() {
        var tmpfs = FileSystemKind.ofType(0x01021994);
        var report = new DestinationReport("/tmp", true, FOLDER, tmpfs, 1, Long.MAX_VALUE, true);
        var summary = DestinationSummary.of(report, 0);
        assertThat(summary.family()).isEqualTo("MEMORY");
        assertThat(summary.limit()).isEqualTo("No limit that matters");
    }
}
