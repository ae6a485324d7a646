package dev.spindle.ui.home;

import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.rip.RipViewModel;

import javafx.scene.Parent;
import javafx.scene.layout.Pane;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A page for each rip that was looked at, kept until the rip is put away. */
public final class RipPages {
    private final Function<RipViewModel, Parent> maker;
    private final Map<Job, Parent> pages = new HashMap<>();

    public RipPages(JobsViewModel jobs, Function<RipViewModel, Parent> maker) {
        this.maker = maker;
        jobs.changesProperty().addListener((_, _, _) -> forget(jobs.jobs()));
    }

    Parent of(Job job) {
        return pages.computeIfAbsent(job, j -> maker.apply(j.model()));
    }

    /** What was put away goes with its page, from the window, too. */
    private void forget(List<Job> kept) {
        pages.entrySet()
                .removeIf(entry -> {
                    boolean isGone = !kept.contains(entry.getKey());
                    if (isGone && entry.getValue().getParent() instanceof Pane host) {
                        host.getChildren().remove(entry.getValue());
                    }
                    return isGone;
                });
    }
}
