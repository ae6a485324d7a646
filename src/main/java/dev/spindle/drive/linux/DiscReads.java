package dev.spindle.drive.linux;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.drive.Sense;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.scsi.Queries;
import dev.spindle.drive.scsi.Reads;
import dev.spindle.drive.scsi.Verdict;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.scsi.ScsiDevice;
import dev.spindle.os.scsi.ScsiReply;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.OptionalInt;

/** Reads sectors by commands and judges what came. One thread at a time. */
final class DiscReads {
    private static final ByteBuffer NO_DATA = ByteBuffer.allocateDirect(0);

    /** What every way to a drive moves at once. */
    private static final int SURE_SECTORS = 16;

    /** After so many reads in a row without an answer it is the drive, not the disc. */
    private static final int MOST_TIMEOUTS = 3;

    /** So many attentions may stand between a reset and an answer. */
    private static final int MOST_ATTENTIONS = 8;

    /**
     * A drive may count up to two sectors of run-out and 150 of post-gap as the disc's, which it
     * can't read (Linux drivers/scsi/sr.c, get_sectorsize; ECMA-130).
     */
    private static final int TAIL_SECTORS = 152;

    /** 24 sectors with their error bits are less than 64 KiB, which every queue takes. */
    private static final int MOST_TOLD = 24;

    private static final int INVALID_OPCODE = 0x20;

    private static final int ILLEGAL_MODE = 0x64;

    private final ScsiDevice device;
    private final OptionalInt mostBytes;
    private final boolean isRaw;
    private final RangeSet gaps;
    private int mostSectors;
    private boolean usesRead12;
    private int timeouts;

    /**
     * Of sectors of user data.
     *
     * @param mostBytes that one command may move
     */
    DiscReads(ScsiDevice device, OptionalInt mostBytes) {
        this(device, mostBytes, false, new RangeSet());
    }

    private DiscReads(ScsiDevice device, OptionalInt mostBytes, boolean isRaw, RangeSet gaps) {
        this.device = device;
        this.mostBytes = mostBytes;
        this.isRaw = isRaw;
        this.gaps = gaps;
        this.mostSectors =
                mostBytes.isPresent()
                        ? Math.max(1, mostBytes.getAsInt() / sectorBytes())
                        : Integer.MAX_VALUE;
    }

    /** The same device's reads of a disc: by user data, or raw where that is not enough. */
    DiscReads of(Medium medium) {
        boolean wantsRaw = RawDiscs.isRaw(medium);
        RangeSet none = new RangeSet();
        return new DiscReads(
                device,
                mostBytes,
                wantsRaw,
                wantsRaw ? medium.toc().map(RawDiscs::gaps).orElse(none) : none);
    }

    int sectorBytes() {
        return isRaw ? Drive.RAW_SECTOR_BYTES : Drive.SECTOR_BYTES;
    }

    /** What one command is known to move. */
    int mostSectors() {
        return mostSectors;
    }

    ReadOutcome read(long lba, int sectors, long sectorCount, ByteBuffer into) {
        if (lba < 0 || sectors < 1 || lba > sectorCount - sectors) {
            return Sense.OUT_OF_RANGE.asOutcome();
        }
        int bytes = sectors * sectorBytes();
        ByteBuffer target = into.slice(into.position(), bytes);
        if (!gaps.isEmpty()) {
            RangeSet inGaps = gaps.intersection(ByteRange.at(lba, sectors));
            if (!inGaps.isEmpty()) {
                return aroundGap(lba, sectors, sectorCount, target, inGaps.ranges().getFirst());
            }
        }
        try {
            return sectors > mostSectors
                    ? inPieces(lba, sectors, sectorCount, target)
                    : outcome(lba, sectors, sectorCount, bytes, command(lba, sectors, target));
        } catch (OsException problem) {
            // EIO: more than the queue's limit (drivers/scsi/scsi_ioctl.c, sg_io).
            if (problem.errno() == Errno.EIO && sectors > 1) {
                mostSectors = sectors > SURE_SECTORS ? SURE_SECTORS : sectors / 2;
                return inPieces(lba, sectors, sectorCount, target);
            }
            return OsFailures.outcome(problem);
        }
    }

    /**
     * Between two sessions there is nothing to read, and drives refuse it or try for minutes: what
     * stands for it in an image is zeros, without a command.
     */
    private ReadOutcome aroundGap(
            long lba, int sectors, long sectorCount, ByteBuffer target, ByteRange gap) {
        int before = (int) (gap.startBytes() - lba);
        if (before > 0) {
            var outcome = read(lba, before, sectorCount, target.slice(0, before * sectorBytes()));
            if (!(outcome instanceof ReadOutcome.Good)) {
                return outcome;
            }
        }
        int past = (int) (gap.endBytes() - lba);
        int from = before * sectorBytes();
        int to = past * sectorBytes();
        target.put(from, new byte[to - from]);
        if (past < sectors) {
            var outcome =
                    read(
                            lba + past,
                            sectors - past,
                            sectorCount,
                            target.slice(to, target.capacity() - to));
            if (!(outcome instanceof ReadOutcome.Good)) {
                return outcome;
            }
        }
        return new ReadOutcome.Good(sectors * sectorBytes());
    }

