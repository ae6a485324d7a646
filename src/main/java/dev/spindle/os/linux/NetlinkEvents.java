package dev.spindle.os.linux;

import dev.spindle.os.DeviceEvent;
import dev.spindle.os.DeviceEvents;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/**
 * Device events by a netlink socket of the kernel's own group (netlink(7); lib/kobject_uevent.c),
 * which anybody may read. Group 2 carries udev's copies in a private form and is left alone.
 */
public final class NetlinkEvents implements DeviceEvents {
    private static final String SOCKET = "device events";

    /** linux/socket.h and linux/netlink.h. */
    private static final int AF_NETLINK = 16;

    private static final int SOCK_RAW = 3;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int NETLINK_KOBJECT_UEVENT = 15;
    private static final int KERNEL_GROUP = 1;

    /** {@code struct sockaddr_nl}: family, padding, process, groups. */
    private static final int ADDRESS_BYTES = 12;

    /** asm-generic/socket.h; {@code struct timeval} has two longs. */
    private static final int SOL_SOCKET = 1;

    private static final int SO_RCVTIMEO = 20;
    private static final int TIMEVAL_BYTES = 16;

    /** The kernel's buffer for one event is half of it (UEVENT_BUFFER_SIZE). */
    private static final int MESSAGE_BYTES = 4096;

    private final LibC libC;

    /** Events of this machine. */
    public NetlinkEvents() {
        this(LibC.load());
    }

    NetlinkEvents(LibC libC) {
        this.libC = libC;
    }

    @Override
    public Source open() throws OsException {
        Descriptor socket =
                Descriptor.of(
                        libC,
                        SOCKET,
                        () ->
                                libC.socket(
                                        AF_NETLINK,
                                        SOCK_RAW | SOCK_CLOEXEC,
                                        NETLINK_KOBJECT_UEVENT));
        byte[] address =
                ByteBuffer.allocate(ADDRESS_BYTES)
                        .order(ByteOrder.nativeOrder())
                        .putShort(0, (short) AF_NETLINK)
                        .putInt(8, KERNEL_GROUP)
                        .array();
        try {
            socket.call("bind", fd -> libC.bind(fd, address, ADDRESS_BYTES));
            return new Socket(libC, socket);
        } catch (OsException problem) {
            socket.close();
            throw problem;
        }
    }

    /** The socket; its own time-out ends each wait. */
    private static final class Socket implements Source {
        private final LibC libC;
        private final Descriptor socket;
        private final byte[] message = new byte[MESSAGE_BYTES];
        private Duration timeout = Duration.ZERO;

        Socket(LibC libC, Descriptor socket) {
            this.libC = libC;
            this.socket = socket;
        }

        @Override
        public Optional<DeviceEvent> next(Duration most) throws OsException {
            limit(most);
            try {
                // Once: a signal ends the wait, and the caller comes again anyway.
                long length =
                        Calls.once(
                                "recv",
                                SOCKET,
                                () -> libC.recv(socket.number(), message, message.length, 0));
                return DeviceEvent.parse(message, Math.toIntExact(length));
            } catch (OsException problem) {
                if (problem.errno() == Errno.EAGAIN || problem.errno() == Errno.EINTR) {
                    return Optional.empty();
                }
                throw problem;
            }
        }

        private void limit(Duration most) throws OsException {
            if (!most.equals(timeout)) {
                timeout = most;
                long micros = Math.max(1, most.toNanosPart() / 1000);
                long[] time = {most.toSeconds(), micros};
                socket.call(
                        "setsockopt",
                        fd -> libC.setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, time, TIMEVAL_BYTES));
            }
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (OsException _) {
                // It was only listened to.
            }
        }
    }
}
