package dev.spindle.library;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.rip.DestinationReport;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.Release;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.rip.TrayMove;
import dev.spindle.rip.verify.Verification;
import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * The engine, with every rip entered into the catalogue: when it has begun, and when it has ended.
 * A thread of its own does that for each rip; whatever goes wrong there, the rip never hears of it.
 */
public final class Librarian implements RipService {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.library");

    private final RipService engine;
    private final RipRegistration.Shelf shelf;
    private final Concurrency concurrency;
    private final Consumer<Rip> onStart;
    private final Gate gate;
    private int unregistered;

    /**
     * The engine with a catalogue.
     *
     * @param shelf where rips are entered
     * @param onStart hears of each rip that was started, on the starter's thread
     */
    public Librarian(
            RipService engine,
            RipRegistration.Shelf shelf,
            Concurrency concurrency,
            Consumer<Rip> onStart) {
        this.engine = engine;
        this.onStart = onStart;
        this.shelf = shelf;
        this.concurrency = concurrency;
        this.gate = concurrency.gate("librarian");
    }

    @Override
    public Rip start(RipRequest request) {
        Rip rip = engine.start(request);
        gate.update(() -> unregistered++);
        var _ = concurrency.start("librarian", () -> register(request, rip));
        onStart.accept(rip);
        return rip;
    }

    private void register(RipRequest request, Rip rip) {
        try {
            new RipRegistration(shelf, concurrency, request).follow(rip);
        } catch (RuntimeException fault) {
            LOG.warn("a rip could not be entered into the library", fault);
        } finally {
            gate.update(() -> unregistered--);
        }
    }

    /**
     * Waits until every rip that has ended is entered.
     *
     * @return false where the deadline passed first
     */
    public boolean awaitIdle(Deadline deadline) {
        return gate.await(() -> unregistered == 0, deadline, StopToken.never()) == Gate.Outcome.MET;
    }

    @Override
    public List<DriveReport> drives() {
        return engine.drives();
    }

    @Override
    public long drivesVersion() {
        return engine.drivesVersion();
    }

    @Override
    public DriveReport inspect(String drive) throws IOException {
        return engine.inspect(drive);
    }

    @Override
    public void moveTray(String drive, TrayMove move) throws IOException {
        engine.moveTray(drive, move);
    }

    @Override
    public List<String> mountPoints(String drive) {
        return engine.mountPoints(drive);
    }

    @Override
    public void unmount(String drive) throws IOException {
        engine.unmount(drive);
    }

    @Override
    public DiscTree files(String drive) throws IOException {
        return engine.files(drive);
    }

    @Override
    public DestinationReport lookAt(String folder) throws IOException {
        return engine.lookAt(folder);
    }

    @Override
    public List<Release> releases(DiscToc toc, MusicServers servers) throws IOException {
        return engine.releases(toc, servers);
    }

    @Override
    public Verification verify(String file) {
        return engine.verify(file);
    }

    @Override
    public void discard(String part) throws IOException {
        engine.discard(part);
    }
}
