package dev.spindle.desktop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spindle.run.Deadline;
import dev.spindle.run.RealConcurrency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A real message bus for one test, on which services are played. */
final class TestBus implements AutoCloseable {
    private static final Path DAEMON = Path.of("/usr/bin/dbus-daemon");

    private final RealConcurrency concurrency;
    private final String address;
    private final Process daemon;
    private final List<Bus> services = new ArrayList<>();

    private TestBus(RealConcurrency concurrency, String address, Process daemon) {
        this.concurrency = concurrency;
        this.address = address;
        this.daemon = daemon;
    }

    /** Its socket lies in this folder. */
    static TestBus start(RealConcurrency concurrency, Path folder) throws IOException {
        assumeTrue(Files.isExecutable(DAEMON), "not tried: there is no " + DAEMON);
        Path socket = folder.resolve("bus");
        Path configuration =
                Files.writeString(
                        folder.resolve("bus.conf"),
                        """
                        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                        <busconfig><type>session</type><listen>unix:path=%s</listen><policy context="default">
                        <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
                        </policy></busconfig>
                        """
                                .formatted(socket));
        Process daemon =
                new ProcessBuilder(
                                DAEMON.toString(),
                                "--config-file=" + configuration,
                                "--nofork",
                                "--print-address=1")
                        .start();
        return new TestBus(concurrency, daemon.inputReader().readLine(), daemon);
    }

    /** How a program finds it. */
    String address() {
        return address;
    }

    Deadline soon() {
        return concurrency.in(Duration.ofSeconds(20));
    }

    /** Plays a service under this name. */
    void play(String name, Function<BusMessage, BusMessage> onCall) throws IOException {
        var service =
                Bus.connect(BusAddress.path(address).orElseThrow(), concurrency, soon(), onCall);
        services.add(service);
        var _ =
                service.call(
                        BusMessage.call(
                                "org.freedesktop.DBus",
                                "/org/freedesktop/DBus",
                                "org.freedesktop.DBus",
                                "RequestName",
                                "su",
                                new WireWriter().string(name).int32(4).bytes()),
                        soon());
    }

    @Override
    public void close() {
        services.forEach(Bus::close);
        daemon.destroy();
    }
}
