package dev.spindle.cli;

import dev.spindle.rip.ReadSpeed;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipEvent;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A rip that goes through a list of frames, one a pull, and stays at the last. */
final class FakeRip implements Rip {
    /** What one pull sees; {@code action} runs first. */
    record Frame(RipSnapshot snapshot, List<RipEvent> events, Runnable action) {}

    private final List<Frame> frames = new ArrayList<>();
    private final List<RipEvent> events = new ArrayList<>();
    private Concurrency concurrency = new NoConcurrency();
    private int next;
    private int stops;
    private int goodEnoughs;
    private boolean endsAnyhow;

    FakeRip then(RipSnapshot snapshot, RipEvent... happened) {
        frames.add(new Frame(snapshot, List.of(happened), () -> {}));
        return this;
    }

    FakeRip thenDo(RipSnapshot snapshot, Runnable action) {
        frames.add(new Frame(snapshot, List.of(), action));
        return this;
    }

    /** Says that it has ended, verdict or not. */
    FakeRip endsAnyhow() {
        endsAnyhow = true;
        return this;
    }

    void runsOn(Concurrency real) {
        concurrency = real;
    }

    int stops() {
        return stops;
    }

    int goodEnoughs() {
        return goodEnoughs;
    }

    @Override
    public RipSnapshot snapshot() {
        return frames.get(Math.max(0, next - 1)).snapshot();
    }

    @Override
    public List<RipEvent> takeEvents() {
        var taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    @Override
    public void stop() {
        stops++;
    }

    @Override
    public void pause() {
        throw new UnsupportedOperationException("the command line pauses nothing");
    }

    @Override
    public void resume() {
        throw new UnsupportedOperationException("the command line pauses nothing");
    }

    @Override
    public void goodEnough() {
        goodEnoughs++;
    }

    @Override
    public void keepTrying() {
        throw new UnsupportedOperationException("the command line can't ask for more");
    }

    @Override
    public void changeSpeed(Optional<ReadSpeed> speed) {
        throw new UnsupportedOperationException("the command line changes no speed: " + speed);
    }

    @Override
    public boolean awaitEnd(Deadline deadline) {
        concurrency.gate("fake rip").pause(deadline, StopToken.never());
        if (next < frames.size()) {
            Frame frame = frames.get(next++);
            frame.action().run();
            events.addAll(frame.events());
        }
        return endsAnyhow || snapshot().verdict().isPresent();
    }
}
