package dev.spindle.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.home.ClosingViewModel.Stage;
import dev.spindle.ui.rip.RipViewModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Closing the window, in orders that a hasty user finds. */
@Tag("unit")
class ClosingViewModelTest {
    private final FakeRip rip = new FakeRip(Examples.healthy(0.5));
    private final RipViewModel model = new RipViewModel(r -> r::stop);
    private final ClosingViewModel closing = new ClosingViewModel(model);

    private Stage stage() {
        return closing.stageProperty().get();
    }

    private void end(RipOutcome outcome) {
        rip.become(Examples.ended(outcome));
        model.pull();
    }

    @Test
    void answersWithoutAQuestionDoNothing() {
        model.begin(rip);
        closing.confirm();
        closing.keepOpen();
        assertThat(stage()).isEqualTo(Stage.OPEN);
        assertThat(rip.stops()).isZero();
    }

    @Test
    void askingTwiceIsOneQuestion() {
        model.begin(rip);
        closing.request();
        closing.request();
        assertThat(stage()).isEqualTo(Stage.ASKING);
        assertThat(rip.stops()).isZero();
    }

    @Test
    void aRipThatStopsAlreadyIsNotAbandonedByClosing() {
        model.begin(rip);
        model.stop();
        closing.request();
        assertThat(stage()).isEqualTo(Stage.ASKING);
        closing.confirm();
        assertThat(rip.stops()).as("saving goes on").isEqualTo(1);
        assertThat(stage()).isEqualTo(Stage.WAITING);
        end(RipOutcome.STOPPED);
        assertThat(stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void whileItWaitsNothingKeepsItOpen() {
        model.begin(rip);
        closing.request();
        closing.confirm();
        closing.keepOpen();
        assertThat(stage()).isEqualTo(Stage.WAITING);
        closing.confirm();
        assertThat(rip.stops()).isEqualTo(1);
    }

    @Test
    void aRipThatEndsWhileItWaitsClosesHoweverItEnded() {
        model.begin(rip);
        closing.request();
        closing.confirm();
        end(RipOutcome.DESTINATION_FAILED);
        assertThat(stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void afterTheVerdictItClosesAtOnce() {
        model.begin(rip);
        end(RipOutcome.COMPLETE);
        assertThat(stage()).isEqualTo(Stage.OPEN);
        closing.request();
        assertThat(stage()).isEqualTo(Stage.CLOSED);
        closing.request();
        closing.keepOpen();
        assertThat(stage()).isEqualTo(Stage.CLOSED);
    }
}
