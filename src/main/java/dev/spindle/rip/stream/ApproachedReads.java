package dev.spindle.rip.stream;

import dev.spindle.drive.Approach;
import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.ByteRange;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Comes to sectors in the way that the plan asks for. For the reader. */
final class ApproachedReads {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.rip");

    /** Half a turn of a DVD near its edge: enough for the pickup to follow the track. */
    static final int RUN_UP_SECTORS = 16;

    private final Drive drive;
    private final MapKeeper maps;
    private @Nullable ByteBuffer scratch;
    private Approach last = Approach.PLAIN;

    ApproachedReads(Drive drive, MapKeeper maps) {
        this.drive = drive;
        this.maps = maps;
    }

    /**
     * What comes before the read itself, such as seconds of rest. What goes wrong here the read
     * will tell.
     *
     * @return whether the disc was rested
     */
    boolean prepare(ReadCommand command, StopToken stop) {
        boolean isNew = command.approach() != last;
        last = command.approach();
        switch (command.approach()) {
            case RUN_UP -> runUp(command.lba());
            case RESTED -> {
                if (isNew) {
                    rest(stop);
                    return true;
                }
            }
            case PLAIN, FASTEST, BLOCK_DEVICE -> {}
        }
        return false;
    }

    ReadOutcome read(ReadCommand command, ByteBuffer into) {
        return command.approach() == Approach.BLOCK_DEVICE
                ? drive.readByBlockDevice(command.lba(), command.sectors(), into)
                : drive.read(command.lba(), command.sectors(), into);
    }

    /** Over sectors that read well: a run-up that fails itself would cost as much as the try. */
    private void runUp(long lba) {
        int sectorBytes = drive.sectorBytes();
        var before = maps.finishedBefore(lba * sectorBytes, RUN_UP_SECTORS * sectorBytes);
        if (before.isPresent()) {
            ByteRange range = before.get();
            long first = Math.ceilDiv(range.startBytes(), sectorBytes);
            int sectors = (int) (range.endBytes() / sectorBytes - first);
            if (sectors > 0) {
                var _ = drive.read(first, sectors, scratch(sectorBytes));
            }
        }
    }

    private ByteBuffer scratch(int sectorBytes) {
        ByteBuffer buffer = scratch;
        if (buffer == null) {
            buffer = ByteBuffer.allocateDirect(RUN_UP_SECTORS * sectorBytes);
            scratch = buffer;
        }
        return buffer.clear();
    }

    private void rest(StopToken stop) {
        try {
            drive.rest(stop);
        } catch (IOException refused) {
            LOG.info("the disc can't be rested: {}", refused.getMessage());
        }
    }
}
