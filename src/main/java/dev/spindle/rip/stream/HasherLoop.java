package dev.spindle.rip.stream;

import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;

/** The hasher: takes each buffer that passes into the hashes, as long as they come in order. */
public final class HasherLoop implements RoleWorker.Work<Boolean> {
    private final Ring ring;
    private final StreamHashes hashes;
    private final StopToken stop;

    public HasherLoop(Ring ring, StreamHashes hashes, StopToken stop) {
        this.ring = ring;
        this.hashes = hashes;
        this.stop = stop;
    }

    @Override
    public Boolean run(RoleWorker.Lease lease) throws IOException {
        while (!stop.isStopped()) {
            lease.enter(Activity.WAITING_FOR_DATA);
            var slot = ring.nextToHash(stop);
            if (slot.isEmpty()) {
                break;
            }
            lease.enter(Activity.HASHING);
            hashes.take(slot.get().positionBytes(), slot.get().content());
            ring.hashed(slot.get());
        }
        return true;
    }
}
