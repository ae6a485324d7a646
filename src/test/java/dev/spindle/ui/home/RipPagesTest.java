package dev.spindle.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.common.Shown;
import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobsViewModel;

import javafx.scene.layout.Pane;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class RipPagesTest {
    private final FakeRipService service = FakeRipService.usual();
    private final JobsViewModel jobs = new JobsViewModel(service, _ -> () -> {});
    private final RipPages pages = new RipPages(jobs, _ -> new Pane());
    private final Pane host = new Pane();

    private Job begin(String address) {
        jobs.ask(address, address, false, FakeRipService.request());
        return jobs.of(address).orElseThrow();
    }

    @Test
    void eachRipKeepsItsPage() {
        var first = begin("/dev/sr0");
        var second = begin("/dev/sr1");
        assertThat(pages.of(first)).isSameAs(pages.of(first)).isNotSameAs(pages.of(second));
    }

    @Test
    void thePageOfWhatWasPutAwayLeavesTheWindow() {
        var rip = new FakeRip(Examples.healthy(0.5));
        service.rip = rip;
        var first = begin("/dev/sr0");
        service.rip = new FakeRip(Examples.healthy(0.5));
        var second = begin("/dev/sr1");
        Shown.only(host, pages.of(first));
        Shown.only(host, pages.of(second));
        rip.become(Examples.ended(RipOutcome.COMPLETE));
        jobs.pull(Optional.of(first));
        jobs.putAway(first);
        assertThat(host.getChildren()).containsExactly(pages.of(second));
    }
}
