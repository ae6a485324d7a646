package dev.spindle.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.probe.ProbeReport.Outcome;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How much a test writes, at the edges of pace, room and limits; and what its report holds. */
@Tag("unit")
class ProbeSizeTest {
    private static final long MIB = 1 << 20;

    private static ProbeFacts facts(long freeBytes, long fileLimitBytes) {
        return new ProbeFacts(FileSystemKind.ofType(0xEF53), freeBytes, fileLimitBytes, false);
    }

    private static ProbeRequest usual(long bytesPerSecond) {
        return new ProbeRequest("/out", OptionalLong.empty(), bytesPerSecond);
    }

    private static ProbeRequest sized(long bytes) {
        return new ProbeRequest("/out", OptionalLong.of(bytes), 1000);
    }

    @ParameterizedTest
    @CsvSource({
        // a quarter of the room; the limit of a file; the usual time
        "100000000, 9223372036854775807, 25000000",
        "100000000, 20000000, 20000000",
        "99000000000, 9223372036854775807, 1350000000"
    })
    void theLeastOfRoomLimitAndTimeCounts(long free, long limit, long bytes) throws IOException {
        assertThat(ProbedFolder.sizeBytes(usual(54_000_000), facts(free, limit))).isEqualTo(bytes);
    }

    @Test
    void aQuarterOfTheRoomMustBeWorthATest() throws IOException {
        long most = Long.MAX_VALUE;
        assertThat(ProbedFolder.sizeBytes(usual(54_000_000), facts(16 * MIB, most)))
                .isEqualTo(4 * MIB);
        assertThatIOException()
                .isThrownBy(
                        () -> ProbedFolder.sizeBytes(usual(54_000_000), facts(16 * MIB - 4, most)))
                .withMessage(
                        "/out has too little room to be tested: 16.8 MB; remove something there");
        assertThatIOException()
                .isThrownBy(
                        () -> ProbedFolder.sizeBytes(usual(54_000_000), facts(99 * MIB, 3 * MIB)))
                .withMessageStartingWith("/out has too little room to be tested: 3.15 MB");
    }

    @ParameterizedTest
    @CsvSource({"1", "999", "100000", "160000"})
    void aSlowPaceIsNoLackOfRoom(long bytesPerSecond) throws IOException {
        assertThat(ProbedFolder.sizeBytes(usual(bytesPerSecond), facts(1L << 40, 1L << 40)))
                .isEqualTo(4 * MIB);
    }

    @ParameterizedTest
    @CsvSource({"9223372036854775807", "1000000000000000000"})
    void aPaceBeyondAllDrivesDoesNotOverflow(long bytesPerSecond) throws IOException {
        assertThat(ProbedFolder.sizeBytes(usual(bytesPerSecond), facts(1L << 40, 1L << 40)))
                .isEqualTo(1L << 38);
    }

    @Test
    void aSizeThatIsSaidMayTakeAllTheRoom() throws IOException {
        assertThat(ProbedFolder.sizeBytes(sized(1000), facts(1000, 5000))).isEqualTo(1000);
        assertThatIOException()
                .isThrownBy(() -> ProbedFolder.sizeBytes(sized(1001), facts(1000, 5000)))
                .withMessage("/out has room for a file of 1.00 kB; give a smaller --size");
    }

    @Test
    void aFullDiskIsToldWithWhatHelps() {
        var full = new OsException(Errno.ENOSPC, "pwrite", "/out/x");
        assertThat(ProbedFolder.sentence(full))
                .isEqualTo(
                        "/out/x: no space left on the device (pwrite); the test needs more room, or"
                                + " a smaller --size");
        var quota = new OsException(Errno.EDQUOT, "pwrite", "/out/x");
        assertThat(ProbedFolder.sentence(quota)).endsWith("or a smaller --size");
        var broken = new OsException(Errno.EIO, "pwrite", "/out/x");
        assertThat(ProbedFolder.sentence(broken)).isEqualTo("/out/x: input/output error (pwrite)");
    }

    @Test
    void exitCodesAreThoseOfTheManual() {
        assertThat(Outcome.values()).extracting(Outcome::exitCode).containsExactly(0, 3, 4);
    }

    @Test
    void aReportKeepsItsMeasures() {
        var measure = new ProbeMeasure("steady", "direct", "", 100, 1, 4, 0, 0, 0, 1, 0, 0);
        var given = new ArrayList<>(List.of(measure));
        var report = new ProbeReport(Outcome.MEASURED, "", "/out", 1, Optional.empty(), given);
        given.clear();
        assertThat(report.measures()).containsExactly(measure);
        assertThat(measure.sustainedRate()).as("until durable, not until written").isEqualTo(25);
    }
}