    private ReadOutcome inPieces(long lba, int sectors, long sectorCount, ByteBuffer target) {
        for (int done = 0; done < sectors; ) {
            int piece = Math.min(mostSectors, sectors - done);
            ByteBuffer part = target.slice(done * sectorBytes(), piece * sectorBytes());
            ReadOutcome outcome = read(lba + done, piece, sectorCount, part);
            if (!(outcome instanceof ReadOutcome.Good)) {
                return outcome;
            }
            done += piece;
        }
        return new ReadOutcome.Good(sectors * sectorBytes());
    }

    private ScsiReply command(long lba, int sectors, ByteBuffer target) throws OsException {
        if (isRaw) {
            return device.execute(Reads.readCd(lba, sectors), target);
        }
        if (!usesRead12) {
            ScsiReply reply = device.execute(Reads.read10(lba, sectors), target);
            boolean isUnknown =
                    Verdict.sense(reply)
                            .filter(s -> s.key() == 5 && s.asc() == INVALID_OPCODE)
                            .isPresent();
            if (!isUnknown) {
                return reply;
            }
            usesRead12 = true;
        }
        return device.execute(Reads.read12(lba, sectors), target);
    }

    /** Reads music with what the drive could not correct; sectors of other kinds as they are. */
    ReadOutcome readTold(
            long lba, int sectors, long sectorCount, ByteBuffer into, BitSet uncorrected) {
        uncorrected.clear();
        if (lba < 0 || sectors < 1 || lba > sectorCount - sectors) {
            return Sense.OUT_OF_RANGE.asOutcome();
        }
        int unit = Drive.RAW_SECTOR_BYTES + Reads.C2_BYTES;
        int most = Math.min(MOST_TOLD, Math.max(1, mostBytes.orElse(Integer.MAX_VALUE) / unit));
        var told = ByteBuffer.allocateDirect(Math.min(most, sectors) * unit);
        try {
            for (int done = 0; done < sectors; ) {
                int count = Math.min(most, sectors - done);
                var target = told.slice(0, count * unit);
                var reply = device.execute(Reads.readCdWithC2(lba + done, count), target);
                var outcome = outcome(lba + done, count, sectorCount, count * unit, reply);
                if (!(outcome instanceof ReadOutcome.Good)) {
                    return outcome;
                }
                for (int i = 0; i < count; i++) {
                    int from = i * unit;
                    into.put(
                            into.position() + (done + i) * Drive.RAW_SECTOR_BYTES,
                            target,
                            from,
                            Drive.RAW_SECTOR_BYTES);
                    if (hasBit(target, from + Drive.RAW_SECTOR_BYTES, from + unit)) {
                        uncorrected.set(done + i);
                    }
                }
                done += count;
            }
        } catch (OsException problem) {
            return OsFailures.outcome(problem);
        }
        return new ReadOutcome.Good(sectors * Drive.RAW_SECTOR_BYTES);
    }

    private static boolean hasBit(ByteBuffer bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes.get(at) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Reads outside the disc's tracks; what a drive says to that is no word on the disc. */
    ReadOutcome readBeyond(long lba, int sectors, ByteBuffer into) {
        int bytes = sectors * Drive.RAW_SECTOR_BYTES;
        try {
            var reply =
                    device.execute(
                            Reads.readCdBeyond(lba, sectors), into.slice(into.position(), bytes));
            return Verdict.ofRead(reply, bytes);
        } catch (OsException problem) {
            return OsFailures.outcome(problem);
        }
    }

    private ReadOutcome outcome(long lba, int sectors, long sectorCount, int bytes, ScsiReply reply)
            throws OsException {
        if (Verdict.hasTimedOut(reply)) {
            return ++timeouts >= MOST_TIMEOUTS ? Verdict.failure(reply) : afterTimeout(reply);
        }
        timeouts = 0;
        ReadOutcome outcome = Verdict.ofRead(reply, bytes);
        if (outcome instanceof ReadOutcome.Fault(Sense sense, _) && sense.key() == 5) {
            boolean isTail =
                    sense.asc() == Sense.OUT_OF_RANGE.asc()
                            && lba + sectors > sectorCount - TAIL_SECTORS;
            // Where audio follows data one command can't bring both; one by one they can be had.
            boolean isBorder = isRaw && sense.asc() == ILLEGAL_MODE;
            if (isTail || isBorder) {
                return new ReadOutcome.MediumError(sense);
            }
        }
        return outcome;
    }

    /**
     * The kernel gave up on the command and reset the drive. Where the drive answers again and has
     * the same disc, it was the spot: bad for this pass.
     */
    private ReadOutcome afterTimeout(ScsiReply timedOut) throws OsException {
        for (int i = 0; i < MOST_ATTENTIONS; i++) {
            ScsiReply reply = device.execute(Queries.testUnitReady(), NO_DATA);
            if (Verdict.isGood(reply)) {
                return new ReadOutcome.MediumError(Sense.NO_ANSWER);
            }
            ReadOutcome outcome = Verdict.failure(reply);
            boolean wasReset =
                    outcome instanceof ReadOutcome.Changed(Sense sense) && sense.asc() == 0x29;
            if (!wasReset) {
                return outcome instanceof ReadOutcome.Fault ? Verdict.failure(timedOut) : outcome;
            }
        }
        return Verdict.failure(timedOut);
    }
}
