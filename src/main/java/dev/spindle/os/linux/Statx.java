package dev.spindle.os.linux;

import dev.spindle.os.FileFacts;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The part of {@code struct statx} (linux/stat.h) that we use. Offsets are the same on all
 * architectures.
 *
 * @param mask which fields the kernel filled in
 * @param mode kind and permissions
 * @param device the device it lies on, {@code major:minor}
 * @param specialDevice the device that it is, if it is one
 * @param mountId as in /proc/self/mountinfo; valid with {@link Flags#STATX_MNT_ID}
 * @param directMemoryAlignBytes valid with {@link Flags#STATX_DIOALIGN}, as the next
 */
record Statx(
        int mask,
        int mode,
        long sizeBytes,
        String device,
        String specialDevice,
        long inode,
        int linkCount,
        long mountId,
        int directMemoryAlignBytes,
        int directOffsetAlignBytes) {
    static final int SIZE_BYTES = 256;

    static Statx parse(byte[] struct) {
        ByteBuffer in = ByteBuffer.wrap(struct).order(ByteOrder.nativeOrder());
        return new Statx(
                in.getInt(0),
                Short.toUnsignedInt(in.getShort(0x1C)),
                in.getLong(0x28),
                device(in, 0x88),
                device(in, 0x80),
                in.getLong(0x20),
                in.getInt(0x10),
                in.getLong(0x90),
                in.getInt(0x98),
                in.getInt(0x9C));
    }

    private static String device(ByteBuffer in, int at) {
        return Integer.toUnsignedString(in.getInt(at))
                + ":"
                + Integer.toUnsignedString(in.getInt(at + 4));
    }

    boolean has(int field) {
        return (mask & field) == field;
    }

    FileFacts.Kind kind() {
        return switch (mode & Flags.S_IFMT) {
            case Flags.S_IFREG -> FileFacts.Kind.REGULAR;
            case Flags.S_IFDIR -> FileFacts.Kind.FOLDER;
            case Flags.S_IFBLK -> FileFacts.Kind.BLOCK_DEVICE;
            default -> FileFacts.Kind.OTHER;
        };
    }

    FileFacts toFacts() {
        boolean direct = has(Flags.STATX_DIOALIGN);
        return new FileFacts(
                kind(),
                kind() == FileFacts.Kind.REGULAR ? sizeBytes : 0,
                device,
                inode,
                linkCount,
                direct ? directOffsetAlignBytes : 0,
                direct ? directMemoryAlignBytes : 0);
    }
}
