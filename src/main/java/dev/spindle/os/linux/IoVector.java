package dev.spindle.os.linux;

import com.sun.jna.Native;
import com.sun.jna.Pointer;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.LongStream;

/** {@code struct iovec} of uio.h: an address and a length, both of 64 bits here. */
final class IoVector {
    private IoVector() {}

    /** One element; the buffer must be direct, start at its address, and stay reachable. */
    static long[] of(ByteBuffer buffer, long lengthBytes) {
        return new long[] {Pointer.nativeValue(Native.getDirectBufferPointer(buffer)), lengthBytes};
    }

    /** One element for each buffer, of what remains in it; the same is asked of each. */
    static long[] of(List<ByteBuffer> buffers) {
        return buffers.stream()
                .flatMapToLong(buffer -> LongStream.of(of(buffer, buffer.remaining())))
                .toArray();
    }
}
