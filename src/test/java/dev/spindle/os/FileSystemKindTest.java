package dev.spindle.os;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind.Family;
import dev.spindle.os.FileSystemKind.Writeback;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

@Tag("unit")
class FileSystemKindTest {
    private static final long FUSE = 0x65735546L;
    private static final long UNKNOWN = 0x12345678L;

    @ParameterizedTest
    @CsvSource({
        "0xEF53,     ext4,      LOCAL,   RANGES",
        "0x58465342, XFS,       LOCAL,   RANGES",
        "0x9123683E, btrfs,     LOCAL,   RANGES",
        "0xCA451A4E, bcachefs,  LOCAL,   RANGES",
        "0xF2F52010, F2FS,      LOCAL,   RANGES",
        "0x4D44,     FAT,       LOCAL,   RANGES",
        "0x2011BAB0, exFAT,     LOCAL,   RANGES",
        "0x7366746E, NTFS,      LOCAL,   RANGES",
        "0x482B,     HFS+,      LOCAL,   RANGES",
        "0x3153464A, JFS,       LOCAL,   RANGES",
        "0x3434,     NILFS2,    LOCAL,   RANGES",
        "0x62646576, block device, LOCAL, RANGES",
        "0x2FC12FC1, ZFS,       LOCAL,   SYNC_ONLY",
        "0x794C7630, overlayfs, LOCAL,   SYNC_ONLY",
        "0xF15F,     eCryptfs,  LOCAL,   SYNC_ONLY",
        "0x5346544E, NTFS,      LOCAL,   SYNC_ONLY",
        "0x15013346, UDF,       LOCAL,   SYNC_ONLY",
        "0x6969,     NFS,       NFS,     SYNC_ONLY",
        "0xFE534D42, SMB,       NETWORK, SYNC_ONLY",
        "0xFF534D42, CIFS,      NETWORK, SYNC_ONLY",
        "0x517B,     SMB,       NETWORK, SYNC_ONLY",
        "0x00C36400, Ceph,      NETWORK, SYNC_ONLY",
        "0x5346414F, AFS,       NETWORK, SYNC_ONLY",
        "0x6B414653, AFS,       NETWORK, SYNC_ONLY",
        "0x73757245, Coda,      NETWORK, SYNC_ONLY",
        "0x01021997, 9P,        NETWORK, SYNC_ONLY",
        "0x786F4256, vboxsf,    NETWORK, SYNC_ONLY",
        "0x0BD00BD0, Lustre,    NETWORK, SYNC_ONLY",
        "0x7461636F, OCFS2,     NETWORK, SYNC_ONLY",
        "0x01161970, GFS2,      NETWORK, SYNC_ONLY",
        "0x65735546, FUSE,      FUSE,    SYNC_ONLY",
        "0x01021994, tmpfs,     MEMORY,  NONE",
        "0x858458F6, ramfs,     MEMORY,  NONE"
    })
    void theTable(String type, String name, Family family, Writeback writeback) {
        FileSystemKind kind = FileSystemKind.ofType(Long.decode(type));

        assertThat(kind.name()).isEqualTo(name);
        assertThat(kind.family()).isEqualTo(family);
        assertThat(kind.writeback()).isEqualTo(writeback);
        assertThat(kind.isReadOnly()).isFalse();
        assertThat(kind.isKnown()).isTrue();
        assertThat(kind.maxFileBytes())
                .isEqualTo(name.equals("FAT") ? 0xFFFF_FFFFL : Long.MAX_VALUE);
    }

    @ParameterizedTest
    @CsvSource({"0x9660, ISO 9660", "0x73717368, squashfs", "0xE0F5E1E2, EROFS"})
    void whatCanOnlyBeRead(String type, String name) {
        FileSystemKind kind = FileSystemKind.ofType(Long.decode(type));

        assertThat(kind.name()).isEqualTo(name);
        assertThat(kind.isReadOnly()).isTrue();
        assertThat(kind.isKnown()).isTrue();
    }

    @Test
    void theTypeHas32Bits() {
        assertThat(FileSystemKind.ofType(0xFFFF_FFFF_9123_683EL).name()).isEqualTo("btrfs");
    }

    @Test
    void unknownKindsGetTheSafeWay() {
        FileSystemKind kind = FileSystemKind.ofType(UNKNOWN);

        assertThat(kind.name()).isEqualTo("unknown (0x12345678)");
        assertThat(kind.writeback()).isEqualTo(Writeback.SYNC_ONLY);
        assertThat(kind.isKnown()).isFalse();
        assertThat(kind.isReadOnly()).isFalse();
        assertThat(FileSystemKind.of(UNKNOWN, mount("orangefs", "tcp://a:3334/o", "rw")).name())
                .isEqualTo("orangefs, unknown (0x12345678)");
    }

    @ParameterizedTest
    @CsvSource({
        "0xEF53,     ext3,           '',               ext3",
        "0xEF53,     ext4,           '',               ext4",
        "0x65735546, fuse.sshfs,     '',               FUSE (sshfs)",
        "0x65735546, fuse.rclone,    '',               FUSE (rclone)",
        "0x65735546, fuseblk,        '',               NTFS (ntfs-3g)",
        "0x65735546, fuseblk.exfat,  '',               FUSE (exfat)",
        "0x65735546, fuse,           '',               FUSE",
        "0x65735546, fuse.,          '',               FUSE",
        "0x65735546, virtiofs,       '',               virtiofs",
        "0x6969,     nfs4,           vers=4.2,         NFS 4.2",
        "0x6969,     nfs,            vers=3,           NFS 3",
        "0x6969,     nfs4,           proto=tcp,        NFS",
        "0xFE534D42, cifs,           vers=3.1.1,       SMB 3.1.1",
        "0xFF534D42, cifs,           vers=1.0,         SMB 1.0",
        "0xFE534D42, cifs,           vers=default what, SMB",
        "0x9123683E, btrfs,          space_cache=v2,   btrfs",
        "0x794C7630, overlay,        upperdir=/u,      overlayfs"
    })
    void theMountMakesTheNameExact(String type, String mounted, String option, String name) {
        long magic = Long.decode(type);
        FileSystemKind kind = FileSystemKind.of(magic, mount(mounted, "source", "rw", option));

        assertThat(kind.name()).isEqualTo(name);
        assertThat(kind)
                .usingRecursiveComparison()
                .ignoringFields("name")
                .isEqualTo(FileSystemKind.ofType(magic));
        assertThat(FileSystemKind.of(magic, Optional.empty()))
                .isEqualTo(FileSystemKind.ofType(magic));
    }

    @Test
    void anOverlayNamesWhatTakesItsWrites() {
        var overlay =
                new MountFacts(
                        "overlay", "overlay", List.of("upperdir=/d/u"), "/m", Optional.of("xfs"));

        assertThat(FileSystemKind.of(0x794C7630L, Optional.of(overlay)).name())
                .isEqualTo("overlayfs over xfs");
    }

    @Test
    void optionsOfAMount() {
        MountFacts facts = mount("nfs4", "s:/a", "rw", "vers=4.2", "addr=::1", "vers=3").get();

        assertThat(facts.option("vers")).contains("4.2");
        assertThat(facts.option("addr")).contains("::1");
        assertThat(facts.option("rw")).isEmpty();
        assertThat(FileSystemKind.of(FUSE, Optional.of(facts)).family()).isEqualTo(Family.FUSE);
    }

    private static Optional<MountFacts> mount(String type, String source, String... options) {
        return Optional.of(
                new MountFacts(type, source, Arrays.asList(options), "/m", Optional.empty()));
    }
}
