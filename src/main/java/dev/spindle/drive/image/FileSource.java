package dev.spindle.drive.image;

import dev.spindle.drive.SectorSource;
import dev.spindle.os.FileFacts;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of an image file or a block device, at the length it had when it was opened. */
final class FileSource implements SectorSource {
    /** Devices are read past the page cache, into memory aligned to their sectors. */
    private static final int ALIGNMENT_BYTES = 2048;

    private final StorageFile file;
    private final boolean isDevice;
    private final long lengthBytes;
    private ByteBuffer detour = ByteBuffer.allocateDirect(0);

    FileSource(StorageFile file, FileFacts facts) throws OsException {
        this.file = file;
        this.isDevice = facts.kind() == FileFacts.Kind.BLOCK_DEVICE;
        this.lengthBytes = isDevice ? file.deviceSizeBytes() : facts.sizeBytes();
    }

    boolean isDevice() {
        return isDevice;
    }

    @Override
    public long lengthBytes() {
        return lengthBytes;
    }

    @Override
    public int read(long offsetBytes, ByteBuffer into) throws IOException {
        if (!isDevice || into.alignmentOffset(into.position(), ALIGNMENT_BYTES) == 0) {
            return readInto(offsetBytes, into);
        }
        ByteBuffer aligned = aligned(into.remaining());
        int came = readInto(offsetBytes, aligned);
        into.put(into.position(), aligned, 0, Math.max(0, came));
        return came;
    }

    private ByteBuffer aligned(int bytes) {
        if (detour.capacity() < bytes) {
            detour =
                    ByteBuffer.allocateDirect(bytes + ALIGNMENT_BYTES)
                            .alignedSlice(ALIGNMENT_BYTES);
        }
        return detour.clear().limit(bytes);
    }

    private int readInto(long offsetBytes, ByteBuffer into) throws IOException {
        int wanted = (int) Math.min(into.remaining(), lengthBytes - offsetBytes);
        int done = 0;
        while (done < wanted) {
            // A call may bring less than it could; one that brings nothing is at the end.
            int came =
                    file.read(
                            into.slice(into.position() + done, wanted - done), offsetBytes + done);
            if (came <= 0) {
                return endedEarly(done);
            }
            done += came;
        }
        return done;
    }

    /** A missing end is an error, never the end: else a rip would be called complete. */
    private int endedEarly(int done) throws IOException {
        if (isDevice) {
            checkStillThere();
            return done;
        }
        throw new IOException("the image is shorter than when it was opened: " + file.path());
    }

    /** A device that was pulled out may end without an error, and has no size any more. */
    private void checkStillThere() throws IOException {
        if (file.deviceSizeBytes() < lengthBytes) {
            throw new IOException("the drive is not there any more: " + file.path());
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (OsException _) {
            // It was only read: nothing can be lost.
        }
    }
}
