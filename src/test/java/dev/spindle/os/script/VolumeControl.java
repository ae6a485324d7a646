package dev.spindle.os.script;

import dev.spindle.os.MountFacts;

import java.util.Optional;

/** What a test says about the file system. */
public final class VolumeControl {
    private final Calls calls;
    private final Volume volume;

    VolumeControl(Calls calls, Volume volume) {
        this.calls = calls;
        this.volume = volume;
    }

    /** The {@code f_type}; at first ext4's. */
    public void type(long magic) {
        calls.change(() -> volume.type = magic);
    }

    public void capacity(long bytes) {
        calls.change(() -> volume.capacityBytes = bytes);
    }

    public void readOnly(boolean readOnly) {
        calls.change(() -> volume.readOnly = readOnly);
    }

    /** Beyond this, writes fail with EFBIG. */
    public void maxFile(long bytes) {
        calls.change(() -> volume.maxFileBytes = bytes);
    }

    /** RLIMIT_FSIZE: told in the facts, and EFBIG beyond it. */
    public void processFileLimit(long bytes) {
        calls.change(() -> volume.processFileLimitBytes = bytes);
    }

    /** Whether sync_file_range says 0 and does nothing, as on overlayfs. */
    public void ignoresRangeSync(boolean ignores) {
        calls.change(() -> volume.ignoresRangeSync = ignores);
    }

    /** Whether the kernel has cachestat. */
    public void countsCachedPages(boolean counts) {
        calls.change(() -> volume.countsCachedPages = counts);
    }

    /** Whether pwritev2 knows RWF_DONTCACHE here; without, EOPNOTSUPP. */
    public void writesUncached(boolean writes) {
        calls.change(() -> volume.writesUncached = writes);
    }

    /** Whether pages that were written uncached stay in the cache all the same. */
    public void keepsUncached(boolean keeps) {
        calls.change(() -> volume.keepsUncached = keeps);
    }

    /** Whether files open with O_DIRECT; without, EINVAL. */
    public void takesDirect(boolean takes) {
        calls.change(() -> volume.takesDirect = takes);
    }

    /** Whether O_DIRECT is accepted and goes through the cache all the same: tmpfs, btrfs. */
    public void directIsBuffered(boolean buffered) {
        calls.change(() -> volume.directIsBuffered = buffered);
    }

    /** What O_DIRECT demands of offsets and lengths, else EINVAL; at first 512. */
    public void directAlign(int bytes) {
        if (Integer.bitCount(bytes) != 1) {
            throw new IllegalArgumentException("no power of two: " + bytes);
        }
        calls.change(() -> volume.directAlignBytes = bytes);
    }

    /** Whether facts about files tell of that alignment; without, they say 0. */
    public void tellsDirectAlign(boolean tells) {
        calls.change(() -> volume.tellsDirectAlign = tells);
    }

    /** Whether device or server count what they are given. */
    public void countsWrites(boolean counts) {
        calls.change(() -> volume.countsWrites = counts);
    }

    /** Whether that count stands still all the while, as with iostats switched off. */
    public void countStands(boolean stands) {
        calls.change(() -> volume.countStands = stands);
    }

    /** What the system tells of the mount; at first nothing. */
    public void mount(MountFacts facts) {
        calls.change(() -> volume.mount = Optional.of(facts));
    }

    /** Whether close tells of a write error; without a word of it, only NFS does. */
    public void closeReportsErrors(boolean reports) {
        calls.change(() -> volume.closeReportsErrors = Optional.of(reports));
    }
}
