package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("unit")
class CifsStatsTest {
    /** As Linux 6.x writes it, shortened. */
    private static final String TEXT =
            """
            Resources in use
            CIFS Session: 2
            Share (unique mount targets): 4
            Operations (MIDs): 0

            0 session 0 share reconnects
            Total vfs operations: 94 maximum at one time: 2

            Max requests in flight: 3
            1) \\\\nas\\IPC$
            SMBs: 3
            Bytes read: 0  Bytes written: 1
            Open files: 0 total (local), 0 open on server
            2) \\\\nas\\rips
            SMBs: 214
            Bytes read: 502092  Bytes written: 31457280
            Open files: 1 total (local), 1 open on server
            TreeConnects: 1 total 0 failed
            3) \\\\nas\\rips2\tDISCONNECTED\s
            SMBs: 9
            Bytes read: 5  Bytes written: 7
            Max requests in flight: 2
            4) \\\\NAS\\Rips
            SMBs: 2
            Bytes read: 0  Bytes written: 20
            """;

    @ParameterizedTest
    @ValueSource(strings = {"//nas/rips", "//NAS/rips", "//nas/rips/films", "\\\\nas\\rips"})
    void allConnectionsToTheShareCount(String source) {
        assertThat(CifsStats.serverWrittenBytes(TEXT, source)).hasValue(31_457_300);
    }

    @Test
    void aLostConnectionCountsToo() {
        assertThat(CifsStats.serverWrittenBytes(TEXT, "//nas/rips2")).hasValue(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//nas/rip", "//other/rips", "//nas", "nas", ""})
    void othersHaveNoNumbers(String source) {
        assertThat(CifsStats.serverWrittenBytes(TEXT, source)).isEmpty();
    }

    @Test
    void whatAnOldKernelTellsHasNone() {
        String old = "1) \\\\nas\\rips\nSMBs: 214\nNegotiates: 0 sent 0 failed\n";

        assertThat(CifsStats.serverWrittenBytes(old, "//nas/rips")).isEmpty();
        assertThat(CifsStats.serverWrittenBytes("", "//nas/rips")).isEmpty();
    }
}
