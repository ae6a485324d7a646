package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class DirtyLimitTest {
    @Test
    void isTheThresholdAndNotThatOfTheBackground() {
        String vmstat =
                """
                nr_free_pages 173482
                nr_dirty 240
                nr_dirty_threshold 178231
                nr_dirty_background_threshold 89007
                pgpgin 1
                """;

        assertThat(DirtyLimit.parsePages(vmstat)).hasValue(178_231);
    }

    @Test
    void isUnknownWhereItIsNotTold() {
        assertThat(DirtyLimit.parsePages("")).isEmpty();
        assertThat(DirtyLimit.parsePages("nr_dirty_background_threshold 5\n")).isEmpty();
        assertThat(DirtyLimit.parsePages("nr_dirty_threshold many\n")).isEmpty();
        assertThat(DirtyLimit.parsePages("nr_dirty_threshold -1\n")).isEmpty();
        assertThat(DirtyLimit.parsePages("xnr_dirty_threshold 5\n")).isEmpty();
    }

    @Test
    void thisMachineAllowsSomeOfItsMemory() {
        var facts = new LinuxSystemFacts();
        var text = KernelText.read("/proc/vmstat").orElse("");
        Skip.unless(text.contains("nr_dirty_threshold "), "this kernel does not tell");

        long total =
                MemoryLimit.parseTotalBytes(KernelText.read("/proc/meminfo").orElseThrow())
                        .orElseThrow();
        assertThat(facts.memoryLimits().dirtyBytes().orElseThrow()).isBetween(1L, total);
    }
}
