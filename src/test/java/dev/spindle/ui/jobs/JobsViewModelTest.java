package dev.spindle.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.rip.RipViewModel.State;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;

@Tag("unit")
class JobsViewModelTest {
    private final FakeRipService service = FakeRipService.usual();
    private final JobsViewModel jobs = new JobsViewModel(service, r -> r::stop);

    private FakeRip ask(String address, boolean isImage) {
        var rip = new FakeRip(Examples.healthy(0.25));
        service.rip = rip;
        jobs.ask(address, address, isImage, Requests.of(address));
        return rip;
    }

    private Job job(String address) {
        return jobs.of(address).orElseThrow();
    }

    private void glanceAtAll() {
        for (int i = 0; i < 5; i++) {
            jobs.pull(Optional.empty());
        }
    }

    @Test
    void drivesRipAtOnce() {
        ask("/dev/sr0", false);
        ask("/dev/sr1", false);
        ask("/a.iso", true);
        assertThat(jobs.running()).hasSize(3);
        assertThat(jobs.runningProperty().get()).isTrue();
        assertThat(service.requests)
                .extracting(RipRequest::drive)
                .containsExactly("/dev/sr0", "/dev/sr1", "/a.iso");
    }

    @Test
    void imagesWaitForEachOther() {
        var first = ask("/a.iso", true);
        ask("/b.iso", true);
        ask("/c.iso", true);
        assertThat(jobs.queued()).extracting(Job::address).containsExactly("/b.iso", "/c.iso");
        assertThat(job("/b.iso").lineProperty().get().status()).isEqualTo("Waits for its turn");
        service.rip = new FakeRip(Examples.preparing());
        first.become(Examples.ended(RipOutcome.DRIVE_FAILED));
        glanceAtAll();
        assertThat(job("/a.iso").model().stateProperty().get()).isEqualTo(State.ENDED);
        assertThat(job("/b.iso").isRunning()).isTrue();
        assertThat(jobs.queued()).extracting(Job::address).containsExactly("/c.iso");
    }

    @Test
    void whatIsTakenOutOfTheQueueNeverBegins() {
        var first = ask("/a.iso", true);
        ask("/b.iso", true);
        jobs.putAway(job("/b.iso"));
        first.become(Examples.ended(RipOutcome.COMPLETE));
        glanceAtAll();
        assertThat(service.requests).hasSize(1);
        assertThat(jobs.runningProperty().get()).isFalse();
    }

    @Test
    void aWaitingJobCanBeginAtOnce() {
        ask("/a.iso", true);
        ask("/b.iso", true);
        var waiting = job("/b.iso");
        jobs.beginNow(waiting);
        jobs.beginNow(waiting);
        assertThat(jobs.running()).hasSize(2);
        assertThat(service.requests).hasSize(2);
        jobs.beginNow(job("/a.iso"));
        assertThat(service.requests).hasSize(2);
    }

    @Test
    void onlyTheShownPageIsPaintedAnew() {
        ask("/dev/sr0", false);
        ask("/dev/sr1", false);
        glanceAtAll();
        service.rip.become(Examples.healthy(0.75));
        var shown = job("/dev/sr0");
        var hidden = job("/dev/sr1");
        var before = hidden.model().snapshotProperty().get();
        for (int i = 0; i < 5; i++) {
            jobs.pull(Optional.of(shown));
        }
        assertThat(hidden.model().snapshotProperty().get()).isSameAs(before);
        assertThat(hidden.lineProperty().get().percent()).isEqualTo("75.0 %");
        jobs.pull(Optional.of(hidden));
        assertThat(hidden.model().snapshotProperty().get()).isNotSameAs(before);
    }

    @Test
    void stopsAllOnceAndForgetsTheQueue() {
        var first = ask("/a.iso", true);
        var second = ask("/dev/sr0", false);
        ask("/b.iso", true);
        job("/dev/sr0").stop();
        jobs.stopAll();
        jobs.stopAll();
        assertThat(first.stops()).isEqualTo(1);
        assertThat(second.stops()).as("saving is not abandoned").isEqualTo(1);
        assertThat(jobs.queued()).isEmpty();
        assertThat(job("/a.iso").lineProperty().get().status()).isEqualTo("Stopping");
    }

    @Test
    void oneCardOneJob() {
        ask("/dev/sr0", false);
        assertThatThrownBy(() -> ask("/dev/sr0", false)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> jobs.putAway(job("/dev/sr0")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(jobs.jobs()).hasSize(1);
    }

    @Test
    void anEndedJobStaysUntilItIsPutAway() {
        var rip = ask("/dev/sr0", false);
        rip.become(Examples.ended(RipOutcome.COMPLETE));
        int before = jobs.changesProperty().get();
        glanceAtAll();
        assertThat(jobs.changesProperty().get()).isGreaterThan(before);
        assertThat(jobs.of("/dev/sr0")).isPresent();
        jobs.putAway(job("/dev/sr0"));
        assertThat(jobs.of("/dev/sr0")).isEmpty();
    }
}
