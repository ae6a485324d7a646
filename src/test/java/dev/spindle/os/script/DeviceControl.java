package dev.spindle.os.script;

import dev.spindle.os.Errno;
import dev.spindle.range.ByteRange;

/** What a test does to the device. */
public final class DeviceControl {
    private static final ByteRange ANYWHERE = new ByteRange(0, Long.MAX_VALUE);

    private final Calls calls;
    private final Device device;

    DeviceControl(Calls calls, Device device) {
        this.calls = calls;
        this.device = device;
    }

    /** Writes so many bytes a second from now on; {@link Long#MAX_VALUE}, as at first: at once. */
    public void rate(long bytesPerSecond) {
        if (bytesPerSecond <= 0) {
            throw new IllegalArgumentException("no rate: " + bytesPerSecond);
        }
        calls.change(() -> device.rate(bytesPerSecond, calls.now()));
    }

    /** Reads so many bytes a second; at first at once. */
    public void readRate(long bytesPerSecond) {
        calls.change(() -> device.readBytesPerSecond = bytesPerSecond);
    }

    /** A kick returns when no more than so many bytes are queued; at first without any limit. */
    public void queueLimit(long bytes) {
        calls.change(() -> device.queueLimitBytes = bytes);
    }

    /** Nothing moves any more; calls that need the device wait. Writes into the cache go on. */
    public void freeze() {
        calls.change(() -> device.freeze(true, calls.now()));
    }

    public void thaw() {
        calls.change(() -> device.freeze(false, calls.now()));
    }

    /** The next writes of the file's pages to the device fail. */
    public void failWrites(String path, long times, Errno errno) {
        calls.change(() -> device.faults.add(path, ANYWHERE, errno, times));
    }

    /** The next writes of any file's pages to the device fail. */
    public void failWrites(long times, Errno errno) {
        calls.change(() -> device.faults.add(null, ANYWHERE, errno, times));
    }

    /** Writes that touch this part of the file fail, until {@link #heal}. */
    public void failWritesIn(String path, ByteRange range, Errno errno) {
        calls.change(() -> device.faults.add(path, range, errno, Long.MAX_VALUE));
    }

    /** The next write that touches this part of the file succeeds and does not arrive. */
    public void swallowWrite(String path, ByteRange range) {
        calls.change(() -> device.faults.swallow(path, range));
    }

    /** Once so many bytes were written in all, writeback finds no space: ENOSPC. */
    public void fullFrom(long bytes) {
        calls.change(() -> device.faults.fullFrom(bytes));
    }

    /** Ends all faults of the device. */
    public void heal() {
        calls.change(device.faults::clear);
    }

    public long writtenBytes() {
        return calls.read(() -> device.writtenBytes(calls.now()));
    }
}
