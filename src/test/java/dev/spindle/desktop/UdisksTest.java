package dev.spindle.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.run.RealConcurrency;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Against a real message bus of its own, with a service on it that plays udisks. */
@Tag("unit")
@SuppressWarnings("NullAway.Init")
class UdisksTest {
    private final RealConcurrency concurrency = new RealConcurrency();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private TestBus bus;
    private Udisks udisks;

    @TempDir Path folder;

    @BeforeEach
    void begin() throws IOException {
        bus = TestBus.start(concurrency, folder);
        udisks = Udisks.of(Map.of("DBUS_SYSTEM_BUS_ADDRESS", bus.address()), concurrency);
    }

    @AfterEach
    void end() {
        bus.close();
    }

    private void play(Function<BusMessage, BusMessage> answer) throws IOException {
        bus.play(
                "org.freedesktop.UDisks2",
                call -> {
                    asked.add(
                            String.join(
                                    " ",
                                    call.field(BusMessage.PATH),
                                    call.field(BusMessage.INTERFACE),
                                    call.field(BusMessage.MEMBER),
                                    call.field(BusMessage.SIGNATURE),
                                    Integer.toString(call.body().remaining())));
                    return answer.apply(call);
                });
    }

    private static BusMessage refuse(BusMessage call, String error, String text) {
        return call.answer(
                BusMessage.ERROR,
                Map.of(BusMessage.ERROR_NAME, error, BusMessage.SIGNATURE, "s"),
                new WireWriter().string(text).bytes());
    }

    @Test
    void asksForTheDeviceWithoutOptions() throws IOException {
        play(call -> call.answer(BusMessage.RETURN, Map.of(), new byte[0]));
        udisks.unmount("/dev/sr0");
        assertThat(asked)
                .containsExactly(
                        "/org/freedesktop/UDisks2/block_devices/sr0"
                                + " org.freedesktop.UDisks2.Filesystem Unmount a{sv} 8");
    }

    @Test
    void whatIsNotMountedNeedsNothing() throws IOException {
        play(call -> refuse(call, "org.freedesktop.UDisks2.Error.NotMounted", "not mounted"));
        udisks.unmount("/dev/sr0");
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UDisks2.Error.DeviceBusy              | a program has files of /dev/sr0 open; close it, and try again
                    UDisks2.Error.NotAuthorizedDismissed  | /dev/sr0 stays mounted: the permission to unmount it was not given
                    UDisks2.Error.NotAuthorized           | you lack the permission to unmount /dev/sr0; whoever mounted it has it, and so has an administrator
                    UDisks2.Error.MountedByOtherUser      | you lack the permission to unmount /dev/sr0; whoever mounted it has it, and so has an administrator
                    DBus.Error.UnknownObject              | udisks, which unmounts for users, does not run here, or does not know /dev/sr0; as administrator: umount /dev/sr0
                    DBus.Error.NoReply                    | /dev/sr0 stays mounted: the desktop refuses: org.freedesktop.DBus.Error.NoReply (umount: bad luck)
                    UDisks2.Error.Failed                  | /dev/sr0 stays mounted: the desktop refuses: org.freedesktop.UDisks2.Error.Failed (umount: bad luck)
                    """)
    void whyItStaysMountedIsOneSentence(String error, String sentence) throws IOException {
        play(call -> refuse(call, "org.freedesktop." + error, "umount: bad luck"));
        assertThatThrownBy(() -> udisks.unmount("/dev/sr0"))
                .isInstanceOf(IOException.class)
                .hasMessage(sentence);
    }

    @Test
    void withoutUdisksOrBusTheCommandIsTold() {
        String sentence =
                "udisks, which unmounts for users, does not run here, or does not know /dev/sr0;"
                        + " as administrator: umount /dev/sr0";
        assertThatThrownBy(() -> udisks.unmount("/dev/sr0")).hasMessage(sentence);
        for (String address : List.of("unix:path=" + folder + "/none", "unix:abstract=none")) {
            var none = Udisks.of(Map.of("DBUS_SYSTEM_BUS_ADDRESS", address), concurrency);
            assertThatThrownBy(() -> none.unmount("/dev/sr0")).hasMessage(sentence);
        }
    }

    @Test
    void namesOfDevicesAreWrittenAsUdisksDoes() {
        assertThat(Udisks.objectPath("/dev/sr0")).endsWith("/block_devices/sr0");
        assertThat(Udisks.objectPath("/dev/mapper/a-b")).endsWith("/block_devices/a_2db");
    }
}
