package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.record.RescueRecord;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleThread;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One folder at a time, and none once it is decided how a rip goes on. */
@Tag("unit")
final class DetourProgressTest {
    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final DetourProgress progress = new DetourProgress(baton);

    private static DetourStage.Staged staged() {
        var left =
                new RipVerdict(
                        RipOutcome.STOPPED,
                        false,
                        "Stopped.",
                        "",
                        Map.of(),
                        1,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        "steady",
                        "direct",
                        0,
                        Map.of(),
                        RescueRecord.NOTHING);
        return new DetourStage.Staged("/local", new Silent(), left);
    }

    /** A rip that does nothing. */
    private static final class Silent implements Rip {
        @Override
        public RipSnapshot snapshot() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RipEvent> takeEvents() {
            return List.of();
        }

        @Override
        public void stop() {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void goodEnough() {}

        @Override
        public void keepTrying() {}

        @Override
        public void changeSpeed(Optional<ReadSpeed> wished) {}

        @Override
        public boolean awaitEnd(Deadline deadline) {
            return true;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ofManyWhoAskAtOnceOneIsHeard(long seed) {
        var concurrency = new BatonConcurrency(seed, Duration.ofHours(1));
        var asked = new DetourProgress(concurrency);
        var heard = new ArrayList<Integer>();
        var ended =
                concurrency.run(() -> {
                    var threads = new ArrayList<RoleThread>();
                    for (int number = 0; number < 4; number++) {
                        int me = number;
                        threads.add(
                                concurrency.start(
                                        "asker",
                                        () -> {
                                            if (asked.ask()) {
                                                heard.add(me);
                                            }
                                        }));
                    }
                    threads.forEach(
                            thread -> thread.awaitDone(Deadline.never(), StopToken.never()));
                });
        assertThat(ended).as("left behind").isEmpty();
        assertThat(heard).hasSize(1);
    }

    @Test
    void whoWasRefusedMayAskAgain() {
        assertThat(progress.ask()).isTrue();
        assertThat(progress.ask()).isFalse();
        progress.refuse("full", Deadline.never());
        assertThat(progress.now()).isEqualTo(new DetourStage.Straight("full", Deadline.never()));
        assertThat(progress.ask()).isTrue();
    }

    @Test
    void whatCameToNothingIsSettled() {
        assertThat(progress.ask()).isTrue();
        progress.leave("");
        progress.settle();
        assertThat(progress.now()).isEqualTo(new DetourStage.Settled());
        assertThat(progress.ask()).isFalse();
    }

    /** The thread that looked at a folder ends after the second half has begun. */
    @Test
    void whatHasBegunStays() {
        assertThat(progress.ask()).isTrue();
        progress.leave("");
        var half = staged();
        progress.follow(half);
        progress.settle();
        assertThat(progress.staged()).contains(half);
        assertThat(progress.onceStraightIsOver()).isEqualTo(half);
    }

    @Test
    void onceTheStraightRipIsOverNoFolderIsTaken() {
        assertThat(progress.onceStraightIsOver()).isEqualTo(new DetourStage.Settled());
        assertThat(progress.ask()).isFalse();
    }

    @Test
    void whoAsksInTimeIsWaitedFor() {
        var told = new ArrayList<Boolean>();
        var ended =
                baton.run(() -> {
                    assertThat(progress.ask()).isTrue();
                    told.add(progress.awaitDecided(baton.in(Duration.ofSeconds(1))));
                    var waiting =
                            baton.start(
                                    "waiting",
                                    () -> told.add(progress.awaitDecided(Deadline.never())));
                    progress.leave("");
                    progress.follow(staged());
                    waiting.awaitDone(Deadline.never(), StopToken.never());
                });
        assertThat(ended).as("left behind").isEmpty();
        assertThat(told).containsExactly(false, true);
    }
}
