package dev.spindle.rip.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.script.CallKind;
import dev.spindle.rip.record.RipState;
import dev.spindle.rip.verify.VerifyReport.Outcome;
import dev.spindle.run.Deadline;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;

/** Reading a finished rip back. */
@Tag("unit")
class FileVerificationTest {
    private final BatonConcurrency baton = new BatonConcurrency(5, Duration.ofHours(10));
    private final RippedFiles files = new RippedFiles(baton);

    private VerifyReport verify(String named) throws IOException {
        Verification verification = FileVerification.start(baton, files.storage, named);
        assertThat(verification.awaitEnd(Deadline.never())).isTrue();
        return verification.report();
    }

    private RippedFiles whole() {
        return files.withSha256(files.sha256())
                .withRecord(
                        RipState.COMPLETE,
                        RippedFiles.BYTES,
                        Map.of("sha256", files.sha256(), "md5", files.md5()));
    }

    @ParameterizedTest
    @ValueSource(strings = {".iso", ".rip.json", ".sha256", ".map", ""})
    void comparesEveryKnownHash(String ending) throws IOException {
        whole();
        VerifyReport report = verify("/out/DISC" + ending);

        assertThat(report.outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(report.outcome().exitCode()).isZero();
        assertThat(report.image()).isEqualTo(RippedFiles.IMAGE);
        assertThat(report.fromMemoryBytes()).hasValue(0);
        assertThat(report.checks())
                .extracting(c -> c.known().algorithm() + " " + c.known().source() + c.isEqual())
                .containsExactly(
                        "SHA256 DISC.sha256true",
                        "SHA256 DISC.rip.jsontrue",
                        "MD5 DISC.rip.jsontrue");
        assertThat(files.storage.insight().openFiles()).isEmpty();
    }

    @Test
    void readsTheDeviceAndNotThePageCache() throws IOException {
        whole();
        var open = files.storage.open(RippedFiles.IMAGE, How.READ);
        open.read(ByteBuffer.allocateDirect(RippedFiles.BYTES), 0);
        files.storage.device().readRate(1 << 20);
        long start = baton.nanoTime();

        assertThat(verify(RippedFiles.IMAGE).fromMemoryBytes()).hasValue(0);
        assertThat(baton.nanoTime() - start).isGreaterThan(3_000_000_000L);
    }

    @Test
    void saysWhatCouldNotBeDroppedFromMemory() throws IOException {
        whole();
        var open = files.storage.open(RippedFiles.IMAGE, How.READ);
        open.read(ByteBuffer.allocateDirect(1 << 20), 0);
        files.storage.on(CallKind.DROP).fail(Errno.EINVAL);

        VerifyReport report = verify(RippedFiles.IMAGE);
        assertThat(report.outcome()).isEqualTo(Outcome.EQUAL);
        assertThat(report.fromMemoryBytes()).hasValue(1 << 20);
        assertThat(report.text()).contains("could not be dropped from memory");

        files.storage.volume().countsCachedPages(false);
        assertThat(verify(RippedFiles.IMAGE).text()).contains("The kernel does not tell");
    }

    @Test
    void oneOtherByteIsADifference() throws IOException {
        whole().withOneByteChanged();
        VerifyReport report = verify(RippedFiles.IMAGE);

        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.outcome().exitCode()).isEqualTo(4);
        assertThat(report.text()).contains("did not keep it").contains("keep the disc");
        assertThat(report.checks()).hasSize(3).noneMatch(HashCheck::isEqual);
    }

