package dev.spindle.os;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;

/** Messages of the kernel about devices. */
@Tag("unit")
class DeviceEventTest {
    private static Optional<DeviceEvent> parse(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return DeviceEvent.parse(bytes, bytes.length);
    }

    @Test
    void aNewDisc() {
        var event =
                parse(
                                "change@/devices/pci0000:00/ata2/host1/block/sr0\0ACTION=change\0"
                                        + "SUBSYSTEM=block\0DISK_MEDIA_CHANGE=1\0MAJOR=11\0"
                                        + "DEVNAME=sr0\0DEVTYPE=disk\0DISKSEQ=12\0SEQNUM=2017\0")
                        .orElseThrow();
        assertThat(event.action()).isEqualTo("change");
        assertThat(event.isAboutBlockDevice()).isTrue();
        assertThat(event.name()).isEqualTo("sr0");
        assertThat(event.properties()).containsEntry("DISK_MEDIA_CHANGE", "1");
    }

    @Test
    void otherDevices() {
        var event = parse("add@/devices/usb1\0ACTION=add\0SUBSYSTEM=usb\0").orElseThrow();
        assertThat(event.isAboutBlockDevice()).isFalse();
        assertThat(event.name()).isEmpty();
    }

    @Test
    void onlyWhatCameIsRead() {
        byte[] stale = "add@/x\0DEVNAME=sr0\0".getBytes(StandardCharsets.UTF_8);
        assertThat(DeviceEvent.parse(stale, 6).orElseThrow().name()).isEmpty();
        assertThat(DeviceEvent.parse(stale, 0)).isEmpty();
    }

    @Test
    void whatUdevSendsIsLeftAlone() {
        assertThat(parse("libudev\0\1\2\3\4")).isEmpty();
        assertThat(parse("@/devices")).isEmpty();
    }

    @Test
    void randomBytesNeverThrow() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            var bytes = new byte[1 + random.nextInt(200)];
            random.nextBytes(bytes);
            bytes[random.nextInt(bytes.length)] = '@';
            bytes[random.nextInt(bytes.length)] = '=';
            int length = random.nextInt(bytes.length + 1);
            assertThat(DeviceEvent.parse(bytes, length)).as("seed %d", seed).isNotNull();
        }
    }
}
