package dev.spindle.drive.linux;

import dev.spindle.drive.Drive;
import dev.spindle.drive.DriveInfo;
import dev.spindle.drive.scsi.BadReplyException;
import dev.spindle.drive.scsi.Inquiry;
import dev.spindle.drive.scsi.Queries;
import dev.spindle.os.DeviceFacts;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.scsi.ScsiDevice;
import dev.spindle.os.scsi.ScsiDevices;
import dev.spindle.os.scsi.ScsiDevices.Use;
import dev.spindle.run.Concurrency;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens the optical drives of a Linux machine. Opening may block for as long as a drive pleases.
 */
public final class LinuxDrives {
    /** Right after a disc came in, the desktop looks at it too: others are let finish this long. */
    private static final Duration BUSY_PATIENCE = Duration.ofSeconds(5);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private static final int INQUIRY_BYTES = 96;

    private final Concurrency concurrency;
    private final Storage storage;
    private final ScsiDevices devices;
    private final DeviceFacts facts;
    private final OpticalDrives drives;

    public LinuxDrives(
            Concurrency concurrency, Storage storage, ScsiDevices devices, DeviceFacts facts) {
        this.concurrency = concurrency;
        this.storage = storage;
        this.devices = devices;
        this.facts = facts;
        this.drives = new OpticalDrives(storage);
    }

    /**
     * Opens a drive for a rip: nobody else may mount or take it meanwhile, and its door is locked
     * while it has a disc.
     *
     * @return empty where the path is no optical drive, or one that takes no commands from us
     * @throws IOException with one sentence for the user
     */
    public Optional<Drive> open(String path) throws IOException {
        return open(path, Use.EXCLUSIVE);
    }

    /** The same to look at it only, beside others; refused at once where somebody has it alone. */
    public Optional<Drive> look(String path) throws IOException {
        return open(path, Use.LOOK);
    }

    private Optional<Drive> open(String path, Use use) throws IOException {
        String node = facts.canonicalPath(path);
        if (!node.startsWith("/dev/") || !drives.isOptical(node)) {
            return Optional.empty();
        }
        ScsiDevice device;
        try {
            device = openDevice(node, use);
        } catch (OsException problem) {
            throw new IOException(Sentences.refused(path, problem, facts), problem);
        }
        try {
            return drive(path, node, use, device);
        } catch (IOException | RuntimeException problem) {
            device.close();
            throw problem;
        }
    }

    /** Empty, and closed, where it takes no commands. */
    private Optional<Drive> drive(String path, String node, Use use, ScsiDevice device)
            throws IOException {
        DriveInfo info;
        try {
            info = identify(path, node, device);
        } catch (OsException problem) {
            if (OsFailures.refusesCommands(problem)) {
                device.close();
                return Optional.empty();
            }
            throw new IOException(Sentences.refused(path, problem, facts), problem);
        }
        return Optional.of(
                new OpticalDrive(
                        concurrency,
                        info,
                        attentive(device, use),
                        use == Use.EXCLUSIVE,
                        drives.mostBytes(node),
                        new BlockReads(storage),
                        () -> reopen(node, info, use)));
    }

    /**
     * Asking first whether anybody holds it does not wait behind his command, as opening it beside
     * him would (drivers/scsi/sr.c, sr_block_open).
     */
    private ScsiDevice openDevice(String node, Use use) throws OsException {
        if (use == Use.LOOK) {
            try {
                devices.open(node, Use.ASK).close();
            } catch (OsException problem) {
                boolean isMounted =
                        problem.errno() == Errno.EBUSY && !facts.mountPoints(node).isEmpty();
                if (!isMounted) {
                    throw problem;
                }
            }
            return devices.open(node, Use.LOOK);
        }
        var deadline = concurrency.in(BUSY_PATIENCE);
        while (true) {
            try {
                return devices.open(node, Use.EXCLUSIVE);
            } catch (OsException problem) {
                if (problem.errno() != Errno.EBUSY
                        || deadline.hasPassed(concurrency.nanoTime())
                        || !facts.mountPoints(node).isEmpty()) {
                    throw problem;
                }
            }
            var _ =
                    concurrency
                            .gate("drive busy")
                            .pause(concurrency.in(BETWEEN_TRIES), StopToken.never());
        }
    }

    /** What the drive says of itself, and the kernel of its serial number. */
    private DriveInfo identify(String path, String node, ScsiDevice device) throws OsException {
        DriveInfo known = drives.info(node);
        var buffer = ByteBuffer.allocateDirect(INQUIRY_BYTES);
        var reply = device.execute(Queries.inquiry(), buffer);
        var bytes = new byte[reply.bytes()];
        buffer.get(0, bytes);
        try {
            Inquiry inquiry = Inquiry.parse(bytes);
            return new DriveInfo(
                    path,
                    inquiry.vendor(),
                    inquiry.product(),
                    inquiry.revision(),
                    known.serial(),
                    false,
                    known.generic());
        } catch (BadReplyException nonsense) {
            return new DriveInfo(
                    path,
                    known.vendor(),
                    known.model(),
                    known.revision(),
                    known.serial(),
                    false,
                    known.generic());
        }
    }

    /** A drive that was plugged in again may have another number. */
    private AttentiveDevice reopen(String node, DriveInfo info, Use use) throws OsException {
        DriveInfo wanted =
                new DriveInfo(
                        node, info.vendor(), info.model(), info.revision(), info.serial(), false);
        DriveInfo found =
                drives.again(wanted).orElseThrow(() -> new OsException(Errno.ENODEV, "open", node));
        return attentive(openDevice(found.address(), use), use);
    }

    private AttentiveDevice attentive(ScsiDevice device, Use use) {
        var sequence = new DiskSequence(storage, device.path());
        // Who only looks reads little, and must not wait behind another's command.
        boolean mayMiss = use == Use.EXCLUSIVE && !device.isWritable();
        return new AttentiveDevice(
                device, sequence, mayMiss ? () -> letKernelLook(device) : () -> {});
    }

    /**
     * The kernel gives a changed disc a new number only where it has told somebody who opened the
     * device of the change before (block/disk-events.c, disk_check_events). It asks by itself
     * unless somebody may write and has the device alone (block/bdev.c, blkdev_get_by_dev): then
     * only those ask who open it, and are told.
     */
    private void letKernelLook(ScsiDevice device) {
        try {
            devices.open(device.path(), Use.LOOK).close();
        } catch (OsException gone) {
            // The next command tells what is the matter.
        }
    }
}
