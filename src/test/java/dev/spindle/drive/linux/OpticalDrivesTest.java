package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.DriveInfo;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Drives as sysfs tells of them; nothing is opened but attributes. */
@Tag("unit")
class OpticalDrivesTest {
    private static final String BLOCK = "/sys/block/";

    private static void with(BiConsumer<ScriptedStorage, OpticalDrives> body) {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        var _ =
                baton.run(() -> {
                    var storage = new ScriptedStorage(baton);
                    body.accept(storage, new OpticalDrives(storage));
                    assertThat(storage.insight().openFiles()).isEmpty();
                });
    }

    private static void attribute(ScriptedStorage storage, String path, String value) {
        storage.insight().file(BLOCK + path, value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aDriveHasItsVendorModelAndRevisionWithoutTheirPadding() {
        with((storage, drives) -> {
            attribute(storage, "sr0/device/vendor", "PLDS    \n");
            attribute(storage, "sr0/device/model", "DVD-RW DS8A8SH  \n");
            attribute(storage, "sr0/device/rev", "KL31\n");
            assertThat(drives.list())
                    .containsExactly(
                            new DriveInfo("/dev/sr0", "PLDS", "DVD-RW DS8A8SH", "KL31", "", false));
        });
    }

    @Test
    void aDriveHasASecondDeviceWhereTheKernelMadeOne() {
        with((storage, drives) -> {
            attribute(storage, "sr0/device/scsi_generic/sg4/dev", "21:4\n");
            attribute(storage, "sr1/device/vendor", "PLDS\n");
            assertThat(drives.list().stream().map(DriveInfo::generic))
                    .containsExactly(Optional.of("/dev/sg4"), Optional.empty());
        });
    }

    @Test
    void whatIsNoOpticalDriveIsLeftOut() {
        with((storage, drives) -> {
            for (String name : new String[] {"sda", "loop0", "sr", "srx", "sr0p1", "vdsr0"}) {
                storage.insight().folder(BLOCK + name + "/device");
            }
            assertThat(drives.list()).isEmpty();
        });
    }

    @Test
    void theyComeInTheOrderOfTheirNumbers() {
        with((storage, drives) -> {
            for (String name : new String[] {"sr10", "sr2", "sr0"}) {
                storage.insight().folder(BLOCK + name + "/device");
            }
            assertThat(drives.list())
                    .extracting(DriveInfo::address)
                    .containsExactly("/dev/sr0", "/dev/sr2", "/dev/sr10");
        });
    }

    @Test
    void withoutSysfsThereAreNone() {
        with((_, drives) -> assertThat(drives.list()).isEmpty());
    }

    @Test
    void anAttributeThatCantBeReadIsEmpty() {
        with((storage, drives) -> {
            attribute(storage, "sr0/device/vendor", "PLDS\n");
            attribute(storage, "sr0/device/model", "DVD\n");
            storage.on(CallKind.READ).pathEndsWith("vendor").fail(Errno.EIO);
            storage.on(CallKind.OPEN).pathEndsWith("model").fail(Errno.ENODEV);
            assertThat(drives.list())
                    .containsExactly(new DriveInfo("/dev/sr0", "", "", "", "", false));
        });
    }

    @Test
    void aFailingCloseTakesNothingBack() {
        with((storage, drives) -> {
            attribute(storage, "sr0/device/vendor", "PLDS\n");
            storage.on(CallKind.CLOSE).fail(Errno.EIO);
            assertThat(drives.list().getFirst().vendor()).isEqualTo("PLDS");
        });
    }

    @Test
    void noDriveIsOpened() {
        with((storage, drives) -> {
            attribute(storage, "sr0/device/vendor", "PLDS\n");
            storage.insight().file("/dev/sr0", new byte[2048]);
            var _ = drives.list();
            assertThat(storage.trace(CallKind.OPEN))
                    .extracting(entry -> entry.path())
                    .allMatch(path -> path.startsWith(BLOCK));
        });
    }
}
