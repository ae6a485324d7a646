package dev.spindle.drive.linux;

import dev.spindle.os.DeviceEvents;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Notices drives that come and go, and discs that are put in or taken out, without sending anything
 * to a drive: by the kernel's events, and by what sysfs tells of disc and drive ({@code diskseq},
 * kernel documentation, ABI/stable/sysfs-block). That works as far as the kernel itself looks for
 * new discs, which systemd has it do (its rules.d/60-block.rules), and not while somebody has the
 * drive for himself.
 */
public final class DriveWatcher implements Closeable {
    /** So often sysfs is read though no event came: some containers get none. */
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Concurrency concurrency;
    private final DeviceEvents events;
    private final DriveSigns signs;
    private final Gate gate;
    private final StopToken stop = new StopToken();
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicLong version = new AtomicLong();

    public DriveWatcher(Concurrency concurrency, Storage storage, DeviceEvents events) {
        this.concurrency = concurrency;
        this.events = events;
        this.signs = new DriveSigns(storage);
        this.gate = concurrency.gate("drive watch");
    }

    /**
     * A number that grows when drives or discs have changed. Never blocks; the first call begins
     * the watching. Safe for all threads.
     */
    public long version() {
        if (started.compareAndSet(false, true)) {
            var _ = concurrency.start("drive watch", this::watch);
        }
        return version.get();
    }

    /** Ends the watching within its period. */
    @Override
    public void close() {
        stop.stop();
    }

    private void watch() {
        try (DeviceEvents.Source source = events.open()) {
            follow(() -> awaitEvent(source));
        } catch (OsException noEvents) {
            follow(() -> {
                var _ = gate.pause(concurrency.in(PERIOD), stop);
                return false;
            });
        }
    }

    /** Waits until it is time to look, and tells whether something has happened for sure. */
    @FunctionalInterface
    private interface Wait {
        boolean happened();
    }

    private void follow(Wait wait) {
        String known = signs.now();
        while (!stop.isStopped()) {
            boolean happened = wait.happened();
            String seen = signs.now();
            if (happened || !seen.equals(known)) {
                known = seen;
                version.incrementAndGet();
            }
        }
    }

    private boolean awaitEvent(DeviceEvents.Source source) {
        try {
            return source.next(PERIOD)
                    .filter(event -> event.isAboutBlockDevice() && event.name().startsWith("sr"))
                    .isPresent();
        } catch (OsException lost) {
            // A socket that fails at once, again and again, must not make this a busy loop.
            var _ = gate.pause(concurrency.in(PERIOD), stop);
            return true;
        }
    }
}
