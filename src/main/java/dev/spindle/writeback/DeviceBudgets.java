package dev.spindle.writeback;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The budgets of unconfirmed bytes, one for each device, shared by all who write to it: two rips
 * onto one disk do not double what lies in memory. Safe for all threads.
 */
public final class DeviceBudgets {
    private final Gate gate;
    private final List<Share> shares = new ArrayList<>();

    public DeviceBudgets(Concurrency concurrency) {
        this.gate = concurrency.gate("budgets");
    }

    /**
     * Opens a share of a device's budget.
     *
     * @param device number of the device, as {@code major:minor}
     * @param limitBytes the most that may be unconfirmed on the device before this share waits
     * @param unconfirmed how much this share's file has unconfirmed now; never blocks
     */
    Share open(String device, long limitBytes, LongSupplier unconfirmed) {
        var share = new Share(device, limitBytes, unconfirmed);
        gate.update(() -> shares.add(share));
        return share;
    }

    /** One file's share. */
    final class Share {
        private final String device;
        private final long limitBytes;
        private final LongSupplier unconfirmed;
        private long underWayBytes;
        private long windowBytes;

        private Share(String device, long limitBytes, LongSupplier unconfirmed) {
            this.device = device;
            this.limitBytes = limitBytes;
            this.unconfirmed = unconfirmed;
            this.windowBytes = limitBytes;
        }

        long limitBytes() {
            return limitBytes;
        }

        /** Whether a write of so many bytes may begin now; then it counts as under way. */
        boolean tryBegin(long bytes) {
            return gate.read(() -> begin(bytes));
        }

        /**
         * Waits until a write of so many bytes may begin; then it counts as under way.
         *
         * @param isHopeless ends the wait like a stop; looked at when something has settled
         * @return STOPPED where the wait was ended and nothing began
         */
        Gate.Outcome awaitBegin(long bytes, BooleanSupplier isHopeless, StopToken stop) {
            while (true) {
                var outcome =
                        gate.await(
                                () -> fits(bytes) || isHopeless.getAsBoolean(),
                                Deadline.never(),
                                stop);
                if (outcome != Gate.Outcome.MET || tryBegin(bytes)) {
                    return outcome;
                }
                if (isHopeless.getAsBoolean()) {
                    return Gate.Outcome.STOPPED;
                }
            }
        }

        /** The write has returned, and the file's own count has it if it succeeded. */
        void ended() {
            gate.update(() -> underWayBytes = 0);
        }

        /** The file's own count may have become smaller. */
        void settled() {
            gate.update(() -> {});
        }

        /** This file takes no more than this of the budget from now on. */
        void window(long bytes) {
            gate.update(() -> windowBytes = bytes);
        }

        void close() {
            gate.update(() -> shares.remove(this));
        }

        private boolean begin(long bytes) {
            if (!fits(bytes)) {
                return false;
            }
            underWayBytes = bytes;
            return true;
        }

        /** A budget smaller than one write would let nothing pass: alone, a write always may. */
        private boolean fits(long bytes) {
            long own = underWayBytes + unconfirmed.getAsLong();
            if (own > 0 && own + bytes > windowBytes) {
                return false;
            }
            long held = held();
            return held == 0 || held + bytes <= limitBytes;
        }

        private long held() {
            long sum = 0;
            for (Share share : shares) {
                if (share.device.equals(device)) {
                    sum += share.underWayBytes + share.unconfirmed.getAsLong();
                }
            }
            return sum;
        }
    }
}
