package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class MountStatsTest {
    /** As Linux 6.x writes it, shortened. */
    private static final String TEXT =
            """
            device proc mounted on /proc with fstype proc
            device /dev/vda mounted on / with fstype ext4
            device nas:/rips mounted on /mnt/my\\040rips with fstype nfs4 statvers=1.1
            \topts:\trw,vers=4.2,rsize=1048576,wsize=1048576,namlen=255,acregmin=3,local_lock=none
            \tage:\t86405
            \timpl_id:\tname='',domain='',date='0,0'
            \tcaps:\tcaps=0xfffbffdf,wtmult=512,dtsize=1048576,bsize=0,namlen=255
            \tsec:\tflavor=1,pseudoflavor=1
            \tevents:\t2 55 0 1 3 6 61 1024 0 0 0 0 0 2 1 0 0 0 0 0 0 0 0 0 0 0 0
            \tbytes:\t4096 1048576 7 8 2097152 33554432 512 8192
            \tRPC iostats version: 1.1  p/v: 100003/4 (nfs)
            \txprt:\ttcp 0 0 2 0 10 40 40 0 40 0 2 0 0
            \tper-op statistics
            \t        NULL: 1 1 0 44 24 0 0 0 0

            device old:/a mounted on /mnt/old with fstype nfs statvers=1.1
            \tbytes:\t1 2 3 4 5 6 7 8
            device auto mounted on /mnt/old with fstype autofs
            """;

    @Test
    void whatTheServerTookIsTheSixthNumber() {
        assertThat(MountStats.serverWrittenBytes(TEXT, "/mnt/my rips")).hasValue(33_554_432);
        assertThat(MountStats.serverWrittenBytes(TEXT, "/mnt/old")).hasValue(6);
    }

    @Test
    void othersHaveNoNumbers() {
        assertThat(MountStats.serverWrittenBytes(TEXT, "/")).isEmpty();
        assertThat(MountStats.serverWrittenBytes(TEXT, "/mnt")).isEmpty();
        assertThat(MountStats.serverWrittenBytes("", "/mnt/old")).isEmpty();
    }

    @Test
    void ofTwoOnOnePointTheLastCounts() {
        assertThat(
                        MountStats.serverWrittenBytes(
                                TEXT
                                        + "device b:/a mounted on /mnt/old with fstype nfs4 x\n"
                                        + "\tbytes:\t0 0 0 0 0 17 0 0\n",
                                "/mnt/old"))
                .hasValue(17);
    }

    @Test
    void shortLinesCountForNothing() {
        String text =
                """
                device a:/ mounted on /m with fstype nfs4 statvers=1.1
                \tbytes:\t1 2 3 4 5
                \tbytes:\tx y
                """;

        assertThat(MountStats.serverWrittenBytes(text, "/m")).isEmpty();
    }
}
