package dev.spindle.os.linux;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What the tests on the real kernel need of this machine. */
final class Machine {
    static final Path MEMORY = Path.of("/dev/shm");

    private Machine() {}

    /** A new file's path in memory; skips where there is no tmpfs to write into. */
    static Path inMemory() throws IOException {
        Skip.unless(Files.isWritable(MEMORY), "no writable " + MEMORY);
        Path file = Files.createTempFile(MEMORY, "spindle-test", "");
        file.toFile().deleteOnExit();
        return file;
    }

    static String kindOf(StorageFile file) throws OsException {
        return FileSystemKind.ofType(file.fileSystemType()).name();
    }

    /** Random bytes at an address that every O_DIRECT takes. */
    static ByteBuffer aligned(int lengthBytes, long seed) {
        var bytes = new byte[lengthBytes];
        new Random(seed).nextBytes(bytes);
        int align = 4096;
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(lengthBytes + 2 * align)
                        .alignedSlice(align)
                        .limit(lengthBytes);
        return buffer.put(bytes).flip();
    }
}
