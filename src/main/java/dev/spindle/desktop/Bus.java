package dev.spindle.desktop;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/**
 * A connection to a message bus. One thread of its own reads; any thread may call and waits no
 * longer than its deadline.
 */
final class Bus implements AutoCloseable {
    private static final String BUS = "org.freedesktop.DBus";
    private static final int LONGEST_LINE = 4096;

    private final SocketChannel channel;
    private final Gate gate;
    private final Function<BusMessage, BusMessage> onCall;
    private final Map<Integer, BusMessage> answers = new HashMap<>();
    private int lastSerial;
    private boolean isWriting;
    private boolean isClosed;

    private Bus(SocketChannel channel, Gate gate, Function<BusMessage, BusMessage> onCall) {
        this.channel = channel;
        this.gate = gate;
        this.onCall = onCall;
    }

    /** Connects, as a program that offers nothing to others. */
    static Bus connect(String socket, Concurrency concurrency, Deadline deadline)
            throws IOException {
        return connect(socket, concurrency, deadline, Bus::unknown);
    }

    /**
     * Connects.
     *
     * @param socket path of the bus's socket
     * @param onCall answers what others ask, on the reading thread
     */
    static Bus connect(
            String socket,
            Concurrency concurrency,
            Deadline deadline,
            Function<BusMessage, BusMessage> onCall)
            throws IOException {
        var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        var bus = new Bus(channel, concurrency.gate("bus"), onCall);
        try {
            bus.write(hello());
            var _ = concurrency.start("bus", bus::read);
            bus.call(
                    BusMessage.call(BUS, "/org/freedesktop/DBus", BUS, "Hello", "", new byte[0]),
                    deadline);
            return bus;
        } catch (IOException problem) {
            bus.close();
            throw problem;
        }
    }

    private static String userId() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    }

    /**
     * What the client says first, all at once: it is who it is by the socket's credentials (SASL
     * EXTERNAL). The specification lets a client go on before it has the server's word.
     */
    private static byte[] hello() throws IOException {
        String user = HexFormat.of().formatHex(userId().getBytes(StandardCharsets.US_ASCII));
        return ("\0AUTH EXTERNAL " + user + "\r\nBEGIN\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Makes a call and waits for its answer.
     *
     * @throws RefusedException where the answer is an error
     * @throws IOException where it comes too late, or the bus is gone
     */
    BusMessage call(BusMessage message, Deadline deadline) throws IOException {
        int serial = send(message);
        var outcome =
                gate.await(
                        () -> answers.containsKey(serial) || isClosed, deadline, StopToken.never());
        BusMessage answer = gate.read(() -> answers.remove(serial));
        if (answer == null) {
            throw new IOException(
                    outcome == Gate.Outcome.TIMED_OUT
                            ? "the desktop does not answer"
                            : "the session bus is gone");
        }
        if (answer.type() == BusMessage.ERROR) {
            throw new RefusedException(answer);
        }
        return answer;
    }

    private int send(BusMessage message) throws IOException {
        // Messages are small: the socket's buffer takes one at once, so nothing blocks behind this.
        int serial = gate.read(() -> ++lastSerial);
        write(message.marshalled(serial));
        return serial;
    }

    private void write(byte[] bytes) throws IOException {
        // A message must not land in the middle of another.
        while (!gate.read(this::takePen)) {
            var _ = gate.await(() -> !isWriting || isClosed, Deadline.never(), StopToken.never());
            if (gate.read(() -> isClosed)) {
                throw new IOException("the session bus is gone");
            }
        }
        try {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } finally {
            gate.update(() -> isWriting = false);
        }
    }

    private boolean takePen() {
        boolean isMine = !isWriting;
        isWriting = true;
        return isMine;
    }

    /** The thread that reads: the handshake first, then messages until the bus is gone. */
    private void read() {
        try {
            String word = line();
            if (!word.startsWith("OK ")) {
                throw new IOException("the session bus refuses this user: " + word);
            }
            while (true) {
                take(BusMessage.parse(next()));
            }
        } catch (IOException gone) {
            close();
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            char next = (char) bytes(1)[0];
            if (next == '\n') {
                return line.toString().strip();
            }
            line.append(next);
        }
        throw new IOException("the session bus speaks another language");
    }

    private byte[] next() throws IOException {
        byte[] fixed = bytes(BusMessage.FIXED_BYTES);
        byte[] rest = bytes(BusMessage.restBytes(fixed));
        return new WireWriter().raw(fixed).raw(rest).bytes();
    }

    private byte[] bytes(int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new IOException("the session bus is gone");
            }
        }
        return buffer.array();
    }

    private void take(BusMessage message) throws IOException {
        switch (message.type()) {
            case BusMessage.CALL -> send(onCall.apply(message));
            case BusMessage.RETURN, BusMessage.ERROR ->
                    gate.update(() -> answers.put(message.replyTo(), message));
            default -> {} // signals: nothing is subscribed to
        }
    }

    private static BusMessage unknown(BusMessage call) {
        return call.answer(
                BusMessage.ERROR,
                Map.of(BusMessage.ERROR_NAME, "org.freedesktop.DBus.Error.UnknownMethod"),
                new byte[0]);
    }

    @Override
    public void close() {
        gate.update(() -> isClosed = true);
        try {
            channel.close();
        } catch (IOException harmless) {
            // It is gone either way.
        }
    }
}
