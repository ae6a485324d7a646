package dev.spindle.os.script;

import static dev.spindle.os.script.StorageWorld.FILE;
import static dev.spindle.os.script.StorageWorld.MIB;
import static dev.spindle.os.script.StorageWorld.assertFails;
import static dev.spindle.os.script.StorageWorld.bytes;
import static dev.spindle.os.script.StorageWorld.filled;
import static dev.spindle.os.script.StorageWorld.range;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage.How;
import dev.spindle.os.StorageFile;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What becomes of writes past the cache that fail, or that a power cut meets. */
@Tag("unit")
final class DirectErrorTest {
    private static final int PIECE = 65536;

    private final StorageWorld world = new StorageWorld();
    private final ScriptedStorage storage = world.storage;

    /** A file of one durable MiB of ones. */
    private StorageFile direct() throws OsException {
        storage.insight().file(FILE, bytes(1, MIB));
        return storage.open(FILE, How.DIRECT);
    }

    @Test
    void anErrorIsThatOfTheVeryWrite() throws Exception {
        StorageFile file = direct();
        StorageFile other = storage.open(FILE, How.READ_WRITE);
        storage.device().failWrites(FILE, 1, Errno.EIO);

        assertFails(Errno.EIO, () -> file.write(filled(2, MIB), 0));
        file.syncData();
        other.syncData();
        other.writeBackAndWait(range(0, MIB));
        assertThat(storage.insight().content(FILE))
                .as("the piece that failed keeps the old bytes")
                .startsWith(bytes(1, PIECE))
                .endsWith(bytes(2, MIB - PIECE));
        file.write(filled(2, MIB), 0);
        assertThat(storage.insight().content(FILE)).isEqualTo(bytes(2, MIB));
    }

    @Test
    void aFullDeviceSaysSo() throws Exception {
        StorageFile file = direct();
        storage.device().fullFrom(PIECE);
        assertFails(Errno.ENOSPC, () -> file.write(filled(2, MIB), 0));
    }

    /** Unlike a write through the cache, it leaves no page that hides the next one. */
    @Test
    void isHealedInNewBlocksByWritingTheBytesAgain() throws Exception {
        storage.insight().file("/out/new", new byte[0]);
        StorageFile file = storage.open("/out/new", How.DIRECT);
        storage.device().failWrites("/out/new", 1, Errno.EIO);
        assertFails(Errno.EIO, () -> file.write(filled(2, MIB), 0));
        assertThat(file.facts().sizeBytes()).as("the file grows with success only").isZero();
        file.truncate(MIB);
        assertThat(storage.insight().content("/out/new")).isEqualTo(bytes(0, MIB));

        file.write(filled(2, MIB), 0);
        file.syncData();
        assertThat(storage.insight().durableContent("/out/new")).isEqualTo(bytes(2, MIB));
    }

    /** Blocks that stay unwritten after a failed writeback are written by a direct write. */
    @Test
    void healsNewBlocksThatWritebackFailedOn() throws Exception {
        StorageFile buffered = storage.open("/out/new", How.CREATE);
        buffered.write(filled(2, MIB), 0);
        storage.device().failWrites("/out/new", 1, Errno.EIO);
        assertFails(Errno.EIO, buffered::syncData);

        StorageFile file = storage.open("/out/new", How.DIRECT);
        file.write(filled(3, PIECE), 0);
        buffered.write(filled(4, 4096), 0);
        buffered.syncData();
        buffered.dropCache(range(0, MIB));
        assertThat(storage.insight().content("/out/new"))
                .startsWith(bytes(4, 4096))
                .endsWith(bytes(2, MIB - PIECE))
                .containsSequence(bytes(3, PIECE - 4096));
    }

    @Test
    void aPowerCutMayTakeWhatWasNotFlushed() throws Exception {
        StorageFile file = direct();
        file.write(filled(2, MIB), 0);
        assertThat(storage.crashCopy().insight().content(FILE)).isEqualTo(bytes(1, MIB));
        assertThat(changedPages()).contains(0L, 256L).hasSizeGreaterThan(3);

        file.syncData();
        assertThat(changedPages()).containsExactly(256L);
    }

    @Test
    void aPowerCutAmidAWriteNeverLeavesWhatTheDeviceDidNotGet() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = direct();
        assertThat(
                        world.endsWithin(
                                Duration.ofMillis(500),
                                () -> file.write(filled(2, 2 * MIB), MIB / 2)))
                .isFalse();

        assertThat(changedPages()).contains(0L).allMatch(pages -> pages <= 128);
        assertThat(storage.crashCopy(3).insight().content(FILE)).hasSize(MIB);
    }

    /** How many pages of twos a hundred power cuts would leave. */
    private Set<Long> changedPages() {
        return LongStream.range(0, 100)
                .mapToObj(seed -> storage.crashCopy(seed).insight().content(FILE))
                .map(content -> {
                    long changed = 0;
                    for (int at = 0; at < content.length; at += 4096) {
                        assertThat(content[at]).isIn((byte) 1, (byte) 2);
                        changed += content[at] - 1;
                    }
                    return changed;
                })
                .collect(Collectors.toSet());
    }

    @Test
    void aKilledProcessLeavesItsWriteToTheDevice() throws Throwable {
        storage.device().rate(MIB);
        StorageFile file = direct();
        assertThat(world.endsWithin(Duration.ofMillis(500), () -> file.write(filled(2, MIB), MIB)))
                .isFalse();

        ScriptedStorage next = storage.processDied();
        assertThat(next.insight().content(FILE)).hasSize(MIB);
        world.sleep(Duration.ofMillis(501));
        assertThat(next.insight().content(FILE)).hasSize(2 * MIB).endsWith(bytes(2, MIB));
    }
}
