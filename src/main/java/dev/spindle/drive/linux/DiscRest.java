package dev.spindle.drive.linux;

import dev.spindle.drive.scsi.Controls;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;

/**
 * Lets a disc stand still and spins it up again: the drive finds its focus and its tracks anew
 * then, and reads what it had got lost in before. One thread at a time.
 */
final class DiscRest {
    /** A disc takes about two seconds to stand still; then there is time to cool down a little. */
    private static final Duration STILL = Duration.ofSeconds(3);

    private final Concurrency concurrency;
    private final Commander commander;
    private final String path;

    DiscRest(Concurrency concurrency, Commander commander, String path) {
        this.concurrency = concurrency;
        this.commander = commander;
        this.path = path;
    }

    /**
     * Takes it. A stop leaves the disc spinning up.
     *
     * @throws IOException where the drive refuses, or is not ready afterwards
     */
    void take(StopToken stop) throws IOException {
        commander.send(Controls.stop());
        var _ = concurrency.gate("disc rest").pause(concurrency.in(STILL), stop);
        commander.send(Controls.start());
        new Readiness(concurrency, commander, path).await(stop);
    }
}
