package dev.spindle.writeback;

import dev.spindle.range.RangeSet;
import dev.spindle.run.RoleWorker;

import java.io.IOException;

/** Hears of each barrier that succeeded, on the syncer's thread. */
@FunctionalInterface
public interface BarrierListener {
    /**
     * Everything in the set is on the device now.
     *
     * @throws IOException where the map can't be saved
     */
    void durable(RangeSet durable, RoleWorker.Lease syncer) throws IOException;
}
