package dev.spindle.os.script;

import dev.spindle.range.ByteRange;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sparse bytes, zero where nothing was written. Stores share pages until one of them writes, so
 * that the several contents of a file cost little more than one.
 */
final class PageStore {
    static final int PAGE_BYTES = 1 << 13;

    private static final byte[] ZEROS = new byte[PAGE_BYTES];

    private static final class Page {
        private final byte[] bytes;
        private @Nullable PageStore owner;

        Page(byte[] bytes, PageStore owner) {
            this.bytes = bytes;
            this.owner = owner;
        }
    }

    /** What is done with each page that a range touches. */
    private interface Piece {
        void visit(long page, int startInPage, int lengthBytes);
    }

    private final Map<Long, Page> pages = new HashMap<>();

    /** Writes what remains in the buffer, and consumes it. */
    void write(ByteBuffer from, long offsetBytes) {
        forEachPage(
                ByteRange.at(offsetBytes, from.remaining()),
                (page, start, length) -> from.get(writable(page), start, length));
    }

    /** Fills what remains in the buffer. */
    void read(ByteBuffer into, long offsetBytes) {
        forEachPage(
                ByteRange.at(offsetBytes, into.remaining()),
                (page, start, length) -> {
                    Page found = pages.get(page);
                    into.put(found == null ? ZEROS : found.bytes, start, length);
                });
    }

    byte[] bytes(long sizeBytes) {
        var bytes = new byte[Math.toIntExact(sizeBytes)];
        read(ByteBuffer.wrap(bytes), 0);
        return bytes;
    }

    /** Makes the range equal to that of the other store. */
    void copy(PageStore from, ByteRange range) {
        forEachPage(
                range,
                (page, start, length) -> {
                    Page source = from.pages.get(page);
                    if (source == null) {
                        clear(page, start, length);
                    } else if (length == PAGE_BYTES) {
                        source.owner = null;
                        pages.put(page, source);
                    } else {
                        System.arraycopy(source.bytes, start, writable(page), start, length);
                    }
                });
    }

    void clear(ByteRange range) {
        forEachPage(range, this::clear);
    }

    /** A store with the same content. */
    PageStore copy() {
        var copy = new PageStore();
        pages.forEach((number, page) -> {
            page.owner = null;
            copy.pages.put(number, page);
        });
        return copy;
    }

    private void clear(long page, int start, int length) {
        if (length == PAGE_BYTES) {
            pages.remove(page);
        } else if (pages.containsKey(page)) {
            Arrays.fill(writable(page), start, start + length, (byte) 0);
        }
    }

    private byte[] writable(long number) {
        Page page = pages.get(number);
        if (page == null || page.owner != this) {
            page = new Page(page == null ? new byte[PAGE_BYTES] : page.bytes.clone(), this);
            pages.put(number, page);
        }
        return page.bytes;
    }

    private static void forEachPage(ByteRange range, Piece piece) {
        long at = range.startBytes();
        while (at < range.endBytes()) {
            int start = (int) (at % PAGE_BYTES);
            int length = (int) Math.min(PAGE_BYTES - start, range.endBytes() - at);
            piece.visit(at / PAGE_BYTES, start, length);
            at += length;
        }
    }
}
