package dev.spindle.os.script;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a power cut leaves of a file: surely what was flushed; of the rest, page by page, what the
 * device kept all the same, or what the kernel had written back unasked.
 */
final class PowerCut {
    private PowerCut() {}

    static Inode of(Inode file, long number, Optional<RandomGenerator> random) {
        PageStore content = file.durable.copy();
        long sizeBytes = file.durableSizeBytes;
        if (random.isPresent()) {
            RandomGenerator r = random.get();
            sizeBytes = r.nextBoolean() ? sizeBytes : file.sizeBytes;
            // Behind the present end lie the zeros of a truncation, which come with its size only.
            var present = new ByteRange(0, Math.min(sizeBytes, file.sizeBytes));
            double share = r.nextInt(3) / 2.0;
            keepSome(content, file.onDevice, file.unflushed.intersection(present), r, share);
            keepSome(content, file.seen, file.cache.underWriteback.intersection(present), r, share);
            keepSome(content, file.seen, file.cache.dirty.intersection(present), r, share);
        }
        var tail =
                new ByteRange(sizeBytes, Pages.up(Math.max(file.sizeBytes, file.durableSizeBytes)));
        content.clear(tail);
        return new Inode(number, file.kind, file.path, content, sizeBytes);
    }

    private static void keepSome(
            PageStore content,
            PageStore newer,
            RangeSet pages,
            RandomGenerator random,
            double share) {
        for (ByteRange range : pages.ranges()) {
            long at = range.startBytes();
            while (at < range.endBytes()) {
                var page =
                        new ByteRange(at, Math.min(range.endBytes(), Pages.down(at) + Pages.BYTES));
                if (random.nextDouble() < share) {
                    content.copy(newer, page);
                }
                at = page.endBytes();
            }
        }
    }
}
