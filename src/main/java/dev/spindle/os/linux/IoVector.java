package dev.spindle.os.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

import java.nio.ByteBuffer;

/** {@code struct iovec} of uio.h: an address and a length, both of 64 bits here. */
final class IoVector {
    private IoVector() {}

    /** One element; the buffer must be direct, start at its address, and stay reachable. */
    static long[] of(ByteBuffer buffer, long lengthBytes) {
        return new long[] {Pointer.nativeValue(Native.getDirectBufferPointer(buffer)), lengthBytes};
    }
}
