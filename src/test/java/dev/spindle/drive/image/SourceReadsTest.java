package dev.spindle.drive.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.SectorSource;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Which reads are inside a disc, and what an error of the system says of it. */
@Tag("unit")
class SourceReadsTest {
    private static final PatternSource DISC = new PatternSource(10 * 2048 + 1, 3);

    @ParameterizedTest
    @CsvSource({
        "0, 1, true",
        "0, 11, true",
        "10, 1, true",
        "0, 12, false",
        "10, 2, false",
        "11, 1, false",
        "-1, 1, false",
        "0, 0, false",
        "3, -1, false",
        "9223372036854775807, 1, false",
        "9223372036854775807, 2147483647, false"
    })
    void aReadIsInsideOrNot(long lba, int sectors, boolean isInside) {
        assertThat(SourceReads.isInside(DISC, lba, sectors)).isEqualTo(isInside);
    }

    @Test
    void nothingIsInsideAnEmptyDisc() {
        assertThat(SourceReads.isInside(new PatternSource(0, 1), 0, 1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2048", "0, 10, 20480", "0, 11, 20481", "10, 1, 1", "9, 2, 2049"})
    void theLastSectorBringsWhatThereIsOfIt(long lba, long sectors, int bytes) {
        assertThat(SourceReads.bytes(DISC, lba, sectors)).isEqualTo(bytes);
    }

    @Test
    void aReadBeyondTheDiscIsTheDrivesAnswer() {
        assertThat(SourceReads.outOfRange()).isInstanceOf(ReadOutcome.Fault.class);
        assertThat(SourceReads.outOfRange().toString()).contains("05/21/00");
    }

    private static ReadOutcome readOf(IOException problem) {
        return SourceReads.read(new Broken(problem), 0, 1, ByteBuffer.allocateDirect(2048));
    }

    @Test
    void anErrorSaysWhetherDiscOrDriveIsMeant() {
        assertThat(readOf(new OsException(Errno.ENODATA, "pread", "/dev/sr0")))
                .isInstanceOf(ReadOutcome.MediumError.class);
        assertThat(readOf(new OsException(Errno.ENODEV, "pread", "/dev/sr0")))
                .isEqualTo(
                        new ReadOutcome.Gone(
                                "the drive is not there any more: /dev/sr0: no such device"
                                        + " (pread)"));
        assertThat(readOf(new OsException(Errno.ESTALE, "pread", "/nfs/a.iso")))
                .isEqualTo(
                        new ReadOutcome.Gone(
                                "can't be read any more: /nfs/a.iso: stale file handle (pread)"));
        assertThat(readOf(new IOException("it shrank")))
                .isEqualTo(new ReadOutcome.Gone("it shrank"));
    }

    @Test
    void bytesComeWhereTheBufferStandsAndItStaysThere() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(3 * 2048).position(2048);
        assertThat(SourceReads.read(DISC, 4, 1, buffer)).isEqualTo(new ReadOutcome.Good(2048));
        assertThat(buffer.position()).isEqualTo(2048);
        assertThat(buffer.get(2047)).isZero();
        assertThat(buffer.get(2048)).isEqualTo(DISC.at(4 * 2048));
        assertThat(buffer.get(4096)).isZero();
    }

    /** Fails each read. */
    private record Broken(IOException problem) implements SectorSource {
        @Override
        public long lengthBytes() {
            return 2048;
        }

        @Override
        public int read(long offsetBytes, ByteBuffer into) throws IOException {
            throw problem;
        }

        @Override
        public void close() {}
    }
}
