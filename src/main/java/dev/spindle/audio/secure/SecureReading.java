package dev.spindle.audio.secure;

import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads sectors of music again: all of them once, fast, with other borders between commands; then
 * those that came differently, round by round, until two readings of a sector agree. In a round the
 * drive visits all of them in turn, so that its cache can't answer for the disc. Ranges count
 * sectors here.
 */
public final class SecureReading {
    /** So often a sector is read before it is given up. */
    private static final int ROUNDS = 24;

    /** So many readings decide by majority where only the drive says where a sector belongs. */
    private static final int POLL = 9;

    /**
     * A command that came from somewhere else differs in all of its sectors, a damaged spot in
     * some: so many in a row tell, fewer where fewer were read.
     */
    private static final int MANY = 8;

    private static final int FEW = 4;

    /** A drive that suspects more than one sector in so many, all of them alike, is no witness. */
    private static final int FAR_TOO_MANY = 50;

    /** So many sectors it takes to say so of a drive: more than a minute of music. */
    private static final int ENOUGH_TO_JUDGE = 5000;

    /** So often a sector is read that comes alike and that the drive calls wrong each time. */
    private static final int SUSPECT_ROUNDS = 4;

    /** Fewer are read as often as all others: that costs minutes and not hours. */
    private static final int MOST_SUSPECTS = 500;

    /** Sectors on either side of a border of silence that may look alike and be moved. */
    private static final int BORDER = 3;

    private final DriveCache reads;
    private final ImageSectors image;
    private final ByteRange music;
    private final int perRead;
    private final LongConsumer progress;
    private final Agreement agreement = new Agreement();
    private final RangeSet confirmed = new RangeSet();
    private final RangeSet mended = new RangeSet();
    private final RangeSet open = new RangeSet();
    private final RangeSet silent = new RangeSet();
    private final RangeSet anchors = new RangeSet();
    private final RangeSet givenUp = new RangeSet();
    private final RangeSet suspect = new RangeSet();
    private boolean tellsErrors = true;

    /** Whether a command has ever come from somewhere else than it was asked for. */
    private boolean isJittery;

    /**
     * @param music the sectors that hold it, first to end
     * @param perRead sectors of a command
     * @param progress hears of each sector that was settled
     */
    public SecureReading(
            SectorReads reads,
            ImageSectors image,
            ByteRange music,
            int perRead,
            LongConsumer progress) {
        this.reads = new DriveCache(reads, music, perRead);
        this.image = image;
        this.music = music;
        this.perRead = perRead;
        this.progress = progress;
    }

    /**
     * Reads them.
     *
     * @param wanted of the music; what the first reading could not read is no part of it
     */
    public Confirmation run(RangeSet wanted) throws IOException {
        return run(wanted, new RangeSet());
    }

    /**
     * The same, where some of the music is known to be right.
     *
     * @param right sectors beside which others can be put
     */
    public Confirmation run(RangeSet wanted, RangeSet right) throws IOException {
        anchors.addAll(right);
        Optional<String> why = Optional.empty();
        try {
            readAll(wanted);
        } catch (DriveEndedException ended) {
            why = Optional.of(String.valueOf(ended.getMessage()));
        }
        open.addAll(givenUp);
        progress.accept(open.sizeBytes());
        return new Confirmation(confirmed.copy(), mended.copy(), open.copy(), why);
    }

    private void readAll(RangeSet wanted) throws IOException {
        for (ByteRange range : wanted.ranges()) {
            // Nobody knows what the first reading ended with, and what the drive has of it still.
            reads.leave(range.startBytes());
            readOnceMore(range);
        }
        boolean isMuch = wanted.sizeBytes() >= ENOUGH_TO_JUDGE;
        if (isMuch && suspect.sizeBytes() * FAR_TOO_MANY > wanted.sizeBytes()) {
            // Such a drive calls everything wrong, and so says nothing.
            tellsErrors = false;
            suspect.ranges().forEach(this::confirmAll);
        }
        if (isJittery) {
            reopenBorders(wanted);
        }
        reads.countFromHere();
        var fitting = new Fitting(reads, image, music, perRead, this::isRight);
        for (int round = 1; round <= ROUNDS && !open.isEmpty(); round++) {
            if (round > SUSPECT_ROUNDS && suspect.sizeBytes() > MOST_SUSPECTS) {
                giveUpSuspects();
            }
            if (open.isEmpty()) {
                return;
            }
            reads.leaveAgain(open.ranges().getFirst().startBytes());
            if (isJittery) {
                fitting.read(open, this::take);
            } else {
                readAgain();
            }
        }
    }

    /** Fast; the first command is shorter, so that all borders lie elsewhere. */
    private void readOnceMore(ByteRange range) throws IOException {
        long lba = range.startBytes();
        int count = Math.max(1, perRead / 2);
        while (lba < range.endBytes()) {
            int now = (int) Math.min(count, range.endBytes() - lba);
            var second = reads.read(lba, now);
            if (second.isPresent()) {
                compare(lba, now, second);
            } else {
                for (int i = 0; i < now; i++) {
                    compare(lba + i, 1, reads.read(lba + i, 1));
                }
            }
            lba += now;
            count = perRead;
        }
    }

