package dev.spindle.os.linux;

import dev.spindle.os.OsException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists folders with getdents64. Java's own listing decodes names by the locale, and in the C
 * locale refuses whatever is not ASCII; and it hides errno.
 */
final class FolderListing {
    private static final int BUFFER_BYTES = 32 * 1024;

    private FolderListing() {}

    static List<String> read(LibC libC, Descriptor folder) throws OsException {
        byte[] buffer = new byte[BUFFER_BYTES];
        List<String> names = new ArrayList<>();
        while (true) {
            long filled =
                    folder.call("getdents64", fd -> libC.getdents64(fd, buffer, BUFFER_BYTES));
            if (filled == 0) {
                return names;
            }
            names.addAll(parse(buffer, Math.toIntExact(filled)));
        }
    }

    /** Names in a row of {@code struct linux_dirent64}: length at 16, name from 19 on to a NUL. */
    static List<String> parse(byte[] buffer, int filledBytes) {
        ByteBuffer in = ByteBuffer.wrap(buffer).order(ByteOrder.nativeOrder());
        List<String> names = new ArrayList<>();
        int at = 0;
        while (at < filledBytes) {
            int end = at + Short.toUnsignedInt(in.getShort(at + 16));
            String name = name(buffer, at + 19, end);
            if (!name.equals(".") && !name.equals("..")) {
                names.add(name);
            }
            at = end;
        }
        return names;
    }

    private static String name(byte[] buffer, int start, int limit) {
        int end = start;
        while (end < limit && buffer[end] != 0) {
            end++;
        }
        return new String(buffer, start, end - start, StandardCharsets.UTF_8);
    }
}
