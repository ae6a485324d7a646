package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.DeviceEvent;
import dev.spindle.os.DeviceEvents;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** Drives and discs that come and go are noticed, and no drive is opened for it. */
@Tag("unit")
class DriveWatcherTest {
    private static final Duration LOOK = Duration.ofSeconds(5);

    /** Events that a test sends; the waiting goes by the virtual clock. */
    private static final class Events implements DeviceEvents, DeviceEvents.Source {
        private final DriveBench bench;
        private final Deque<DeviceEvent> queue = new ArrayDeque<>();
        private boolean refuses;
        private boolean loses;
        private boolean closed;

        Events(DriveBench bench) {
            this.bench = bench;
        }

        void send(String action, Map<String, String> properties) {
            queue.add(new DeviceEvent(action, properties));
        }

        @Override
        public Source open() throws OsException {
            if (refuses) {
                throw new OsException(Errno.EPERM, "socket", "device events");
            }
            return this;
        }

        @Override
        public Optional<DeviceEvent> next(Duration most) throws OsException {
            if (loses) {
                throw new OsException(Errno.ENOBUFS, "recv", "device events");
            }
            if (queue.isEmpty()) {
                pause(bench, most);
            }
            return Optional.ofNullable(queue.poll());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static void pause(DriveBench bench, Duration time) {
        var _ = bench.baton.gate("pause").pause(bench.baton.in(time), StopToken.never());
    }

    /** What happens while a watcher watches. */
    private interface Body {
        void run(DriveBench bench, Events events, DriveWatcher watcher) throws OsException;
    }

    private static void with(boolean refuses, Body body) {
        DriveBench.with(bench -> {
            bench.attribute("sr0/diskseq", "4");
            var events = new Events(bench);
            events.refuses = refuses;
            try (var watcher = new DriveWatcher(bench.baton, bench.storage, events)) {
                assertThat(watcher.version()).isZero();
                pause(bench, LOOK);
                assertThat(watcher.version()).as("nothing has happened").isZero();
                body.run(bench, events, watcher);
            }
            pause(bench, LOOK);
            assertThat(events.closed).isEqualTo(!refuses);
            assertThat(bench.played.uses).as("no drive is opened").isEmpty();
            assertThat(bench.storage.trace(CallKind.OPEN))
                    .allMatch(entry -> entry.path().startsWith("/sys/block/"));
        });
    }

    @Test
    void aNewDiscIsToldByItsEvent() {
        with(
                false,
                (bench, events, watcher) -> {
                    events.send("change", Map.of("SUBSYSTEM", "block", "DEVNAME", "sr0"));
                    pause(bench, LOOK);
                    assertThat(watcher.version()).isEqualTo(1);
                });
    }

    @Test
    void whatHappensToOtherDevicesIsNothing() {
        with(
                false,
                (bench, events, watcher) -> {
                    events.send("change", Map.of("SUBSYSTEM", "block", "DEVNAME", "sda"));
                    events.send("add", Map.of("SUBSYSTEM", "usb", "DEVNAME", "sr0"));
                    pause(bench, LOOK);
                    assertThat(watcher.version()).isZero();
                });
    }

    @Test
    void withoutEventsTheDiscsNumberTellsIt() {
        for (boolean refuses : new boolean[] {true, false}) {
            with(
                    refuses,
                    (bench, _, watcher) -> {
                        bench.attribute("sr0/diskseq", "5");
                        pause(bench, LOOK);
                        assertThat(watcher.version()).isEqualTo(1);
                        pause(bench, LOOK);
                        assertThat(watcher.version()).as("told once").isEqualTo(1);
                    });
        }
    }

    @Test
    void aDriveThatIsPluggedInAndOutIsNoticed() {
        with(
                true,
                (bench, _, watcher) -> {
                    bench.plugIn("sr1");
                    pause(bench, LOOK);
                    assertThat(watcher.version()).isEqualTo(1);
                    try {
                        bench.unplug("sr1");
                    } catch (IOException problem) {
                        throw new AssertionError(problem);
                    }
                    pause(bench, LOOK);
                    assertThat(watcher.version()).isEqualTo(2);
                });
    }

    @Test
    void whereEventsWereLostSomethingMayHaveHappened() {
        with(
                false,
                (bench, events, watcher) -> {
                    events.loses = true;
                    pause(bench, LOOK);
                    long version = watcher.version();
                    assertThat(version).isPositive();
                    pause(bench, Duration.ofSeconds(60));
                    assertThat(watcher.version() - version).as("no busy loop").isLessThan(40);
                    events.loses = false;
                });
    }

    @Test
    void nobodyWhoDoesNotAskIsWatchedFor() {
        DriveBench.with(bench -> {
            var events = new Events(bench);
            var watcher = new DriveWatcher(bench.baton, bench.storage, events);
            pause(bench, LOOK);
            watcher.close();
            assertThat(events.closed).isFalse();
            assertThat(bench.storage.trace(CallKind.LIST)).isEmpty();
        });
    }
}
