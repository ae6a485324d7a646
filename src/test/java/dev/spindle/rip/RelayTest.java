package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.Deadline;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is asked of rips that follow each other reaches the one whose turn it is. */
@Tag("unit")
final class RelayTest {
    private final Noting first = new Noting();
    private final Noting second = new Noting();
    private final Relay relay = new Relay(new BatonConcurrency(1, Duration.ofHours(1)), first);

    /** Notes what it is asked, and can have somebody ask more meanwhile. */
    private static final class Noting implements Rip {
        final List<String> asked = new ArrayList<>();
        Runnable meanwhile = () -> {};

        private void note(String what) {
            var now = meanwhile;
            meanwhile = () -> {};
            now.run();
            asked.add(what);
        }

        @Override
        public RipSnapshot snapshot() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<RipEvent> takeEvents() {
            return List.of();
        }

        @Override
        public void stop() {
            note("stop");
        }

        @Override
        public void pause() {
            note("pause");
        }

        @Override
        public void resume() {
            note("resume");
        }

        @Override
        public void goodEnough() {}

        @Override
        public void keepTrying() {}

        @Override
        public void changeSpeed(Optional<ReadSpeed> speed) {
            note("speed " + speed.isPresent());
        }

        @Override
        public boolean awaitEnd(Deadline deadline) {
            return true;
        }
    }

    @Test
    void whoAsksAsksTheOneWhoseTurnItIs() {
        relay.pause();
        relay.resume();
        relay.handTo(second);
        relay.pause();
        assertThat(relay.current()).isSameAs(second);
        assertThat(first.asked).containsExactly("pause", "resume");
        assertThat(second.asked).containsExactly("pause");
    }

    @Test
    void whatLastsIsAskedOfTheNextOneToo() {
        relay.pause();
        relay.changeSpeed(Optional.empty());
        relay.handTo(second);
        assertThat(second.asked).containsExactlyInAnyOrder("pause", "speed false");
    }

    @Test
    void whatWasNeverAskedIsNotToldToTheNextOne() {
        relay.handTo(second);
        assertThat(second.asked).isEmpty();
    }

    /** Or the second half would rest for ever, with nobody who knows that it does. */
    @Test
    void whoChangesTheirMindMeanwhileHasTheLastWord() {
        relay.pause();
        second.meanwhile = relay::resume;
        relay.handTo(second);
        assertThat(second.asked).contains("pause").endsWith("resume");
    }

    @Test
    void aStopOfBothReachesEachOneOnceAtMost() {
        relay.stop();
        relay.handTo(second);
        assertThat(first.asked).containsExactly("stop");
        assertThat(second.asked).containsExactly("stop");
        assertThat(relay.leave()).isFalse();
    }

    /** A second stop would give up what the first one saves. */
    @Test
    void oneThatWasLeftIsNotStoppedAgain() {
        assertThat(relay.leave()).isTrue();
        relay.stop();
        assertThat(first.asked).containsExactly("stop");
        relay.stop();
        assertThat(first.asked).as("who asks twice means it").containsExactly("stop", "stop");
    }

    @Test
    void aStopBetweenThemIsForTheNextOne() {
        assertThat(relay.leave()).isTrue();
        relay.stop();
        relay.handTo(second);
        assertThat(second.asked).containsExactly("stop");
    }

    @Test
    void aStopOnceTheNextOneHasItsTurnIsToldOnce() {
        relay.pause();
        second.meanwhile = relay::stop;
        relay.handTo(second);
        assertThat(second.asked).containsExactlyInAnyOrder("pause", "stop");
        assertThat(first.asked).containsExactly("pause");
    }

    @Test
    void whoWasStoppedIsNotLeft() {
        relay.stop();
        assertThat(relay.leave()).isFalse();
        assertThat(first.asked).containsExactly("stop");
    }
}
