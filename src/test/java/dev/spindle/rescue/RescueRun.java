package dev.spindle.rescue;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.util.ArrayList;
import java.util.List;

/** A plan that works on a damaged disc, and what came of it when. */
final class RescueRun {
    static final int SECTOR_BYTES = 2048;
    static final int PER_READ = 32;

    /** Each sector once, most in reads of their own, and the retries. */
    private static final int MOST_COMMANDS = 3 * DamagePicture.SECTORS;

    /** The clock in microseconds, sectors and bad reads so far. */
    record Point(long micros, int sectors, int badReads, ReadCommand command, boolean isGood) {}

    /** What was foretold, and when. */
    record Foretold(long micros, Outlook outlook) {}

    private final DamagePicture picture;
    private final DamagedDisc disc;
    private final RescueMap map = new RescueMap((long) DamagePicture.SECTORS * SECTOR_BYTES);
    private final List<Point> points = new ArrayList<>();
    private final List<Foretold> outlooks = new ArrayList<>();

    RescueRun(DamagePicture picture, Effort effort) {
        this.picture = picture;
        this.disc = new DamagedDisc(picture);
        var plan = new ReadPlan(SECTOR_BYTES, PER_READ, effort);
        for (var next = plan.next(map); next.isPresent(); next = plan.next(map)) {
            step(plan, next.get());
            if (points.size() > MOST_COMMANDS) {
                throw new AssertionError(
                        "no end: " + points.subList(points.size() - 9, points.size()));
            }
        }
    }

    private void step(ReadPlan plan, ReadCommand command) {
        long before = disc.micros();
        boolean isGood = disc.read((int) command.lba(), command.sectors());
        var range =
                ByteRange.at(command.lba() * SECTOR_BYTES, (long) command.sectors() * SECTOR_BYTES);
        if (isGood) {
            map.set(range, SectorStatus.FINISHED);
        } else {
            map.setUnfinished(range, command.statusOfFailure());
        }
        plan.note(command, isGood, (disc.micros() - before) * 1000, map);
        plan.outlook(map).ifPresent(o -> outlooks.add(new Foretold(disc.micros(), o)));
        points.add(new Point(disc.micros(), disc.recovered(), disc.badReads(), command, isGood));
    }

    /** What the disc gave. */
    RangeSet readBytes() {
        var bytes = new RangeSet();
        for (int lba = 0; lba < DamagePicture.SECTORS; lba++) {
            if (disc.isRead(lba)) {
                bytes.add(ByteRange.at((long) lba * SECTOR_BYTES, SECTOR_BYTES));
            }
        }
        return bytes;
    }

    DamagedDisc disc() {
        return disc;
    }

    RescueMap map() {
        return map;
    }

    List<Point> points() {
        return points;
    }

    List<Foretold> outlooks() {
        return outlooks;
    }

    /** Sectors at a moment. */
    int sectorsAt(long micros) {
        int sectors = 0;
        for (var point : points) {
            if (point.micros() > micros) {
                break;
            }
            sectors = point.sectors();
        }
        return sectors;
    }

    /** When so many sectors were there; the end where they never were. */
    long microsTo(int sectors) {
        return points.stream()
                .filter(p -> p.sectors() >= sectors)
                .findFirst()
                .orElse(points.getLast())
                .micros();
    }

    DamagePicture picture() {
        return picture;
    }
}
