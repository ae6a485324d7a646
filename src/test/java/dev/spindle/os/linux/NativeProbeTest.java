package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class NativeProbeTest {
    @Test
    void saysWhatIsMissing() {
        var libC =
                new TamperedLibC()
                        .failing("syscall", Errno.ENOSYS)
                        .failing("fallocate", Errno.EPERM)
                        .without("renameat2")
                        .libC();

        var capabilities = new LinuxStorage(libC).capabilities();

        assertThat(capabilities.missing())
                .contains("this kernel can't tell which pages are cached (cachestat)")
                .anyMatch(sentence -> sentence.endsWith("(fallocate)"))
                .anyMatch(sentence -> sentence.endsWith("(renameat2)"));
    }

    @Test
    void aComplaintAboutTheDescriptorMeansThatTheCallIsThere() {
        var libC =
                new TamperedLibC()
                        .failing("syscall", Errno.EBADF)
                        .failing("renameat2", Errno.ENOENT)
                        .failing("sync_file_range", Errno.EBADF)
                        .failing("pwritev2", Errno.EBADF)
                        .failing("fallocate", Errno.EBADF)
                        .libC();

        assertThat(NativeProbe.ask(libC).missing()).isEmpty();
    }

    @Test
    void thisMachineHasWhatWeNeedMost() {
        assertThat(new LinuxStorage().capabilities().missing())
                .noneMatch(sentence -> sentence.endsWith("(posix_fadvise)"))
                .noneMatch(sentence -> sentence.endsWith("(sync_file_range)"));
    }
}
