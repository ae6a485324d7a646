package dev.spindle.cli;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeBuilder;
import dev.spindle.rip.DestinationReport;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.Release;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.rip.verify.Verification;
import dev.spindle.run.Concurrency;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** An engine that keeps what it was asked and answers with what it was given. */
final class FakeRipService implements RipService {
    final List<RipRequest> requests = new ArrayList<>();
    final List<DriveReport> drives = new ArrayList<>();
    FakeRip rip = new FakeRip().then(Samples.ended());
    Runnable onStart = () -> {};
    @Nullable IOException inspectProblem;
    @Nullable IOException filesProblem;
    final List<Release> releases = new ArrayList<>();
    @Nullable IOException releasesProblem;
    DiscTree tree = new TreeBuilder().build();

    Concurrency concurrency = new NoConcurrency();

    BiFunction<Concurrency, String, Verification> verifier =
            (_, file) -> {
                throw new AssertionError("nobody was to verify " + file);
            };

    @Override
    public Rip start(RipRequest request) {
        requests.add(request);
        onStart.run();
        return rip;
    }

    @Override
    public List<DriveReport> drives() {
        return drives;
    }

    @Override
    public DriveReport inspect(String drive) throws IOException {
        if (inspectProblem != null) {
            throw inspectProblem;
        }
        return drives.stream()
                .filter(report -> report.address().equals(drive))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no " + drive));
    }

    @Override
    public List<Release> releases(DiscToc toc, MusicServers servers) throws IOException {
        if (releasesProblem != null) {
            throw releasesProblem;
        }
        return releases;
    }

    @Override
    public Verification verify(String file) {
        return verifier.apply(concurrency, file);
    }

    @Override
    public DiscTree files(String drive) throws IOException {
        if (filesProblem != null) {
            throw filesProblem;
        }
        return tree;
    }

    @Override
    public DestinationReport lookAt(String folder) {
        throw new AssertionError("the command line does not look at destinations");
    }

    @Override
    public void discard(String part) {
        throw new AssertionError("the command line deletes nothing");
    }
}
