package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.ScriptedFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.range.ByteRange;
import dev.spindle.rip.stream.PauseSwitch;
import dev.spindle.run.Activity;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.RoleThread;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.timeline.ChunkWait;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Side;
import dev.spindle.timeline.WaitPoint;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Samples, gaps and health, on a clock that the test moves. */
@Tag("unit")
final class ObservationTest {
    private static final long START_NANOS = 5_000_000_000L;

    /** Time goes on only when the test says so. */
    private static final class HandClock implements Concurrency {
        private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
        private long nowNanos = START_NANOS;

        void millis(long millis) {
            nowNanos += millis * 1_000_000;
        }

        @Override
        public long nanoTime() {
            return nowNanos;
        }

        @Override
        public Gate gate(String name) {
            return baton.gate(name);
        }

        @Override
        public RoleThread start(String role, Runnable body) {
            return baton.start(role, body);
        }
    }

    private final HandClock clock = new HandClock();
    private final RoleThreads threads = new RoleThreads(clock, ScriptedFacts.ofOneGiB());
    private final Roles roles = Roles.start(clock, threads, () -> {});
    private final EventQueue events = new EventQueue(clock);
    private final Observation observation =
            new Observation(
                    clock,
                    new ScriptedStorage(clock),
                    roles,
                    threads,
                    new PauseSwitch(clock),
                    events);

    private void tickAfter(long millis) {
        clock.millis(millis);
        observation.tick();
    }

    @Test
    void aProgramThatWasStoppedIsNobodysFaultButItsOwn() {
        tickAfter(0);
        tickAfter(100);
        roles.writer().ledger().enter(Activity.WRITING);
        observation
                .stallReporter()
                .stalled(
                        "reader",
                        clock.nanoTime(),
                        clock.nanoTime() + 6_000_000_000L,
                        Side.DRIVE,
                        "slow");
        clock.millis(6000);
        roles.writer().ledger().enter(Activity.WAITING_FOR_DATA);
        observation.tick();
        var stalled = observation.stalls().stalledSeconds();
        assertThat(stalled.get(Side.SELF)).isBetween(5.8, 6.0);
        // The tenth of a second before the tick was due may have been anybody's.
        assertThat(stalled.get(Side.STORAGE)).isLessThan(0.11);
        assertThat(stalled.get(Side.DRIVE)).isLessThan(0.11);
        assertThat(observation.stalls().latest().getFirst().cause())
                .isEqualTo("the program was not running");
    }

    @Test
    void theWaitForAChunkIsToldAndDrawn() {
        tickAfter(0);
        clock.millis(250);
        observation.chunkConfirmed(ByteRange.at(1 << 20, 4 << 20), 120_000_000);
        assertThat(observation.snapshot().waits()).isEmpty();
        observation.tick();
        var wait = new WaitPoint(0.25, 0.12, 0.12, 0.12, 0.12);
        assertThat(observation.snapshot().waits()).containsExactly(wait);
        assertThat(observation.waits().points()).containsExactly(wait);
        assertThat(events.takeEvents())
                .contains(new RipEvent.ChunkConfirmed(new ChunkWait(0.25, 1 << 20, 4 << 20, 0.12)));
    }

    @Test
    void aTickThatIsALittleLateIsNoGap() {
        tickAfter(0);
        tickAfter(590);
        assertThat(observation.stalls().latest()).isEmpty();
    }

    @Test
    void tellsOfAStallOnceWhileItLasts() {
        tickAfter(0);
        roles.writer().ledger().enter(Activity.WRITING);
        for (int tick = 0; tick < 30; tick++) {
            tickAfter(100);
        }
        assertThat(events.takeEvents())
                .filteredOn(RipEvent.StallOpened.class::isInstance)
                .containsExactly(new RipEvent.StallOpened("writer", 0, 1));
    }

    @Test
    void aStorageCallOfFiveSecondsMakesTheDestinationSlow() {
        tickAfter(0);
        roles.syncer().ledger().enter(Activity.SYNCING);
        ticks(49);
        assertThat(observation.snapshot().sample().health()).isEqualTo(Health.HEALTHY);
        ticks(1);
        assertThat(observation.snapshot().sample().health()).isEqualTo(Health.SLOW);
        assertThat(observation.snapshot().healthReason())
                .isEqualTo("a storage call takes long (syncer, syncing for 5.0 s)");
        assertThat(observation.snapshot().healthSinceSeconds()).isEqualTo(5);
        roles.syncer().ledger().enter(Activity.IDLE);
        roles.reader().ledger().enter(Activity.READING);
        ticks(101);
        assertThat(observation.snapshot().sample().health())
                .as("a drive says nothing about the destination")
                .isEqualTo(Health.HEALTHY);
    }

    private void ticks(int count) {
        for (int tick = 0; tick < count; tick++) {
            tickAfter(100);
        }
    }

    @Test
    void aStallThatStillLastsIsBookedForTheVerdict() {
        tickAfter(0);
        roles.writer().ledger().enter(Activity.WRITING);
        for (int tick = 0; tick < 20; tick++) {
            tickAfter(100);
        }
        assertThat(observation.stalls().stalledSeconds().get(Side.STORAGE)).isZero();
        observation.bookAll();
        assertThat(observation.stalls().stalledSeconds().get(Side.STORAGE)).isEqualTo(2);
    }
}
