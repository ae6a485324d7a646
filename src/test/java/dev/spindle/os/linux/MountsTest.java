package dev.spindle.os.linux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.MountFacts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
class MountsTest {
    private static final Mounts MOUNTS =
            new Mounts(
                    Mount.parseAll(
                            """
                            27 1 254:0 / / rw,relatime - ext4 /dev/vda rw,discard
                            28 27 0:33 / /media rw - btrfs /dev/sdb1 rw,space_cache=v2
                            29 28 0:40 / /media/my\\040disk rw - fuse.sshfs me@nas:/a rw,user_id=0
                            30 28 0:41 / /media/over rw - overlay overlay rw,lowerdir=/l,upperdir=/media/u,workdir=/w
                            31 28 0:42 / /media/cage rw - overlay overlay rw,upperdir=/media/cage/u
                            32 28 0:43 / /media/odd rw - overlay overlay rw,upperdir=u
                            33 28 0:44 / /media/twice rw - tmpfs first rw
                            34 33 0:45 / /media/twice rw - nfs4 server:/a rw,vers=4.2
                            """));

    @ParameterizedTest
    @CsvSource({
        "/,                   ext4",
        "/home/me,            ext4",
        "/media,              btrfs",
        "/mediabox/x,         ext4",
        "/media/x/y,          btrfs",
        "/media/my disk/x,    fuse.sshfs",
        "/media/my disk,      fuse.sshfs",
        "/media/twice/x,      nfs4"
    })
    void aPathLiesOnTheLongestPointAboveIt(String path, String type) {
        assertThat(MOUNTS.under(path, OptionalLong.empty()).map(Mount::fileSystem)).contains(type);
    }

    @Test
    void aMountPointHasTheMountThatLiesOnTop() {
        assertThat(MOUNTS.at("/media").map(Mount::source)).contains("/dev/sdb1");
        assertThat(MOUNTS.at("/media/twice").map(Mount::source)).contains("server:/a");
        assertThat(MOUNTS.at("/media/x")).isEmpty();
    }

    @Test
    void theIdDecidesWhereItIsKnown() {
        assertThat(MOUNTS.under("/media/x", OptionalLong.of(33)).map(Mount::source))
                .contains("first");
        assertThat(MOUNTS.under("/media/x", OptionalLong.of(99)).map(Mount::source))
                .contains("/dev/sdb1");
        assertThat(new Mounts(List.of()).under("/", OptionalLong.of(1))).isEmpty();
    }

    @Test
    void factsOfAMount() {
        assertThat(factsUnder("/media/my disk/a"))
                .isEqualTo(
                        new MountFacts(
                                "fuse.sshfs",
                                "me@nas:/a",
                                List.of("rw", "user_id=0"),
                                "/media/my disk",
                                Optional.empty()));
    }

    @Test
    void anOverlayTellsWhatTakesItsWritesWhereThatIsToBeSeen() {
        assertThat(factsUnder("/media/over").upperType()).contains("btrfs");
        assertThat(factsUnder("/media/cage").upperType()).as("a path of the host").isEmpty();
        assertThat(factsUnder("/media/odd").upperType()).as("no absolute path").isEmpty();
    }

    private static MountFacts factsUnder(String path) {
        return MOUNTS.facts(MOUNTS.under(path, OptionalLong.empty()).orElseThrow());
    }

    @Test
    void thisMachineTellsOfItsMounts() throws Exception {
        var storage = new LinuxStorage();
        Skip.unless(Files.exists(Path.of("/proc/self/mountinfo")), "no /proc here");

        assertThat(storage.mount("/proc/self").orElseThrow())
                .returns("proc", MountFacts::fileSystemType)
                .returns("/proc", MountFacts::point);
        assertThat(storage.mount("/proc/no such thing").map(MountFacts::point)).contains("/proc");
        Skip.unless(Files.isWritable(Machine.MEMORY), "no writable " + Machine.MEMORY);
        MountFacts memory = storage.mount(Machine.MEMORY.toString()).orElseThrow();
        long type = storage.fileSystem(Machine.MEMORY.toString()).type();
        assertThat(FileSystemKind.of(type, Optional.of(memory)).name())
                .isEqualTo(memory.fileSystemType());
    }
}
