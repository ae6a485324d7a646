package dev.spindle.rip;

import dev.spindle.os.FileSystemKind;

/** Which file systems keep what they have confirmed. Pure. */
final class Promise {
    private Promise() {}

    /**
     * Whether a sync there means stable storage. Memory never does; what FUSE, 9P and SMB do with a
     * sync lies with somebody else (src/docs/writeback.md, "The end of a rip"); and of an unknown
     * kind nobody knows what it does, although it counts as local.
     */
    static boolean isKept(FileSystemKind kind) {
        return kind.isKnown()
                && switch (kind.family()) {
                    case LOCAL, NFS -> true;
                    case MEMORY, FUSE, NETWORK -> false;
                };
    }
}
