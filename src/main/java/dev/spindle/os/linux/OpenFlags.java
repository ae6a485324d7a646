package dev.spindle.os.linux;

import dev.spindle.os.Storage;

/**
 * The flags of open(2) that differ between architectures. The O_DIRECT of one is the O_DIRECTORY of
 * the other, so a wrong table does not fail but does something else. Sources:
 * include/uapi/asm-generic/fcntl.h for x86-64, arch/arm64/include/uapi/asm/fcntl.h.
 *
 * @param direct O_DIRECT
 * @param directory O_DIRECTORY
 * @param noFollow O_NOFOLLOW
 * @param largeFile O_LARGEFILE; implied where longs have 64 bits
 */
record OpenFlags(int direct, int directory, int noFollow, int largeFile) {
    static final OpenFlags X86_64 = new OpenFlags(0x4000, 0x10000, 0x20000, 0x8000);
    static final OpenFlags AARCH64 = new OpenFlags(0x10000, 0x4000, 0x8000, 0x20000);

    /** asm-generic/fcntl.h, as all below. */
    static final int O_RDONLY = 0;

    static final int O_WRONLY = 1;
    static final int O_RDWR = 2;
    static final int O_CREAT = 0x40;
    static final int O_EXCL = 0x80;
    static final int O_TRUNC = 0x200;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;

    /** The table of this machine. */
    static OpenFlags ofThisMachine() {
        return ofArchitecture(System.getProperty("os.arch", "an unknown processor"));
    }

    /** The table behind the JVM's {@code os.arch}. */
    static OpenFlags ofArchitecture(String osArch) {
        return switch (osArch) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64" -> AARCH64;
            default ->
                    throw new UnsupportedOperationException(
                            "Spindle runs on x86-64 and aarch64, not on " + osArch + ".");
        };
    }

    /** The flags behind an intent. No child of ours may inherit a file, so all close on exec. */
    static int of(Storage.How how) {
        return O_CLOEXEC
                | switch (how) {
                    case READ -> O_RDONLY;
                    case READ_DIRECT -> O_RDONLY | ofThisMachine().direct();
                    case READ_WRITE -> O_RDWR;
                    case CREATE -> O_RDWR | O_CREAT;
                    case CREATE_NEW -> O_RDWR | O_CREAT | O_EXCL;
                    case REPLACE -> O_WRONLY | O_CREAT | O_TRUNC;
                    case DIRECT -> O_RDWR | ofThisMachine().direct();
                };
    }
}
