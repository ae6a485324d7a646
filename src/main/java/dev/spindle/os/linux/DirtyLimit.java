package dev.spindle.os.linux;

import java.util.OptionalLong;

/** The system's limit on dirty pages, as /proc/vmstat tells it (mm/vmstat.c of the kernel). */
final class DirtyLimit {
    private static final String NAME = "nr_dirty_threshold ";

    private DirtyLimit() {}

    /** In pages; empty where the text does not have it. */
    static OptionalLong parsePages(String vmstat) {
        return vmstat.lines()
                .filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()).strip())
                .filter(number -> number.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }
}
