package dev.spindle.disc.udf;

import dev.spindle.disc.Fixture;
import dev.spindle.disc.fuzz.Tags;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A fixture that a test changes here and there; descriptors keep good check sums. */
final class Patch {
    private static final int SECTOR = 2048;

    private final Fixture original;
    private byte[] bytes;

    Patch(String name) {
        this.original = Fixture.load(name);
        this.bytes = original.bytes().clone();
    }

    Fixture image() {
        return original.with(bytes);
    }

    /** Sectors that begin with a descriptor of that kind. */
    List<Integer> sectorsOf(int identifier) {
        return IntStream.range(0, bytes.length / SECTOR)
                .filter(sector -> Tags.isTag(bytes, sector * SECTOR))
                .filter(sector -> at(sector * SECTOR).getShort(0) == identifier)
                .boxed()
                .toList();
    }

    /** Changes a descriptor, wherever it begins, and makes its check sums good again. */
    Patch descriptor(int offset, Consumer<ByteBuffer> change) {
        change.accept(at(offset));
        Tags.seal(bytes, offset);
        return this;
    }

    Patch sector(int sector, Consumer<ByteBuffer> change) {
        return descriptor(sector * SECTOR, change);
    }

    /** Overwrites sectors with what is no structure. */
    Patch spoil(int first, int count) {
        Arrays.fill(bytes, first * SECTOR, (first + count) * SECTOR, (byte) 0xEE);
        return this;
    }

    Patch length(int sectors) {
        bytes = Arrays.copyOf(bytes, sectors * SECTOR);
        return this;
    }

    /** Where this text stands first, from an offset on. */
    int find(byte[] text, int from) {
        for (int at = from; at + text.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
                return at;
            }
        }
        throw new IllegalStateException("it does not stand there");
    }

    ByteBuffer at(int offset) {
        return ByteBuffer.wrap(bytes, offset, bytes.length - offset)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
    }
}
