package dev.spindle.rip;

import dev.spindle.run.Activity;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.RateMeter;
import dev.spindle.timeline.Sample;

import org.jspecify.annotations.Nullable;

/** Takes samples of the moving parts. One owner, the conductor. */
final class SampleTaker {
    private static final double WINDOW_SECONDS = 5;

    /** The pace behind the forecast looks further back, so that it stays calm. */
    private static final double PACE_WINDOW_SECONDS = 30;

    private final Roles roles;

    /** Over the time in read commands only: waiting for us is not the drive's slowness. */
    private final RateMeter readMeter = new RateMeter(WINDOW_SECONDS);

    private final RateMeter confirmedMeter = new RateMeter(WINDOW_SECONDS);
    private final RateMeter paceMeter = new RateMeter(PACE_WINDOW_SECONDS);
    private final RateMeter confirmedPaceMeter = new RateMeter(PACE_WINDOW_SECONDS);

    SampleTaker(Roles roles) {
        this.roles = roles;
    }

    double readRate() {
        return readMeter.bytesPerSecond();
    }

    double confirmedRate() {
        return confirmedMeter.bytesPerSecond();
    }

    double paceBytesPerSecond() {
        return paceMeter.bytesPerSecond();
    }

    double confirmedPaceBytesPerSecond() {
        return confirmedPaceMeter.bytesPerSecond();
    }

    Sample idle() {
        return new Sample(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Activity.IDLE,
                Activity.IDLE,
                Activity.IDLE,
                Health.HEALTHY);
    }

    Sample take(double seconds, @Nullable Streaming streaming, Health health) {
        var reader = roles.reader().ledger().snapshot();
        var writer = roles.writer().ledger().snapshot().activity();
        var flusher = roles.flusher().ledger().snapshot().activity();
        if (streaming == null) {
            return new Sample(
                    seconds, 0, 0, 0, 0, 0, 0, 0, 0, reader.activity(), writer, flusher, health);
        }
        var ledger = streaming.ledger().status();
        long readBytes = streaming.maps().counts().readBytes();
        long driveBytes = readBytes - streaming.maps().otherBytes();
        readMeter.add(reader.nanosIn(Activity.READING) / 1e9, driveBytes);
        confirmedMeter.add(seconds, ledger.confirmedBytes());
        // A pause says nothing about the pace of the reading.
        paceMeter.add(seconds - reader.nanosIn(Activity.PAUSED) / 1e9, driveBytes);
        confirmedPaceMeter.add(seconds, ledger.confirmedBytes());
        var ring = streaming.ring();
        double fill = ring.fill();
        double rate = readRate();
        double cushion = rate > 0 ? ring.roomBytes() / rate : 0;
        return new Sample(
                seconds,
                readBytes,
                streaming.writer().takenBytes(),
                ledger.confirmedBytes(),
                streaming.durableContent().sizeBytes(),
                ledger.unconfirmedBytes(),
                streaming.pipeline().status().chunkBytes(),
                fill,
                cushion,
                reader.activity(),
                writer,
                flusher,
                health);
    }
}
