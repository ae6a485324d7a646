package dev.spindle.ui;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.rescue.Effort;
import dev.spindle.rip.DestinationReport;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.Release;
import dev.spindle.rip.Rip;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipService;
import dev.spindle.rip.TrayMove;
import dev.spindle.rip.verify.Verification;
import dev.spindle.writeback.PolicyChoice;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A service whose answers a test writes. Addresses and folders that it was not told are refused.
 */
public final class FakeRipService implements RipService {
    public final List<DriveReport> drives = new CopyOnWriteArrayList<>();
    public final Map<String, DriveReport> discs = new HashMap<>();
    public final Map<String, DestinationReport> folders = new HashMap<>();
    public final Map<String, DiscTree> trees = new HashMap<>();
    public final List<RipRequest> requests = new ArrayList<>();
    public final List<String> discarded = new ArrayList<>();
    public final List<String> inspected = new ArrayList<>();

    /** The trays that were moved: {@code OPEN /dev/sr0}. */
    public final List<String> trayMoves = new CopyOnWriteArrayList<>();

    /** Why no tray moves; empty where they do. */
    public String trayProblem = "";

    /** What the database knows. */
    public final List<Release> releases = new CopyOnWriteArrayList<>();

    /** Why it does not answer; empty where it does. */
    public String releasesProblem = "";

    /** Who was asked. */
    public final List<MusicServers> releasesAsked = new CopyOnWriteArrayList<>();

    /** Where discs are mounted. */
    public final List<String> mounts = new CopyOnWriteArrayList<>();

    /** Why nothing is unmounted; empty where it is. */
    public String unmountProblem = "";

    /** Grows with each change of the drives. */
    public final AtomicLong version = new AtomicLong();

    public FakeRip rip = new FakeRip(Examples.preparing());

    /** With a demo disc, a drive without a disc, and the folder that the window suggests. */
    public static FakeRipService usual() {
        var service = new FakeRipService();
        service.drives.add(Examples.demo());
        service.drives.add(Examples.drive());
        service.drives.add(Examples.emptyDrive());
        service.discs.put("/dev/sr1", Examples.emptyDrive());
        service.trees.put("/dev/sr0", Examples.files());
        service.folders.put("/home/user/Spindle", Examples.localFolder());
        return service;
    }

    @Override
    public Rip start(RipRequest request) {
        requests.add(request);
        return rip;
    }

    @Override
    public List<DriveReport> drives() {
        return List.copyOf(drives);
    }

    @Override
    public long drivesVersion() {
        return version.get();
    }

    /** Somebody puts a drive or disc in the place of one of the same address. */
    public void becomes(DriveReport report) {
        drives.replaceAll(old -> old.address().equals(report.address()) ? report : old);
        version.incrementAndGet();
    }

    @Override
    public void moveTray(String drive, TrayMove move) throws IOException {
        if (!trayProblem.isEmpty()) {
            throw new IOException(trayProblem);
        }
        trayMoves.add(move + " " + drive);
        drives.replaceAll(old ->
                old.address().equals(drive)
                        ? new DriveReport(
                                drive,
                                old.info(),
                                move == TrayMove.OPEN ? DriveReport.TRAY_OPEN : DriveReport.NO_DISC,
                                Optional.empty())
                        : old);
    }

    @Override
    public List<Release> releases(DiscToc toc, MusicServers servers) throws IOException {
        releasesAsked.add(servers);
        if (!releasesProblem.isEmpty()) {
            throw new IOException(releasesProblem);
        }
        return List.copyOf(releases);
    }

    @Override
    public List<String> mountPoints(String drive) {
        return drive.startsWith("/dev/") ? List.copyOf(mounts) : List.of();
    }

    @Override
    public void unmount(String drive) throws IOException {
        if (!unmountProblem.isEmpty()) {
            throw new IOException(unmountProblem);
        }
        mounts.clear();
    }

    @Override
    public DriveReport inspect(String drive) throws IOException {
        inspected.add(drive);
        var found = discs.get(drive);
        if (found == null) {
            throw new IOException(drive + ": no such file (open)");
        }
        return found;
    }

    @Override
    public DiscTree files(String drive) throws IOException {
        var found = trees.get(drive);
        if (found == null) {
            throw new IOException("the files of " + drive + " can't be listed: no file system");
        }
        return found;
    }

    @Override
    public DestinationReport lookAt(String folder) throws IOException {
        var found = folders.get(folder);
        if (found == null) {
            throw new IOException(folder + ": its parent folder does not exist");
        }
        return found;
    }

    @Override
    public Verification verify(String file) {
        throw new UnsupportedOperationException("the window verifies nothing yet: " + file);
    }

    @Override
    public void discard(String part) throws IOException {
        if (part.contains("held")) {
            throw new IOException(part + " is being written by another rip");
        }
        discarded.add(part);
    }

    /** What a window asks for that rips the first drive. */
    public static RipRequest request() {
        return new RipRequest(
                "/dev/sr0",
                "/home/user/Spindle",
                Optional.empty(),
                PolicyChoice.plain(),
                OptionalLong.empty(),
                Set.of(HashAlgorithm.SHA256),
                Effort.retries(3),
                RipRequest.ResumeMode.ADAPT,
                false,
                Duration.ZERO);
    }
}
