package dev.spindle.desktop;

import dev.spindle.run.Concurrency;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Keeps the session from sleeping and from being logged out of, by whichever of the desktop's ways
 * is there. Each ends by itself when the program does. (The system's own way, logind's Inhibit,
 * hands out a file descriptor, which Java's sockets can't take.)
 */
final class Inhibitor {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int LOG_OUT = 1;
    private static final int SUSPEND = 4;
    private static final int SLEEP_AND_LOG_OUT = LOG_OUT | SUSPEND;

    private final Bus bus;
    private final Concurrency concurrency;

    Inhibitor(Bus bus, Concurrency concurrency) {
        this.bus = bus;
        this.concurrency = concurrency;
    }

    /** Ends an inhibition. */
    @FunctionalInterface
    interface Release {
        void run() throws IOException;
    }

    private interface Way {
        Release inhibit(String why) throws IOException;
    }

    /**
     * Inhibits.
     *
     * @throws IOException where the desktop has no way, with what the last of them said
     */
    Release inhibit(String why) throws IOException {
        IOException last = new IOException("there is no way");
        for (Way way : List.<Way>of(this::byPortal, this::byGnome, this::byPowerManagement)) {
            try {
                return way.inhibit(why);
            } catch (IOException refused) {
                last = refused;
            }
        }
        throw last;
    }

    /** XDG Desktop Portal, org.freedesktop.portal.Inhibit version 3. */
    private Release byPortal(String why) throws IOException {
        String desktop = "org.freedesktop.portal.Desktop";
        var answer =
                call(
                        desktop,
                        "/org/freedesktop/portal/desktop",
                        "org.freedesktop.portal.Inhibit",
                        "Inhibit",
                        "sua{sv}",
                        new WireWriter()
                                .string("")
                                .int32(SLEEP_AND_LOG_OUT)
                                .options("reason", why));
        String request = answer.reader().string();
        return () ->
                call(
                        desktop,
                        request,
                        "org.freedesktop.portal.Request",
                        "Close",
                        "",
                        new WireWriter());
    }

    /** GNOME, and those that keep to its session manager: Cinnamon, MATE. */
    private Release byGnome(String why) throws IOException {
        return byCookie(
                "org.gnome.SessionManager",
                "/org/gnome/SessionManager",
                "Uninhibit",
                "susu",
                new WireWriter().string("spindle").int32(0).string(why).int32(SLEEP_AND_LOG_OUT));
    }

    /** KDE and Xfce; against sleep only. */
    private Release byPowerManagement(String why) throws IOException {
        return byCookie(
                "org.freedesktop.PowerManagement.Inhibit",
                "/org/freedesktop/PowerManagement/Inhibit",
                "UnInhibit",
                "ss",
                new WireWriter().string("Spindle").string(why));
    }

    private Release byCookie(
            String name, String path, String end, String signature, WireWriter body)
            throws IOException {
        int cookie = call(name, path, name, "Inhibit", signature, body).reader().int32();
        return () -> call(name, path, name, end, "u", new WireWriter().int32(cookie));
    }

    private BusMessage call(
            String to, String path, String type, String member, String signature, WireWriter body)
            throws IOException {
        return bus.call(
                BusMessage.call(to, path, type, member, signature, body.bytes()),
                concurrency.in(PATIENCE));
    }
}
