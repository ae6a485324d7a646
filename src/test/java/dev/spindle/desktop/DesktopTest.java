package dev.spindle.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.spindle.run.Deadline;
import dev.spindle.run.Gate;
import dev.spindle.run.RealConcurrency;
import dev.spindle.run.StopToken;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Against a real message bus of its own, with a service on it that plays the desktop. */
@Tag("unit")
@SuppressWarnings("NullAway.Init")
class DesktopTest {
    private final RealConcurrency concurrency = new RealConcurrency();
    private final Gate gate = concurrency.gate("test");
    private final List<String> asked = new ArrayList<>();

    private @Nullable TestBus bus;

    @TempDir Path folder;

    @AfterEach
    void end() {
        if (bus != null) {
            bus.close();
        }
    }

    private Deadline soon() {
        return concurrency.in(Duration.ofSeconds(20));
    }

    /** Starts a bus; gives the environment in which a program finds it. */
    private Map<String, String> bus() throws IOException {
        bus = TestBus.start(concurrency, folder);
        return Map.of("DBUS_SESSION_BUS_ADDRESS", bus.address());
    }

    /** Plays a service under this name: keeps what it is asked, and answers with these bytes. */
    private void play(String name, String signature, byte[] answer) throws IOException {
        requireNonNull(bus)
                .play(
                        name,
                        call -> {
                            gate.update(() -> asked.add(words(call)));
                            return call.answer(
                                    BusMessage.RETURN,
                                    Map.of(BusMessage.SIGNATURE, signature),
                                    answer);
                        });
    }

    private static String words(BusMessage call) {
        return call.field(BusMessage.INTERFACE) + "." + call.field(BusMessage.MEMBER);
    }

    private List<String> askedOnce(int count) {
        assertThat(gate.await(() -> asked.size() >= count, soon(), StopToken.never()))
                .isEqualTo(Gate.Outcome.MET);
        return gate.read(() -> List.copyOf(asked));
    }

    @Test
    void showsANotification() throws IOException {
        var environment = bus();
        play("org.freedesktop.Notifications", "u", new WireWriter().int32(1).bytes());
        var desktop = Desktop.of(environment, concurrency);
        desktop.tell("HOLIDAY", "Complete.");
        assertThat(desktop.awaitSaid(soon())).isTrue();
        assertThat(askedOnce(1)).containsExactly("org.freedesktop.Notifications.Notify");
    }

    @Test
    void keepsAwakeThroughThePortalUntilEveryReasonIsGone() throws IOException {
        var environment = bus();
        String request = "/org/freedesktop/portal/desktop/request/1";
        play("org.freedesktop.portal.Desktop", "o", new WireWriter().string(request).bytes());
        var desktop = Desktop.of(environment, concurrency);
        desktop.stayAwake("A disc is ripped");
        assertThat(askedOnce(1)).containsExactly("org.freedesktop.portal.Inhibit.Inhibit");
        assertThat(desktop.awaitSaid(soon())).isTrue();
        desktop.stayAwake("A disc is ripped");
        desktop.mayRest();
        assertThat(desktop.awaitSaid(soon())).isTrue();
        assertThat(askedOnce(1)).hasSize(1);
        desktop.mayRest();
        assertThat(askedOnce(2))
                .containsExactly(
                        "org.freedesktop.portal.Inhibit.Inhibit",
                        "org.freedesktop.portal.Request.Close");
    }

    @Test
    void takesAnotherWayWhereThereIsNoPortal() throws IOException {
        var environment = bus();
        play("org.freedesktop.PowerManagement.Inhibit", "u", new WireWriter().int32(9).bytes());
        var desktop = Desktop.of(environment, concurrency);
        desktop.stayAwake("A disc is ripped");
        assertThat(askedOnce(1)).containsExactly("org.freedesktop.PowerManagement.Inhibit.Inhibit");
        desktop.mayRest();
        assertThat(askedOnce(2).getLast())
                .isEqualTo("org.freedesktop.PowerManagement.Inhibit.UnInhibit");
    }

    @Test
    void isSilentWhereNobodyListens() throws IOException {
        var desktop = Desktop.of(bus(), concurrency);
        desktop.tell("HOLIDAY", "Complete.");
        desktop.stayAwake("A disc is ripped");
        desktop.mayRest();
        assertThat(desktop.awaitSaid(soon())).isTrue();
    }

    @Test
    void isSilentWithoutABus() {
        for (var environment :
                List.of(
                        Map.<String, String>of(),
                        Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + folder + "/none"))) {
            var desktop = Desktop.of(environment, concurrency);
            desktop.stayAwake("A disc is ripped");
            desktop.tell("HOLIDAY", "Complete.");
            desktop.mayRest();
            assertThat(desktop.awaitSaid(soon())).isTrue();
        }
    }
}
