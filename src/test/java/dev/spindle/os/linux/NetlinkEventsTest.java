package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.LastErrorException;

import dev.spindle.os.DeviceEvents;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The socket of device events: with the real kernel, and with one that is played. */
@Tag("unit")
class NetlinkEventsTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void theRealKernelLetsUsListen() throws Exception {
        DeviceEvents.Source source;
        try {
            source = new NetlinkEvents().open();
        } catch (OsException refused) {
            Skip.unless(false, "no netlink here: " + refused.getMessage());
            return;
        }
        // Whatever came meanwhile, the wait ends.
        assertThat(source.next(SHORT)).isNotNull();
        source.close();
        assertThatThrownBy(() -> source.next(SHORT)).isInstanceOf(OsException.class);
    }

    private static TamperedLibC socket(List<String> messages, Errno atTheEnd) {
        return new TamperedLibC()
                .answering("socket", _ -> 55)
                .answering("bind", _ -> 0)
                .answering("setsockopt", _ -> 0)
                .answering("close", _ -> 0)
                .answering(
                        "recv",
                        arguments -> {
                            if (messages.isEmpty()) {
                                throw new LastErrorException(atTheEnd.number());
                            }
                            byte[] bytes = messages.removeFirst().getBytes(StandardCharsets.UTF_8);
                            System.arraycopy(bytes, 0, (byte[]) arguments[1], 0, bytes.length);
                            return (long) bytes.length;
                        });
    }

    @Test
    void eventsComeOneByOneAndTheWaitEnds() throws Exception {
        var messages = new ArrayList<>(List.of("add@/a\0DEVNAME=sr0\0", "remove@/b\0"));
        var source = new NetlinkEvents(socket(messages, Errno.EAGAIN).libC()).open();
        assertThat(source.next(SHORT).orElseThrow().name()).isEqualTo("sr0");
        assertThat(source.next(SHORT).orElseThrow().action()).isEqualTo("remove");
        assertThat(source.next(SHORT)).isEmpty();
    }

    @Test
    void lostEventsAreTold() throws Exception {
        var source = new NetlinkEvents(socket(new ArrayList<>(), Errno.ENOBUFS).libC()).open();
        assertThatThrownBy(() -> source.next(SHORT))
                .extracting(problem -> ((OsException) problem).errno())
                .isEqualTo(Errno.ENOBUFS);
    }

    /** Group 1, the kernel's own, and a time-out in seconds and microseconds. */
    @Test
    void theSocketIsTheKernelsAndItsWaitsAreLimited() throws Exception {
        var seen = new ArrayList<Object>();
        var libC = socket(new ArrayList<>(), Errno.EAGAIN);
        libC.answering(
                "socket",
                arguments -> {
                    seen.add(List.of(arguments));
                    return 55;
                });
        libC.answering(
                "bind",
                arguments -> {
                    seen.add(arguments[1]);
                    return 0;
                });
        libC.answering(
                "setsockopt",
                arguments -> {
                    seen.add(arguments[3]);
                    return 0;
                });
        var source = new NetlinkEvents(libC.libC()).open();
        var _ = source.next(Duration.ofMillis(2500));
        var _ = source.next(Duration.ofMillis(2500));
        assertThat(seen.get(0)).isEqualTo(List.of(16, 0x80003, 15));
        assertThat((byte[]) seen.get(1)).containsExactly(16, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
        assertThat((long[]) seen.get(2)).containsExactly(2, 500_000);
        assertThat(seen).hasSize(3);
    }

    @Test
    void aSocketThatCantBeBoundIsClosed() {
        var libC = socket(new ArrayList<>(), Errno.EAGAIN).failing("bind", Errno.EPERM);
        assertThatThrownBy(() -> new NetlinkEvents(libC.libC()).open())
                .isInstanceOf(OsException.class);
        assertThat(libC.calls).contains("close");
    }
}
