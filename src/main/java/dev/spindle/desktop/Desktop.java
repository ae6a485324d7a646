package dev.spindle.desktop;

import dev.spindle.run.Concurrency;
import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's desktop. Safe for all threads; nothing blocks the caller and nothing fails: a thread
 * of its own talks to the session bus as long as there is something to say.
 */
public final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger("spindle.desktop");
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Concurrency concurrency;
    private final Optional<String> socket;
    private final Gate gate;
    private final List<Notice> notices = new ArrayList<>();
    private String why = "";
    private int reasons;
    private boolean isTalking;

    // Touched by the talking thread alone, of which there is one at a time.
    private Optional<Bus> bus = Optional.empty();
    private Optional<Inhibitor.Release> held = Optional.empty();

    private record Notice(String title, String text) {}

    private Desktop(Concurrency concurrency, Optional<String> socket) {
        this.concurrency = concurrency;
        this.socket = socket;
        this.gate = concurrency.gate("desktop");
    }

    /** The desktop that an environment means; one without a session bus stays silent. */
    public static Desktop of(Map<String, String> environment, Concurrency concurrency) {
        return new Desktop(concurrency, SessionBus.socket(environment));
    }

    /** Keeps the machine awake until {@link #mayRest} was called as often. */
    public void stayAwake(String reason) {
        gate.update(() -> {
            reasons++;
            why = reason;
        });
        talk();
    }

    /** Takes one {@link #stayAwake} back. */
    public void mayRest() {
        gate.update(() -> reasons = Math.max(0, reasons - 1));
        talk();
    }

    /** Shows a notification. */
    public void tell(String title, String text) {
        gate.update(() -> notices.add(new Notice(title, text)));
        talk();
    }

    /** Waits until all was said; false where the deadline passed first. */
    public boolean awaitSaid(Deadline deadline) {
        return gate.await(() -> !isTalking, deadline, StopToken.never()) == Gate.Outcome.MET;
    }

    private void talk() {
        boolean start =
                socket.isPresent()
                        && gate.read(() -> {
                            boolean wasTalking = isTalking;
                            isTalking = true;
                            return !wasTalking;
                        });
        if (start) {
            var _ = concurrency.start("desktop", this::sayAll);
        }
    }

    private void sayAll() {
        do {
            try {
                sayOnce(connected());
            } catch (IOException problem) {
                LOG.debug("the desktop was not told: {}", problem.getMessage());
                hangUp();
            }
        } while (!gate.read(this::isAllSaid));
        gate.update(() -> {}); // wakes those who wait for the end
    }

    /** After a failure too: what the desktop could not be told is not worth a second try. */
    private boolean isAllSaid() {
        boolean isSaid = notices.isEmpty() && (bus.isEmpty() || isHeldAsWished());
        isTalking = !isSaid;
        return isSaid;
    }

    private boolean isHeldAsWished() {
        return held.isPresent() == reasons > 0;
    }

    private Bus connected() throws IOException {
        if (bus.isEmpty()) {
            bus =
                    Optional.of(
                            Bus.connect(
                                    socket.orElseThrow(), concurrency, concurrency.in(PATIENCE)));
        }
        return bus.get();
    }

    private void hangUp() {
        bus.ifPresent(Bus::close);
        bus = Optional.empty();
        held = Optional.empty();
        gate.update(notices::clear);
    }

    private void sayOnce(Bus line) throws IOException {
        var said = gate.read(() -> List.copyOf(notices));
        for (Notice notice : said) {
            show(line, notice);
        }
        gate.update(() -> notices.subList(0, said.size()).clear());
        boolean isWanted = gate.read(() -> reasons > 0);
        if (isWanted && held.isEmpty()) {
            held = Optional.of(new Inhibitor(line, concurrency).inhibit(gate.read(() -> why)));
        } else if (!isWanted && held.isPresent()) {
            held.get().run();
            held = Optional.empty();
        }
    }

    /** Desktop Notifications Specification 1.2, "Notify": susssasa{sv}i. */
    private void show(Bus line, Notice notice) throws IOException {
        var body =
                new WireWriter()
                        .string("Spindle")
                        .int32(0)
                        .string("spindle")
                        .string(notice.title())
                        .string(notice.text())
                        .emptyArray(4)
                        .options("desktop-entry", "spindle")
                        .int32(-1);
        var _ =
                line.call(
                        BusMessage.call(
                                "org.freedesktop.Notifications",
                                "/org/freedesktop/Notifications",
                                "org.freedesktop.Notifications",
                                "Notify",
                                "susssasa{sv}i",
                                body.bytes()),
                        concurrency.in(PATIENCE));
    }
}
