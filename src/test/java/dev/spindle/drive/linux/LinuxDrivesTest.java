package dev.spindle.drive.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.drive.ReadOutcome;
import dev.spindle.os.Errno;
import dev.spindle.os.scsi.ScsiDevices.Use;
import dev.spindle.run.StopToken;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Which drives are opened, how, and in what words others are refused. */
@Tag("unit")
class LinuxDrivesTest {
    @Test
    void whatIsNoOpticalDriveIsLeftToOthers() {
        DriveBench.with(bench -> {
            bench.attribute("sda/device/type", "0");
            for (String path : List.of("/dev/sda", "/home/disc.iso", "/dev/loop0", "demo:")) {
                assertThat(bench.drives.open(path)).as(path).isEmpty();
            }
            assertThat(bench.played.uses).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Errno.class,
            names = {"ENOTTY", "EPERM", "EINVAL"})
    void aDriveThatTakesNoCommandsIsLeftToBeReadAsABlockDevice(Errno refusal) {
        DriveBench.with(bench -> {
            bench.played.commandFailure = refusal;
            assertThat(bench.drives.open("/dev/sr0")).isEmpty();
            assertThat(bench.played.openDevices).isZero();
        });
    }

    @Test
    void aLinkLeadsToTheDrive() {
        DriveBench.with(bench -> {
            assertThat(bench.drives.open("/dev/cdrom").orElseThrow().info().address())
                    .isEqualTo("/dev/cdrom");
        });
    }

    @Test
    void aRipTakesTheDriveAloneAndALookAsksFirst() {
        DriveBench.with(bench -> {
            bench.drives.open("/dev/sr0").orElseThrow().close();
            bench.drives.look("/dev/sr0").orElseThrow().close();
            assertThat(bench.played.uses).containsExactly(Use.EXCLUSIVE, Use.ASK, Use.LOOK);
            assertThat(bench.played.openDevices).isZero();
        });
    }

    @Test
    void theKernelIsLetLookBeforeItsNumberOfTheDiscIsRemembered() {
        for (boolean writable : new boolean[] {true, false}) {
            DriveBench.with(bench -> {
                bench.played.writable = writable;
                bench.attribute("sr0/diskseq", "7");
                bench.played.onLook = () -> bench.attribute("sr0/diskseq", "8");
                try (var drive = bench.drives.open("/dev/sr0").orElseThrow()) {
                    drive.awaitDisc(StopToken.never());
                    var outcome = drive.read(0, 1, ByteBuffer.allocateDirect(2048));
                    assertThat(outcome).isInstanceOf(ReadOutcome.Good.class);
                }
                assertThat(bench.played.uses)
                        .filteredOn(Use.LOOK::equals)
                        .hasSize(writable ? 0 : 1);
                assertThat(bench.played.openDevices).isZero();
            });
        }
    }

    @Test
    void aDriveThatSomebodyHasIsNotLookedInto() {
        DriveBench.with(bench -> {
            bench.played.openFailure = Errno.EBUSY;
            bench.facts.users.add("wodim (process 812)");
            assertThatThrownBy(() -> bench.drives.look("/dev/sr0"))
                    .hasMessage("/dev/sr0 is in use by wodim (process 812); close that first");
            assertThat(bench.played.uses).containsExactly(Use.ASK);
        });
    }

    @Test
    void aDriveThatIsBeingRippedIsToldAsSuch() {
        DriveBench.with(bench -> {
            bench.played.openFailure = Errno.EBUSY;
            bench.facts.users.add("spindle (process 99)");
            assertThatThrownBy(() -> bench.drives.open("/dev/sr0"))
                    .hasMessage(
                            "/dev/sr0 is being ripped by another Spindle (process 99); wait for the"
                                    + " end of that rip, or stop it");
            bench.facts.usedByUs = true;
            assertThatThrownBy(() -> bench.drives.look("/dev/sr0"))
                    .hasMessage(
                            "/dev/sr0 is being ripped already; wait for the end of that rip, or"
                                    + " stop it");
        });
    }

    @Test
    void aMountedDiscIsLookedIntoAllTheSame() {
        DriveBench.with(bench -> {
            bench.played.openFailure = Errno.EBUSY;
            bench.facts.mountPoints.add("/media/eve/DISC");
            assertThat(bench.drives.look("/dev/sr0")).isPresent();
        });
    }

    @Test
    void aRipOfAMountedDiscIsRefusedWithTheWayOut() {
        DriveBench.with(bench -> {
            bench.played.openFailure = Errno.EBUSY;
            bench.facts.mountPoints.add("/media/eve/DISC");
            long startNanos = bench.baton.nanoTime();
            assertThatThrownBy(() -> bench.drives.open("/dev/sr0"))
                    .hasMessage(
                            "/dev/sr0 is mounted at /media/eve/DISC; unmount it: udisksctl unmount"
                                    + " -b /dev/sr0");
            assertThat(bench.clock(startNanos)).isZero();
        });
    }

    @Test
    void whoLooksAtTheDriveForAMomentIsLetFinish() {
        DriveBench.with(bench -> {
            bench.played.openFailure = Errno.EBUSY;
            long startNanos = bench.baton.nanoTime();
            assertThatThrownBy(() -> bench.drives.open("/dev/sr0"))
                    .hasMessage("/dev/sr0 is in use by another program; close that first");
            assertThat(bench.clock(startNanos))
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
            bench.later(Duration.ofSeconds(2), () -> bench.played.openFailure = Errno.OTHER);
            assertThat(bench.drives.open("/dev/sr0")).isPresent();
        });
    }

    @Test
    void whoLacksThePermissionIsToldHowToGetIt() {
        DriveBench.with(bench -> {
            bench.played.openFailure = Errno.EACCES;
            bench.facts.group = Optional.of("optical");
            for (boolean looks : new boolean[] {true, false}) {
                assertThatThrownBy(
                                () -> {
                                    var _ =
                                            looks
                                                    ? bench.drives.look("/dev/sr0")
                                                    : bench.drives.open("/dev/sr0");
                                })
                        .hasMessageStartingWith("/dev/sr0 can't be used: you lack the permission")
                        .hasMessageContaining("the group optical");
            }
        });
    }

    @Test
    void aDriveThatIsNotThereIsToldSo() {
        DriveBench.with(bench -> {
            bench.played.unplugged = true;
            assertThatThrownBy(() -> bench.drives.open("/dev/sr0"))
                    .hasMessage("there is no drive at /dev/sr0; connect it");
        });
    }
}
