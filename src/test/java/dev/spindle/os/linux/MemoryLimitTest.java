package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

@Tag("unit")
class MemoryLimitTest {
    private static final List<Mount> V2 =
            Mount.parseAll("41 23 0:38 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw,nsdelegate\n");

    @Test
    void totalOfMemInfo() {
        assertThat(MemoryLimit.parseTotalBytes("MemTotal:       24684084 kB\nMemFree: 1 kB\n"))
                .hasValue(24_684_084L * 1024);
        assertThat(MemoryLimit.parseTotalBytes("")).isEmpty();
    }

    @Test
    void limits() {
        assertThat(MemoryLimit.parseLimitBytes("536870912\n")).hasValue(536_870_912);
        assertThat(MemoryLimit.parseLimitBytes("max\n")).isEmpty();
        assertThat(MemoryLimit.parseLimitBytes("9223372036854771712\n")).isEmpty();
        assertThat(MemoryLimit.parseLimitBytes("")).isEmpty();
    }

    @Test
    void groupsAboveLimitToo() {
        assertThat(MemoryLimit.limitFiles("0::/user.slice/app.scope\n", V2))
                .containsExactly(
                        "/sys/fs/cgroup/user.slice/app.scope/memory.max",
                        "/sys/fs/cgroup/user.slice/memory.max",
                        "/sys/fs/cgroup/memory.max");
    }

    @Test
    void bothVersionsSideBySide() {
        List<Mount> mounts =
                Mount.parseAll(
                        """
                        35 31 0:31 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory
                        36 31 0:32 / /sys/fs/cgroup/cpu rw - cgroup cgroup rw,cpu
                        41 31 0:38 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw
                        """);

        assertThat(MemoryLimit.limitFiles("4:memory:/a\n2:cpu,cpuacct:/\n0::/\n", mounts))
                .containsExactly(
                        "/sys/fs/cgroup/memory/a/memory.limit_in_bytes",
                        "/sys/fs/cgroup/memory/memory.limit_in_bytes",
                        "/sys/fs/cgroup/unified/memory.max");
    }

    @Test
    void inAContainerTheMountShowsOnlyAPart() {
        List<Mount> mounts =
                Mount.parseAll(
                        "35 31 0:31 /docker/abc /sys/fs/cgroup/memory ro - cgroup cgroup"
                                + " rw,memory\n");

        assertThat(MemoryLimit.limitFiles("4:memory:/docker/abc/sub\n", mounts))
                .containsExactly(
                        "/sys/fs/cgroup/memory/sub/memory.limit_in_bytes",
                        "/sys/fs/cgroup/memory/memory.limit_in_bytes");
        assertThat(MemoryLimit.limitFiles("4:memory:/elsewhere\n", mounts))
                .containsExactly("/sys/fs/cgroup/memory/memory.limit_in_bytes");
    }

    @Test
    void nothingToRead() {
        assertThat(MemoryLimit.limitFiles("", V2)).isEmpty();
        assertThat(MemoryLimit.limitFiles("garbage\n0::/a\n", List.of())).isEmpty();
    }
}
