package dev.spindle.ui.rip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.rip.ReadSpeed;
import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.rip.RipViewModel.State;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@Tag("unit")
class RipViewModelTest {
    private final FakeRip rip = new FakeRip(Examples.preparing());
    private final RipViewModel model = new RipViewModel(r -> r::stop);

    @Test
    void followsARipToItsVerdict() {
        assertThat(model.snapshotProperty().get()).isEmpty();
        model.begin(rip);
        assertThat(model.stateProperty().get()).isEqualTo(State.RIPPING);
        assertThat(model.snapshotProperty().get()).contains(Examples.preparing());
        var end = Examples.ended(RipOutcome.COMPLETE);
        rip.become(end);
        model.pull();
        assertThat(model.stateProperty().get()).isEqualTo(State.ENDED);
        assertThat(model.snapshotProperty().get()).contains(end);
        model.putAway();
        assertThat(model.stateProperty().get()).isEqualTo(State.NONE);
    }

    @Test
    void stopsThenAbandonsThenWaits() {
        model.stop();
        model.begin(rip);
        model.stop();
        assertThat(model.stateProperty().get()).isEqualTo(State.STOPPING);
        model.stop();
        assertThat(model.stateProperty().get()).isEqualTo(State.ABANDONING);
        model.stop();
        assertThat(rip.stops()).isEqualTo(2);
    }

    @Test
    void showsOneRipAtATime() {
        model.begin(rip);
        assertThatThrownBy(() -> model.begin(rip)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(model::putAway).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void pausesAndResumesUntilItIsStopped() {
        model.pauseOrResume();
        model.begin(rip);
        model.pauseOrResume();
        assertThat(rip.pauses()).isEqualTo(1);
        rip.become(Examples.paused());
        model.pull();
        model.pauseOrResume();
        assertThat(rip.resumes()).isEqualTo(1);
        model.stop();
        model.pauseOrResume();
        assertThat(rip.pauses() + rip.resumes()).isEqualTo(2);
    }

    /** Only where it is stuck, knows what was asked for, and the folder is another one. */
    @Test
    void isTakenOffADestinationThatStandsStill() {
        model.begin(rip, FakeRipService.request());
        assertThat(model.detour("/local")).isTrue();
        assertThat(rip.detours()).isEmpty();
        rip.become(Examples.degraded());
        model.pull();
        assertThat(model.detourDueProperty().get()).isTrue();
        assertThat(model.detour(FakeRipService.request().folder())).isFalse();
        assertThat(model.detour("/local")).isTrue();
        assertThat(rip.detours()).containsExactly("/local");
        model.pull();
        assertThat(model.request().orElseThrow().staging()).contains("/local");
        model.pull();
        assertThat(model.detourDueProperty().get()).isFalse();
        assertThat(model.detour("/elsewhere")).isTrue();
        assertThat(rip.detours()).hasSize(1);
    }

    @Test
    void aStoppedRipTakesNoDetour() {
        rip.become(Examples.degraded());
        model.begin(rip, FakeRipService.request());
        assertThat(model.detourDueProperty().get()).isTrue();
        model.stop();
        assertThat(model.detourDueProperty().get()).isFalse();
        assertThat(model.detour("/local")).isTrue();
        assertThat(rip.detours()).isEmpty();
    }

    @Test
    void isContentOrKeepsTryingUntilItIsStopped() {
        model.goodEnough();
        model.keepTrying();
        model.begin(rip);
        model.keepTrying();
        model.keepTrying();
        assertThat(rip.keptTryings()).isEqualTo(2);
        assertThat(rip.goodEnoughs()).isZero();
        model.goodEnough();
        assertThat(rip.goodEnoughs()).isOne();
        assertThat(rip.stops()).isZero();
        model.stop();
        model.goodEnough();
        model.keepTrying();
        assertThat(rip.goodEnoughs() + rip.keptTryings()).isEqualTo(3);
    }

    @Test
    void changesTheSpeedOfADriveUntilItIsStopped() {
        model.changeSpeed(SpeedWish.X4);
        model.begin(rip, FakeRipService.request());
        assertThat(model.hasSpeed()).isTrue();
        model.changeSpeed(SpeedWish.FASTEST);
        assertThat(rip.speeds()).as("it is the fastest already").isEmpty();
        model.changeSpeed(SpeedWish.X4);
        model.changeSpeed(SpeedWish.FASTEST);
        assertThat(rip.speeds())
                .containsExactly(Optional.of(new ReadSpeed.Times(4)), Optional.empty());
        model.stop();
        model.changeSpeed(SpeedWish.X1);
        assertThat(rip.speeds()).hasSize(2);
        assertThat(model.speedProperty().get()).isEqualTo(SpeedWish.FASTEST);
    }

    @Test
    void whatIsNoDriveHasNoSpeed() {
        model.begin(rip);
        assertThat(model.hasSpeed()).isFalse();
        model.changeSpeed(SpeedWish.X4);
        assertThat(rip.speeds()).isEmpty();
    }

    @Test
    void forgetsWhatWasAskedForWhenItIsPutAway() {
        model.begin(new FakeRip(Examples.ended(RipOutcome.STOPPED)), FakeRipService.request());
        assertThat(model.request()).contains(FakeRipService.request());
        model.putAway();
        assertThat(model.request()).isEmpty();
        model.begin(rip);
        assertThat(model.request()).isEmpty();
    }
}
