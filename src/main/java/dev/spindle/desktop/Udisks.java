package dev.spindle.desktop;

import dev.spindle.run.Concurrency;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The service of the machine that mounts and unmounts for the user who sits at it (udisks 2). Each
 * call blocks until it answers. Safe for all threads.
 */
public final class Udisks {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The user may be asked for a password meanwhile, and a file system may have much to write. */
    private static final Duration UNMOUNT_PATIENCE = Duration.ofMinutes(2);

    private static final String NAME = "org.freedesktop.UDisks2";

    /** Of its errors (udisks 2.9, "UDisksError"). */
    private static final String ERROR = NAME + ".Error.";

    /** What the bus answers where udisks is not there, or has no such device. */
    private static final List<String> ABSENT =
            Stream.of(
                            "ServiceUnknown",
                            "NameHasNoOwner",
                            "Spawn.",
                            "UnknownObject",
                            "UnknownMethod")
                    .map(error -> "org.freedesktop.DBus.Error." + error)
                    .toList();

    private final Concurrency concurrency;
    private final Optional<String> socket;

    private Udisks(Concurrency concurrency, Optional<String> socket) {
        this.concurrency = concurrency;
        this.socket = socket;
    }

    /** That of the machine whose system bus an environment means. */
    public static Udisks of(Map<String, String> environment, Concurrency concurrency) {
        return new Udisks(concurrency, SystemBus.socket(environment));
    }

    /**
     * Unmounts the file system of a block device, wherever it is mounted.
     *
     * @param node its path in {@code /dev}
     * @throws IOException with one sentence for the user where it stays mounted
     */
    public void unmount(String node) throws IOException {
        try (var bus = connect(node)) {
            var _ =
                    bus.call(
                            BusMessage.call(
                                    NAME,
                                    objectPath(node),
                                    NAME + ".Filesystem",
                                    "Unmount",
                                    "a{sv}",
                                    // An array of entries, which begin at multiples of 8.
                                    new WireWriter().emptyArray(8).bytes()),
                            concurrency.in(UNMOUNT_PATIENCE));
        } catch (RefusedException refused) {
            if (!refused.name().equals(ERROR + "NotMounted")) {
                throw new IOException(sentence(node, refused), refused);
            }
        } catch (NobodyException nobody) {
            throw nobody;
        } catch (IOException noAnswer) {
            throw new IOException(
                    "udisks has not answered; "
                            + node
                            + " may still be unmounted: try again in a moment",
                    noAnswer);
        }
    }

    /** There is no bus, or udisks is not on it. */
    private static final class NobodyException extends IOException {
        @Serial private static final long serialVersionUID = 1;

        NobodyException(String node, @Nullable Throwable cause) {
            super(nobody(node), cause);
        }
    }

    private Bus connect(String node) throws IOException {
        if (socket.isEmpty()) {
            throw new NobodyException(node, null);
        }
        try {
            return Bus.connect(socket.get(), concurrency, concurrency.in(PATIENCE));
        } catch (IOException noBus) {
            throw new NobodyException(node, noBus);
        }
    }

    private static String nobody(String node) {
        return "udisks, which unmounts for users, does not run here, or does not know "
                + node
                + "; as administrator: umount "
                + node;
    }

    private static String sentence(String node, RefusedException refused) {
        String name = refused.name();
        if (name.equals(ERROR + "DeviceBusy")) {
            return "a program has files of " + node + " open; close it, and try again";
        }
        if (name.equals(ERROR + "NotAuthorizedDismissed")) {
            return node + " stays mounted: the permission to unmount it was not given";
        }
        if (name.startsWith(ERROR + "NotAuthorized") || name.equals(ERROR + "MountedByOtherUser")) {
            return "you lack the permission to unmount "
                    + node
                    + "; whoever mounted it has it, and so has an administrator";
        }
        if (ABSENT.stream().anyMatch(name::startsWith)) {
            return nobody(node);
        }
        return node + " stays mounted: " + refused.getMessage();
    }

    /** As udisks makes it: what is neither letter nor digit stands as {@code _xx}. */
    static String objectPath(String node) {
        var path = new StringBuilder("/org/freedesktop/UDisks2/block_devices/");
        String name = node.substring(node.lastIndexOf('/') + 1);
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = one > 0 && Character.isLetterOrDigit(one);
            path.append(isPlain ? Character.toString(one) : String.format("_%02x", one));
        }
        return path.toString();
    }
}
