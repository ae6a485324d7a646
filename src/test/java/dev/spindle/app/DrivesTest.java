package dev.spindle.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.desktop.Udisks;
import dev.spindle.drive.image.ImageDrives;
import dev.spindle.drive.linux.LinuxDrives;
import dev.spindle.drive.linux.PlayedFacts;
import dev.spindle.os.linux.LinuxScsiDevices;
import dev.spindle.os.linux.LinuxStorage;
import dev.spindle.run.RealConcurrency;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What may be named as a drive. */
@Tag("unit")
class DrivesTest {
    private final PlayedFacts facts = new PlayedFacts();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path image;

    @SuppressWarnings("NullAway.Init")
    private Drives drives;

    @BeforeEach
    void anImage() throws IOException {
        image = Files.write(folder.resolve("disc.img"), new byte[4096]);
        var concurrency = new RealConcurrency();
        var storage = new LinuxStorage();
        drives =
                new Drives(
                        new LinuxDrives(concurrency, storage, new LinuxScsiDevices(), facts),
                        new ImageDrives(concurrency, storage),
                        facts,
                        Udisks.of(
                                Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/bus"),
                                concurrency));
    }

    @Test
    void whereADiscIsMountedIsAskedOfDevicesAlone() {
        facts.mountPoints.add("/media/user/FILM");
        facts.mountedDevices.put("/media/user/FILM", "/dev/sr0");
        assertThat(drives.mountPoints("/dev/cdrom")).containsExactly("/media/user/FILM");
        assertThat(drives.mountPoints("/media/user/FILM")).containsExactly("/media/user/FILM");
        assertThat(drives.mountPoints("demo:")).isEmpty();
        assertThat(drives.mountPoints(image.toString())).isEmpty();
    }

    @Test
    void theDeviceItselfIsUnmounted() {
        assertThatThrownBy(() -> drives.unmount("/dev/cdrom"))
                .hasMessageContaining("does not know /dev/sr0;");
    }

    @Test
    void theFolderWhereADiscIsMountedStandsForItsDevice() throws Exception {
        facts.mountedDevices.put(folder.toString(), image.toString());
        assertThat(drives.look(folder.toString()).info().address()).isEqualTo(image.toString());
        assertThat(drives.open(folder.toString()).info().address()).isEqualTo(image.toString());
    }

    @Test
    void anyOtherFolderIsNoDrive() {
        assertThatThrownBy(() -> drives.open(folder.toString()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder; name a file or a drive");
    }

    @Test
    void whatIsNoAbsolutePathIsTakenAsItIs() throws Exception {
        facts.mountedDevices.put("demo:", "/dev/sr0");
        assertThat(drives.look("demo:").info().address()).isEqualTo("demo:");
    }
}
