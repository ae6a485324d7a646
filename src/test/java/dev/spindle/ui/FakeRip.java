package dev.spindle.ui;

import dev.spindle.rip.ReadSpeed;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.TrackProgress;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rip that is where a test says it is. Safe for all threads. */
public final class FakeRip implements Rip {
    private final Gate gate = new RealConcurrency().gate("fake rip");
    private RipSnapshot snapshot;
    private int stops;
    private int pauses;
    private int resumes;
    private int goodEnoughs;
    private int keptTryings;
    private final List<String> detours = new ArrayList<>();
    private final List<Optional<ReadSpeed>> speeds = new ArrayList<>();
    private List<TrackProgress> tracks = List.of();
    private int looks;

    public FakeRip(RipSnapshot first) {
        snapshot = first;
    }

    public void become(RipSnapshot next) {
        gate.update(() -> snapshot = next);
    }

    public void become(RipSnapshot next, List<TrackProgress> newTracks) {
        gate.update(() -> {
            snapshot = next;
            tracks = newTracks;
        });
    }

    @Override
    public List<TrackProgress> tracks() {
        return gate.read(() -> tracks);
    }

    public int stops() {
        return gate.read(() -> stops);
    }

    @Override
    public RipSnapshot snapshot() {
        return gate.read(() -> {
            looks++;
            return snapshot;
        });
    }

    /** How often it was asked how far it is. */
    int looks() {
        return gate.read(() -> looks);
    }

    @Override
    public void stop() {
        gate.update(() -> stops++);
    }

    @Override
    public void pause() {
        gate.update(() -> pauses++);
    }

    @Override
    public void resume() {
        gate.update(() -> resumes++);
    }

    @Override
    public void goodEnough() {
        gate.update(() -> goodEnoughs++);
    }

    @Override
    public void keepTrying() {
        gate.update(() -> keptTryings++);
    }

    @Override
    public void detour(String folder) {
        gate.update(() -> detours.add(folder));
    }

    @Override
    public Optional<String> detourFolder() {
        return gate.read(
                () -> detours.isEmpty() ? Optional.empty() : Optional.of(detours.getLast()));
    }

    /** The folders that it was to go on by way of. */
    public List<String> detours() {
        return gate.read(() -> List.copyOf(detours));
    }

    public int goodEnoughs() {
        return gate.read(() -> goodEnoughs);
    }

    public int keptTryings() {
        return gate.read(() -> keptTryings);
    }

    public int pauses() {
        return gate.read(() -> pauses);
    }

    public int resumes() {
        return gate.read(() -> resumes);
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> speed) {
        gate.update(() -> speeds.add(speed));
    }

    /** The speeds that were asked for, in their order. */
    public List<Optional<ReadSpeed>> speeds() {
        return gate.read(() -> List.copyOf(speeds));
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        return gate.await(() -> snapshot.verdict().isPresent(), deadline, StopToken.never())
                == Gate.Outcome.MET;
    }

    @Override
    public List<RipEvent> takeEvents() {
        return List.of();
    }
}
