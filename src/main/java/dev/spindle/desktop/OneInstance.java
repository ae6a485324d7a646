package dev.spindle.desktop;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One window for each session: the first instance listens on a socket in the runtime folder, which
 * is the user's alone; a later one hands its files over there and ends.
 */
public final class OneInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.desktop");
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 1 << 20;
    private static final byte DONE = '\n';

    private final Concurrency concurrency;
    private final Optional<Path> socket;
    private Optional<ServerSocketChannel> server = Optional.empty();

    private OneInstance(Concurrency concurrency, Optional<Path> socket) {
        this.concurrency = concurrency;
        this.socket = socket;
    }

    /** The session that an environment means; without a runtime folder each instance is alone. */
    public static OneInstance of(Map<String, String> environment, Concurrency concurrency) {
        return new OneInstance(
                concurrency,
                Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                        .filter(folder -> folder.startsWith("/"))
                        .map(folder -> Path.of(folder, "spindle.sock")));
    }

    /**
     * Hands files over to the instance that runs.
     *
     * @param files absolute paths or addresses; none only brings its window to the front
     * @return false where none runs, or it does not answer: then this one is to open a window
     */
    public boolean handOver(List<String> files) {
        if (socket.isEmpty()) {
            return false;
        }
        Gate gate = concurrency.gate("hand-over");
        boolean[] isTaken = {false};
        var thread =
                concurrency.start(
                        "hand-over",
                        () -> {
                            boolean taken = send(socket.get(), files);
                            gate.update(() -> isTaken[0] = taken);
                        });
        // An instance that hangs must not keep a new one from opening.
        var _ = thread.awaitDone(concurrency.in(PATIENCE), StopToken.never());
        return gate.read(() -> isTaken[0]);
    }

    private static boolean send(Path to, List<String> files) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(to))) {
            var bytes = ByteBuffer.wrap(String.join("\0", files).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.shutdownOutput();
            var answer = ByteBuffer.allocate(1);
            return channel.read(answer) == 1 && answer.get(0) == DONE;
        } catch (IOException nobody) {
            return false;
        }
    }

    /**
     * Listens from now on. A socket that a dead instance left is taken over.
     *
     * @param taker gets what others hand over, on a thread of this class
     */
    public void listen(Consumer<List<String>> taker) {
        if (socket.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(socket.get());
            var made = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            made.bind(UnixDomainSocketAddress.of(socket.get()));
            server = Optional.of(made);
            var _ = concurrency.start("instance", () -> serve(made, taker));
        } catch (IOException problem) {
            LOG.debug("no other instance can hand over: {}", problem.getMessage());
        }
    }

    /** Listens no more. */
    @Override
    public void close() {
        try {
            if (server.isPresent()) {
                server.get().close();
                Files.deleteIfExists(socket.orElseThrow());
            }
        } catch (IOException harmless) {
            LOG.debug("the socket stays: {}", harmless.getMessage());
        }
    }

    private static void serve(ServerSocketChannel server, Consumer<List<String>> taker) {
        while (server.isOpen()) {
            try (SocketChannel caller = server.accept()) {
                taker.accept(files(caller));
                caller.write(ByteBuffer.wrap(new byte[] {DONE}));
            } catch (IOException problem) {
                LOG.debug("a hand-over failed: {}", problem.getMessage());
            }
        }
    }

    private static List<String> files(SocketChannel caller) throws IOException {
        var buffer = ByteBuffer.allocate(MOST_BYTES);
        while (caller.read(buffer) >= 0) {
            if (!buffer.hasRemaining()) {
                throw new IOException("too much was handed over");
            }
        }
        String text = StandardCharsets.UTF_8.decode(buffer.flip()).toString();
        return text.isEmpty() ? List.of() : List.of(text.split("\0"));
    }
}