    /**
     * Where many sectors in a row are others than before, one of the two commands came from
     * somewhere else; what is alike by chance is no proof then, but the first of the readings that
     * are.
     */
    private void compare(long lba, int sectors, Optional<byte[]> second) throws IOException {
        byte[] first = image.content(lba, sectors);
        int most = Math.max(FEW, Math.min(MANY, sectors / 2));
        boolean isElsewhere =
                second.filter(content -> differingInRow(first, content) >= most).isPresent();
        isJittery |= isElsewhere;
        for (int i = 0; i < sectors; i++) {
            int at = i * SampleWords.SECTOR_BYTES;
            var _ = agreement.add(lba + i, first, at);
            if (SampleWords.isFlat(first, at)) {
                silent.add(ByteRange.at(lba + i, 1));
            }
            boolean isAlike = second.isPresent() && isAlike(first, second.get(), at);
            boolean isSuspect = isSuspect(lba + i);
            if (isAlike && !isElsewhere && !isSuspect) {
                confirm(lba + i);
                continue;
            }
            open.add(ByteRange.at(lba + i, 1));
            if (isAlike && !isElsewhere) {
                suspect.add(ByteRange.at(lba + i, 1));
            }
            if (second.isPresent() && !isAlike && !isSuspect) {
                var _ = agreement.add(lba + i, second.get(), at);
            }
        }
    }

    /** Two readings of silence are alike wherever they come from. */
    private void reopenBorders(RangeSet wanted) {
        for (ByteRange row : silent.ranges()) {
            for (long border : new long[] {row.startBytes(), row.endBytes()}) {
                var around = new ByteRange(Math.max(0, border - BORDER), border + BORDER);
                for (ByteRange sectors : wanted.intersection(around).ranges()) {
                    progress.accept(-confirmed.intersection(sectors).sizeBytes());
                    confirmed.remove(sectors);
                    open.add(sectors);
                }
            }
        }
    }

    /** The longest row of sectors that differ. */
    private static int differingInRow(byte[] first, byte[] second) {
        int longest = 0;
        int row = 0;
        for (int at = 0; at < first.length; at += SampleWords.SECTOR_BYTES) {
            row = isAlike(first, second, at) ? 0 : row + 1;
            longest = Math.max(longest, row);
        }
        return longest;
    }

    private static boolean isAlike(byte[] first, byte[] second, int at) {
        int end = at + SampleWords.SECTOR_BYTES;
        return Arrays.equals(first, at, end, second, at, end);
    }

    private void confirmAll(ByteRange sectors) {
        for (long lba = sectors.startBytes(); lba < sectors.endBytes(); lba++) {
            confirm(lba);
        }
    }

    /** Where commands come from elsewhere, nobody knows of which sector the drive speaks. */
    private boolean isSuspect(long lba) {
        return tellsErrors && !isJittery && reads.isSuspect(lba);
    }

    private void confirm(long lba) {
        agreement.forget(lba);
        confirmed.add(ByteRange.at(lba, 1));
        open.remove(ByteRange.at(lba, 1));
        progress.accept(1);
    }

    /** The drive's word stands against two readings: nobody knows. */
    private void giveUpSuspects() {
        for (ByteRange sectors : suspect.ranges()) {
            givenUp.addAll(open.intersection(sectors));
            open.remove(sectors);
        }
    }

    /** Of a drive that gives what it is asked for. */
    private void readAgain() throws IOException {
        for (ByteRange row : open.copy().ranges()) {
            for (long from = row.startBytes(); from < row.endBytes(); from += perRead) {
                int count = (int) Math.min(perRead, row.endBytes() - from);
                var content = reads.read(from, count);
                if (content.isPresent()) {
                    take(ByteRange.at(from, count), exactly(content));
                } else if (count > 1) {
                    for (long lba = from; lba < from + count; lba++) {
                        take(ByteRange.at(lba, 1), exactly(reads.read(lba, 1)));
                    }
                }
            }
        }
    }

    private static Optional<Assembly.Piece> exactly(Optional<byte[]> content) {
        return content.map(bytes -> new Assembly.Piece(bytes, true));
    }

    private void take(ByteRange window, Optional<Assembly.Piece> piece) throws IOException {
        if (piece.isEmpty()) {
            return;
        }
        byte[] content = piece.get().content();
        for (int i = 0; i < window.lengthBytes(); i++) {
            long lba = window.startBytes() + i;
            int at = i * SampleWords.SECTOR_BYTES;
            if (open.containsAll(ByteRange.at(lba, 1))
                    && !isSuspect(lba)
                    && isEnough(
                            agreement.add(lba, content, at),
                            agreement.readings(lba),
                            piece.get().isPlaced())) {
                settle(lba, Arrays.copyOfRange(content, at, at + SampleWords.SECTOR_BYTES));
            }
        }
    }

    private static boolean isEnough(int alike, int readings, boolean isPlaced) {
        return isPlaced ? alike > 0 : readings >= POLL && 2 * (alike + 1) > readings;
    }

    private void settle(long lba, byte[] content) throws IOException {
        if (!Arrays.equals(image.content(lba, 1), content)) {
            image.mend(lba, content);
            mended.add(ByteRange.at(lba, 1));
        }
        confirm(lba);
    }

    private boolean isRight(long lba) {
        var sector = ByteRange.at(lba, 1);
        return confirmed.containsAll(sector) || anchors.containsAll(sector);
    }
}
