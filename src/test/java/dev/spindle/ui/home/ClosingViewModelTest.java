package dev.spindle.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.home.ClosingViewModel.Stage;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.jobs.Requests;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;

/** Closing the window, in orders that a hasty user finds. */
@Tag("unit")
class ClosingViewModelTest {
    private final FakeRip rip = new FakeRip(Examples.healthy(0.5));
    private final FakeRipService service = FakeRipService.usual();
    private final JobsViewModel model = new JobsViewModel(service, r -> r::stop);
    private final ClosingViewModel closing = new ClosingViewModel(model);

    private Stage stage() {
        return closing.stageProperty().get();
    }

    private void pull() {
        model.jobs().forEach(job -> model.pull(Optional.of(job)));
    }

    private void begin(FakeRip next, String address, boolean isImage) {
        service.rip = next;
        model.ask(address, address.toUpperCase(Locale.ROOT), isImage, Requests.of(address));
    }

    private void end(RipOutcome outcome) {
        rip.become(Examples.ended(outcome));
        pull();
    }

    @Test
    void answersWithoutAQuestionDoNothing() {
        begin(rip, "a", false);
        closing.confirm();
        closing.keepOpen();
        assertThat(stage()).isEqualTo(Stage.OPEN);
        assertThat(rip.stops()).isZero();
    }

    @Test
    void askingTwiceIsOneQuestion() {
        begin(rip, "a", false);
        closing.request();
        closing.request();
        assertThat(stage()).isEqualTo(Stage.ASKING);
        assertThat(rip.stops()).isZero();
    }

    @Test
    void aRipThatStopsAlreadyIsNotAbandonedByClosing() {
        begin(rip, "a", false);
        model.jobs().getFirst().stop();
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
        begin(rip, "a", false);
        closing.request();
        closing.confirm();
        closing.keepOpen();
        assertThat(stage()).isEqualTo(Stage.WAITING);
        closing.confirm();
        assertThat(rip.stops()).isEqualTo(1);
    }

    @Test
    void aRipThatEndsWhileItWaitsClosesHoweverItEnded() {
        begin(rip, "a", false);
        closing.request();
        closing.confirm();
        end(RipOutcome.DESTINATION_FAILED);
        assertThat(stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void afterTheVerdictItClosesAtOnce() {
        begin(rip, "a", false);
        end(RipOutcome.COMPLETE);
        assertThat(stage()).isEqualTo(Stage.OPEN);
        closing.request();
        assertThat(stage()).isEqualTo(Stage.CLOSED);
        closing.request();
        closing.keepOpen();
        assertThat(stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void countsAllRipsAndTheQueue() {
        begin(rip, "a", true);
        closing.request();
        assertThat(closing.textProperty().get()).startsWith("A rip of A is running.");
        closing.keepOpen();
        assertThat(closing.textProperty().get()).isEmpty();
        begin(new FakeRip(Examples.healthy(0.1)), "b", false);
        begin(new FakeRip(Examples.preparing()), "c", true);
        closing.request();
        assertThat(closing.textProperty().get())
                .startsWith("2 rips are running: A, B.")
                .endsWith("Images that wait in the queue: 1; they are not ripped then.");
    }

    @Test
    void saysWhatIsStillBeingSavedAndWaitsForTheLast() {
        var other = new FakeRip(Examples.healthy(0.1));
        begin(rip, "a", true);
        begin(other, "b", false);
        begin(new FakeRip(Examples.preparing()), "c", true);
        closing.request();
        closing.confirm();
        assertThat(model.jobs()).as("the queue is gone").hasSize(2);
        assertThat(rip.stops() + other.stops()).isEqualTo(2);
        rip.become(Examples.saving());
        pull();
        closing.tell();
        assertThat(closing.textProperty().get()).endsWith("A: Saving the last 41 MiB; B: Stopping");
        end(RipOutcome.STOPPED);
        assertThat(stage()).isEqualTo(Stage.WAITING);
        assertThat(closing.textProperty().get()).endsWith("saved. B: Stopping");
        other.become(Examples.ended(RipOutcome.STOPPED));
        pull();
        assertThat(stage()).isEqualTo(Stage.CLOSED);
    }
}
