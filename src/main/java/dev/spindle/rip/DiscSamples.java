package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.rip.files.SpotCheck;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sectors of the disc, spread over what was read of it, by which it is known again. Its volume
 * descriptors don't suffice: programs fill in their times to the second, so that two discs made one
 * after the other may have the same. One thread at a time, that of the drive.
 */
final class DiscSamples {
    /** Reading so many again takes a drive some seconds, seeking included. */
    static final int MOST = 32;

    /** Where so many are the same a drive that has got slow is asked no more. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Below this, single sectors count too, as a rip reads that only fills holes. */
    private static final int FEW = 8;

    /**
     * A sector as it was read.
     *
     * @param content from position to limit
     */
    private record Sample(long lba, ByteBuffer content) {}

    private List<Sample> samples = new ArrayList<>();

    /** Of so many reads one is sampled: twice as many whenever there is no more room. */
    private long stride = 1;

    private long reads;

    /**
     * Takes a sector of what was read, if it is its turn and the sector tells something. Single
     * sectors are what damage is read in: there are too many of them, and the next time they may
     * not be read.
     *
     * @param read what came, at its position; left as it is
     */
    void offer(long lba, ByteBuffer read, int bytes, int sectorBytes) {
        if (bytes <= sectorBytes && samples.size() >= FEW) {
            return;
        }
        if (reads % stride == 0) {
            var sector = new byte[Math.min(bytes, sectorBytes)];
            read.get(read.position(), sector);
            if (!tells(sector, sectorBytes)) {
                return;
            }
            samples.add(new Sample(lba, ByteBuffer.wrap(sector)));
            if (samples.size() > MOST) {
                thin();
            }
        }
        reads++;
    }

    private void thin() {
        var kept = new ArrayList<Sample>();
        for (int i = 0; i < samples.size(); i += 2) {
            kept.add(samples.get(i));
        }
        samples = kept;
        stride *= 2;
    }

    /** Padding is the same on any disc, and other bytes may come from the same one. */
    private static boolean tells(byte[] sector, int sectorBytes) {
        if (!SpotCheck.isCertain(sector, sectorBytes)) {
            return false;
        }
        for (byte one : sector) {
            if (one != sector[0]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the disc in the drive gives the same bytes there. What can't be read now says
     * nothing; but where there are samples one at least must be the same.
     *
     * @return false also where the drive failed, or at a stop
     */
    boolean areIn(Drive drive, Concurrency concurrency, StopToken stop) {
        var buffer = ByteBuffer.allocateDirect(drive.sectorBytes());
        var deadline = concurrency.in(PATIENCE);
        int same = 0;
        for (Sample sample : samples) {
            if (stop.isStopped()) {
                return false;
            }
            if (same > 0 && deadline.hasPassed(concurrency.nanoTime())) {
                return true;
            }
            switch (drive.read(sample.lba, 1, buffer.clear())) {
                case ReadOutcome.Good(int bytes) -> {
                    if (!buffer.limit(bytes).equals(sample.content)) {
                        return false;
                    }
                    same++;
                }
                case ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ -> {}
                default -> {
                    return false;
                }
            }
        }
        return same > 0 || samples.isEmpty();
    }

    /** How many there are. */
    int count() {
        return samples.size();
    }
}