    @Test
    void oneHashThatDisagreesIsADifference() throws IOException {
        whole().withSha256("0".repeat(64));
        VerifyReport report = verify(RippedFiles.IMAGE);

        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.checks()).extracting(HashCheck::isEqual).contains(true, false);
    }

    @Test
    void anotherSizeIsADifferenceWithoutReading() throws IOException {
        whole().withRecord(RipState.COMPLETE, 4096, Map.of());
        VerifyReport report = verify(RippedFiles.IMAGE);

        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERENT);
        assertThat(report.text()).contains("has 3146240 bytes, and 4096 were ripped");
        assertThat(files.storage.insight().cleanCachedBytes(RippedFiles.IMAGE)).isZero();
    }

    @Test
    void whatCannotBeReadWasNotKept() throws IOException {
        whole();
        files.storage.on(CallKind.READ).path(RippedFiles.IMAGE).nth(2).fail(Errno.EIO);
        VerifyReport report = verify(RippedFiles.IMAGE);

        assertThat(report.outcome()).isEqualTo(Outcome.UNREADABLE);
        assertThat(report.outcome().exitCode()).isEqualTo(4);
        assertThat(report.text()).contains("input/output error").contains("keep the disc");
        assertThat(files.storage.insight().openFiles()).isEmpty();
    }

    @Test
    void aFileSystemThatCannotSyncIsReadAllTheSame() throws IOException {
        whole();
        files.storage.on(CallKind.SYNC_DATA).fail(Errno.EROFS);
        assertThat(verify(RippedFiles.IMAGE).outcome()).isEqualTo(Outcome.EQUAL);
    }

    @Test
    void aHashFileOfSha256sumIsEnough() throws IOException {
        files.with("sha256", files.sha256().toUpperCase(java.util.Locale.ROOT) + " *DISC.iso\n");
        files.with("rip.json", "{ broken");
        assertThat(verify(RippedFiles.IMAGE).checks()).hasSize(1).allMatch(HashCheck::isEqual);
    }

    @Test
    void withoutAHashThereIsNothingToCompare() {
        files.withRecord(RipState.FAILED, RippedFiles.BYTES, Map.of("md5", files.md5()));
        files.with("sha256", "no hash");

        assertThatThrownBy(() -> verify(RippedFiles.IMAGE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("no hash of /out/DISC.iso is known");
    }

    @Test
    void whatIsNoFinishedRipIsRefused() throws OsException {
        assertThatThrownBy(() -> verify("/out/OTHER.iso")).hasMessageContaining("there is no");
        assertThatThrownBy(() -> verify("/out/DISC.iso.part"))
                .hasMessageContaining("is not finished");
        files.storage.renameOver(RippedFiles.IMAGE, "/out/DISC.iso.part");
        assertThatThrownBy(() -> verify(RippedFiles.IMAGE))
                .hasMessageContaining("/out/DISC.iso.part is not finished");
    }

    @Test
    void aStopEndsItBetweenTwoReads() throws IOException {
        whole();
        files.storage.cost(CallKind.READ, Duration.ofSeconds(10));
        Verification verification = FileVerification.start(baton, files.storage, RippedFiles.IMAGE);
        assertThat(verification.awaitEnd(baton.in(Duration.ofSeconds(45)))).isFalse();
        assertThat(verification.totalBytes()).isEqualTo(RippedFiles.BYTES);
        assertThat(verification.readBytes()).isBetween(1L, RippedFiles.BYTES - 1L);

        verification.stop();
        assertThat(verification.awaitEnd(baton.in(Duration.ofSeconds(20)))).isTrue();
        assertThat(verification.report().outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(verification.report().outcome().exitCode()).isEqualTo(3);
    }

    @Test
    void aStopGivesUpACallThatHangs() throws IOException {
        whole();
        files.storage.on(CallKind.READ).path(RippedFiles.IMAGE).nth(2).hangForEver();
        Verification verification = FileVerification.start(baton, files.storage, RippedFiles.IMAGE);
        assertThat(verification.awaitEnd(baton.in(Duration.ofMinutes(5)))).isFalse();

        verification.stop();
        long start = baton.nanoTime();
        while (!verification.awaitEnd(baton.in(Duration.ofMillis(100)))) {
            assertThat(baton.nanoTime() - start).isLessThan(2_000_000_000L);
        }
        assertThat(verification.report().outcome()).isEqualTo(Outcome.STOPPED);
    }
}
