package dev.spindle.rip;

import dev.spindle.disc.DiscTrees;
import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.drive.Drive;
import dev.spindle.drive.NoDiscException;
import dev.spindle.drive.linux.OpticalDrives;
import dev.spindle.rip.files.Destination;
import dev.spindle.rip.files.PartRemoval;
import dev.spindle.rip.verify.FileVerification;
import dev.spindle.rip.verify.Verification;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The engine behind window and command line. Safe for all threads. */
public final class RipEngine implements RipService {
    private static final String DEMO = "demo:";

    private final RipServices services;
    private final LongSupplier drivesVersion;
    private final Sequel sequel;

    public RipEngine(RipServices services) {
        this(services, () -> 0, Sequel.NONE);
    }

    /**
     * @param drivesVersion see {@link #drivesVersion}
     * @param sequel what follows on each rip
     */
    public RipEngine(RipServices services, LongSupplier drivesVersion, Sequel sequel) {
        this.services = services;
        this.drivesVersion = drivesVersion;
        this.sequel = sequel;
    }

    @Override
    public long drivesVersion() {
        return drivesVersion.getAsLong();
    }

    @Override
    public Rip start(RipRequest request) {
        Rip rip =
                request.staging().isPresent()
                        ? StagedRip.start(services, request, request.staging().get())
                        : DetourRip.start(services, request);
        return sequel.of(rip, request);
    }

    @Override
    public List<DriveReport> drives() {
        var reports =
                new ArrayList<DriveReport>(
                        new DriveLooks(services.concurrency(), this::inspect)
                                .at(new OpticalDrives(services.storage()).list()));
        try {
            reports.add(inspect(DEMO));
        } catch (IOException impossible) {
            throw new IllegalStateException("the built-in disc can't be read", impossible);
        }
        return reports;
    }

    @Override
    public DriveReport inspect(String address) throws IOException {
        try (Drive drive = services.drives().look(address)) {
            try {
                drive.awaitDisc(StopToken.never());
            } catch (NoDiscException none) {
                String state = none.isTrayOpen() ? DriveReport.TRAY_OPEN : DriveReport.NO_DISC;
                return new DriveReport(address, drive.info(), state, Optional.empty());
            }
            var sectors = new DriveSectors(drive);
            var disc = Discs.inspect(drive, sectors);
            var failure = sectors.driveFailure();
            return failure.isPresent()
                    ? new DriveReport(
                            address,
                            drive.info(),
                            DriveFailures.sentence(failure.get()),
                            Optional.empty())
                    : new DriveReport(
                            address,
                            drive.info(),
                            DriveReport.READY,
                            Optional.of(disc),
                            drive.topBytesPerSecond(),
                            drive.sectorBytes());
        }
    }

    @Override
    public DiscTree files(String address) throws IOException {
        try (Drive drive = services.drives().look(address)) {
            drive.awaitDisc(StopToken.never());
            var sectors = new DriveSectors(drive);
            try {
                DiscTree tree = DiscTrees.read(sectors, Discs.lengthBytes(drive));
                checkDrive(sectors);
                return tree;
            } catch (DiscException refused) {
                checkDrive(sectors);
                throw new IOException(
                        "the files of " + address + " can't be listed: " + refused.getMessage(),
                        refused);
            }
        }
    }

    /** What can't be read because the drive failed is no fault of the disc. */
    private static void checkDrive(DriveSectors sectors) throws IOException {
        var failure = sectors.driveFailure();
        if (failure.isPresent()) {
            throw new IOException(DriveFailures.sentence(failure.get()));
        }
    }

    @Override
    public void moveTray(String address, TrayMove move) throws IOException {
        try (Drive drive = services.drives().open(address)) {
            if (drive.info().image()) {
                throw new IOException(address + " is an image: it has no tray");
            }
            switch (move) {
                case OPEN -> drive.eject();
                case CLOSE -> drive.load();
            }
        }
    }

    @Override
    public List<String> mountPoints(String address) {
        return services.drives().mountPoints(address);
    }

    @Override
    public void unmount(String address) throws IOException {
        services.drives().unmount(address);
    }

    @Override
    public List<Release> releases(DiscToc toc, MusicServers servers) throws IOException {
        return sequel.releases(toc, servers);
    }

    @Override
    public DestinationReport lookAt(String folder) throws IOException {
        return new Destination(services.storage()).look(folder);
    }

    @Override
    public void discard(String part) throws IOException {
        new PartRemoval(services.storage()).remove(part);
    }

    @Override
    public Verification verify(String file) {
        return FileVerification.start(
                services.concurrency(),
                services.storage(),
                file,
                stop -> sequel.verification(file, stop));
    }
}
