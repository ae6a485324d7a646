package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.CachedPages;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What cachestat tells of a range. */
@Tag("unit")
class CachedPagesTest {
    private static final ByteRange MIB = ByteRange.at(0, 1 << 20);

    @TempDir Path folder;

    private StorageFile open(LinuxStorage storage) throws OsException {
        return storage.open(folder.resolve("f").toString(), How.CREATE);
    }

    private StorageFile counting(long... counts) throws OsException {
        var libC =
                new TamperedLibC()
                        .answering(
                                "syscall",
                                arguments -> {
                                    Object[] passed = (Object[]) arguments[1];
                                    System.arraycopy(counts, 0, passed[2], 0, counts.length);
                                    return 0L;
                                });
        return open(new LinuxStorage(libC.libC()));
    }

    @Test
    void theCountsAreCachedDirtyAndUnderWriteback() throws Exception {
        long page = LibC.load().getpagesize();
        StorageFile file = counting(12, 5, 3, 99, 77);

        assertThat(file.cachedPages(MIB)).contains(new CachedPages(12 * page, 5 * page, 3 * page));
        assertThat(file.cachedBytes(MIB)).hasValue(12 * page);
        file.close();
    }

    @Test
    void pagesDoNotCountBeyondTheRange() throws Exception {
        StorageFile file = counting(2, 2, 1);

        assertThat(file.cachedPages(ByteRange.at(100, 10))).contains(new CachedPages(10, 10, 10));
        assertThat(file.cachedPages(ByteRange.at(100, 0))).contains(CachedPages.NONE);
        file.close();
    }

    /** The kernel may write back by itself at any time, so one of a few tries must do. */
    @Test
    void whatWasWrittenIsDirtyUntilItIsSynced() throws Exception {
        StorageFile file = open(new LinuxStorage());
        try {
            Skip.unless(file.cachedPages(MIB).isPresent(), "cachestat can't tell here");
            Skip.unless(!Machine.kindOf(file).equals("tmpfs"), "tmpfs has no dirty pages");
            boolean wasDirty = false;
            for (int attempt = 0; attempt < 20 && !wasDirty; attempt++) {
                file.write(Machine.aligned((int) MIB.lengthBytes(), attempt), 0);
                CachedPages written = file.cachedPages(MIB).orElseThrow();
                wasDirty =
                        written.dirtyBytes() + written.writebackBytes() == MIB.lengthBytes()
                                && written.cachedBytes() == MIB.lengthBytes();
            }
            assertThat(wasDirty).isTrue();

            file.syncData();
            assertThat(file.cachedPages(MIB)).contains(new CachedPages(MIB.lengthBytes(), 0, 0));
        } finally {
            file.close();
        }
    }
}
