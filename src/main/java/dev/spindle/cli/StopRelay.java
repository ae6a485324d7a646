package dev.spindle.cli;

import dev.spindle.rip.Rip;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;

/**
 * Hands each request to stop on to the rip once, also those that come before there is a rip; and
 * the request to be content, for which there must be one. Safe for all threads; nothing blocks.
 */
final class StopRelay {
    private final Gate gate;
    private @Nullable Rip rip;
    private int requests;

    StopRelay(Concurrency concurrency) {
        this.gate = concurrency.gate("stop relay");
    }

    void request() {
        var targets = new ArrayList<Rip>();
        gate.update(() -> {
            requests++;
            if (rip != null) {
                targets.add(rip);
            }
        });
        targets.forEach(Rip::stop);
    }

    void goodEnough() {
        gate.read(() -> Optional.ofNullable(rip)).ifPresent(Rip::goodEnough);
    }

    void attach(Rip started) {
        var early = new ArrayList<Rip>();
        gate.update(() -> {
            rip = started;
            early.addAll(Collections.nCopies(requests, started));
        });
        early.forEach(Rip::stop);
    }

    int requests() {
        return gate.read(() -> requests);
    }
}
