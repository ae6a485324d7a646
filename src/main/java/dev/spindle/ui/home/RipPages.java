package dev.spindle.ui.home;

import dev.spindle.ui.jobs.Job;
import dev.spindle.ui.jobs.JobsViewModel;
import dev.spindle.ui.rip.RipViewModel;

import javafx.scene.Parent;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** A page for each rip that was looked at, kept until the rip is put away. */
public final class RipPages {
    private final Function<RipViewModel, Parent> maker;
    private final Map<Job, Parent> pages = new HashMap<>();

    public RipPages(JobsViewModel jobs, Function<RipViewModel, Parent> maker) {
        this.maker = maker;
        jobs.changesProperty().addListener((_, _, _) -> pages.keySet().retainAll(jobs.jobs()));
    }

    Parent of(Job job) {
        return pages.computeIfAbsent(job, j -> maker.apply(j.model()));
    }
}
