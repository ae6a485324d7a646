package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
class MountTest {
    private static final String MOUNT_INFO =
            """
            22 27 0:21 / /proc rw,relatime shared:12 - proc proc rw
            27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
            32 28 0:33 /rips /media/my\\040\\134\\044disk rw shared:7 master:1 - btrfs /dev/sdb1 rw,space_cache=v2
            35 31 0:31 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory
            40 27 0:44 / /net rw - nfs4 server:/a\\040b rw,vers=4.2

            41 27 nonsense
            """;
    private static final List<Mount> MOUNTS = Mount.parseAll(MOUNT_INFO);

    @Test
    void linesWithAndWithoutOptionalFields() {
        assertThat(MOUNTS).extracting(Mount::id).containsExactly(22L, 27L, 32L, 35L, 40L);
        assertThat(MOUNTS.get(2))
                .isEqualTo(
                        new Mount(
                                32,
                                "0:33",
                                "/rips",
                                "/media/my \\$disk",
                                "btrfs",
                                "/dev/sdb1",
                                List.of("rw", "space_cache=v2")));
        assertThat(MOUNTS.get(4).source()).isEqualTo("server:/a b");
    }

    @Test
    void anAnonymousDeviceLeadsToItsSourceByNumber() {
        assertThat(source("0:33", OptionalLong.empty())).contains("/dev/sdb1");
    }

    @Test
    void aSubvolumeLeadsToItsSourceByMount() {
        assertThat(source("0:35", OptionalLong.of(32))).contains("/dev/sdb1");
        assertThat(source("0:33", OptionalLong.of(99)))
                .as("a mount that is gone")
                .contains("/dev/sdb1");
    }

    @Test
    void whatHasNoDeviceLeadsNowhere() {
        assertThat(source("0:44", OptionalLong.of(40))).isEmpty();
        assertThat(source("0:21", OptionalLong.empty())).isEmpty();
        assertThat(source("0:77", OptionalLong.empty())).isEmpty();
    }

    private static Optional<String> source(String device, OptionalLong mountId) {
        return new Mounts(MOUNTS).ofDevice(device, mountId).flatMap(DeviceCounters::source);
    }

    @Test
    void optionsAreUnescapedEachByItself() {
        assertThat(
                        Mount.parseAll("5 1 0:9 / /o rw - overlay o rw,upperdir=/a\\054b,x=\\0401")
                                .getFirst()
                                .superOptions())
                .containsExactly("rw", "upperdir=/a,b", "x= 1");
    }

    @Test
    void sectorsWrittenOfOldAndNewKernels() {
        String eleven = "   49825     9260  4192402    28392    13153    10630  9225248 1 0 2 3\n";

        assertThat(DeviceCounters.parseSectorsWritten(eleven)).hasValue(9_225_248);
        assertThat(DeviceCounters.parseSectorsWritten(eleven.strip() + " 4 33 8481712 786 981 33"))
                .hasValue(9_225_248);
        assertThat(DeviceCounters.parseSectorsWritten("")).isEmpty();
        assertThat(DeviceCounters.parseSectorsWritten("1 2 3 4\n")).isEmpty();
    }
}
