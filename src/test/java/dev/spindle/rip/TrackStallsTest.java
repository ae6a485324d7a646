package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.Stall;
import dev.spindle.timeline.StallBook;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Who held up the second reading and the making of tracks, and nobody else. */
@Tag("unit")
final class TrackStallsTest extends AudioRips {
    private static List<Stall> ofTracks(Rip rip) {
        return rip.snapshot().stalls().stream()
                .filter(stall -> stall.thread().equals("encoder"))
                .toList();
    }

    private static double seconds(List<Stall> stalls, Side side) {
        return stalls.stream().filter(s -> s.side() == side).mapToDouble(Stall::seconds).sum();
    }

    @Test
    void aSoundRipHasNone() {
        with(bench -> {
            var rip = bench.start();
            assertAlbum(bench, bench.end(rip));
            assertThat(ofTracks(rip)).isEmpty();
        });
    }

    @Test
    void waitingForTheDeviceIsTheStorages() {
        with(bench -> {
            bench.storage
                    .on(CallKind.SYNC)
                    .path(partOf("02 Track 02.wav"))
                    .cost(Duration.ofSeconds(3));
            var rip = bench.start();
            var verdict = bench.end(rip);
            assertThat(ofTracks(rip))
                    .singleElement()
                    .satisfies(stall -> {
                        assertThat(stall.side()).isEqualTo(Side.STORAGE);
                        assertThat(stall.seconds()).isBetween(2.99, 3.01);
                        assertThat(stall.cause()).contains("until it was on the device");
                    });
            assertThat(verdict.stalledSeconds().get(Side.STORAGE)).isGreaterThan(2.9);
            assertThat(verdict.stalledSeconds().get(Side.DRIVE)).isLessThan(0.1);
            assertThat(rip.takeEvents())
                    .filteredOn(RipEvent.StallEnded.class::isInstance)
                    .isNotEmpty();
            try {
                var record = RipRecordText.read(text(bench, ALBUM + "/The Band - Songs.rip.json"));
                assertThat(record.stalls()).anyMatch(stall -> stall.thread().equals("encoder"));
            } catch (IOException problem) {
                throw new AssertionError(problem);
            }
        });
    }

    @Test
    void writesThatAreHeldUpAreTheStorages() {
        with(bench -> {
            bench.storage
                    .on(CallKind.WRITE)
                    .path(partOf("03 Song 3.wav"))
                    .cost(Duration.ofSeconds(2));
            var rip = bench.start();
            var _ = bench.end(rip);
            var stalls = ofTracks(rip);
            assertThat(seconds(stalls, Side.STORAGE)).isGreaterThan(1.5);
            assertThat(seconds(stalls, Side.DRIVE)).isZero();
        });
    }

    /** The drive is read while nothing else goes on: what it takes too long for is its own. */
    @Test
    void aSlowSpotInTheSecondReadingIsTheDrives() {
        with(bench -> {
            bench.script = "speed 2M\ndelay 400 1 2s";
            var rip = bench.start();
            var verdict = bench.end(rip);
            var stalls = ofTracks(rip);
            assertThat(seconds(stalls, Side.DRIVE)).isBetween(1.5, 2.6);
            assertThat(seconds(stalls, Side.STORAGE)).isZero();
            assertThat(stalls).extracting(Stall::cause).containsOnly(StallBook.SLOW_SECTORS);
            assertThat(verdict.stalledSeconds().get(Side.DRIVE)).isGreaterThan(3.0);
        });
    }

    /** A drive that is slow throughout is slow, and does not stall. */
    @Test
    void aSlowDriveDoesNotStall() {
        with(bench -> {
            bench.script = "speed 176K";
            var rip = bench.start();
            var _ = bench.end(rip);
            assertThat(seconds(ofTracks(rip), Side.DRIVE)).isZero();
            assertThat(seconds(ofTracks(rip), Side.STORAGE)).isZero();
        });
    }

    /** The image lies on the storage, and making tracks reads it from there. */
    @Test
    void anImageThatIsSlowToReadIsTheStorages() {
        with(bench -> {
            bench.storage
                    .on(CallKind.READ)
                    .path(Bench.FOLDER + "/The Band - Songs.bin")
                    .cost(number -> Duration.ofMillis(number % 40 == 0 ? 900 : 1));
            var rip = bench.start();
            var _ = bench.end(rip);
            assertThat(seconds(ofTracks(rip), Side.DRIVE)).isZero();
        });
    }
}
