package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.MIB;
import static dev.spindle.writeback.WritebackRig.underSeed;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.script.CallKind;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/** Each log line of the founding system. */
@Tag("unit")
final class ClassicLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("spindle.writeback");
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.TRACE);
        logger.setAdditive(false);
        appender.start();
        logger.addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(appender);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private List<String> lines(Level level) {
        return appender.list.stream()
                .filter(event -> event.getLevel().equals(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void saysAtOpenWhatItWillDo() {
        underSeed(1, rig -> rig.openFixed(8));
        assertThat(lines(Level.INFO))
                .containsExactly("writeback opened: controller fixed, chunk 8 MiB, wait+dontneed");
    }

    @Test
    void saysAtOpenThatNfsIsNotWaitedFor() {
        underSeed(
                1,
                rig -> {
                    rig.storage.volume().type(FileSystemKind.NFS_MAGIC);
                    rig.openP95(32L * MIB);
                });
        assertThat(lines(Level.INFO))
                .containsExactly("writeback opened: controller p95, chunk 32 MiB, nfs-skip-wait");
    }

    @Test
    void tracesEachChunk() {
        underSeed(
                1,
                rig -> {
                    rig.storage.cost(CallKind.AWAIT, Duration.ofNanos(70_900_000));
                    rig.storage.cost(CallKind.DROP, Duration.ofNanos(3_900_000));
                    rig.openFixed(8);
                    rig.writeMib(0, 16);
                });
        assertThat(lines(Level.TRACE))
                .containsExactly(
                        "chunk: offset 0, length 8388608, wait 0 ms, evict 0 ms, chunk size"
                                + " 8388608, skip true",
                        "chunk: offset 8388608, length 8388608, wait 70 ms, evict 3 ms, chunk"
                                + " size 8388608, skip false");
    }

    @Test
    void tellsItsStateEvery32Chunks() {
        underSeed(
                1,
                rig -> {
                    rig.openFixed(1);
                    rig.writeMib(0, 31);
                    assertThat(lines(Level.DEBUG)).isEmpty();
                    rig.writeMib(31, 65);
                });
        assertThat(lines(Level.DEBUG))
                .containsExactly(
                        "writeback state: chunk size 1048576, chunks 32, nfs false, degraded"
                                + " false",
                        "writeback state: chunk size 1048576, chunks 64, nfs false, degraded"
                                + " false");
    }

    @Test
    void tellsEachChangeOfSize() {
        underSeed(
                1,
                rig -> {
                    rig.storage.cost(CallKind.AWAIT, Duration.ofMillis(300));
                    rig.openP95(MIB);
                    rig.writeMib(0, 20);
                });
        assertThat(lines(Level.INFO))
                .containsExactly(
                        "writeback opened: controller p95, chunk 1 MiB, wait+dontneed",
                        "chunk size changed: 1 MiB to 2 MiB, p95 wait 300 ms",
                        "chunk size changed: 2 MiB to 4 MiB, p95 wait 300 ms");
    }

    @Test
    void tellsOfTheEnd() {
        underSeed(
                1,
                rig -> {
                    rig.openFixed(4);
                    rig.writeMib(0, 8);
                    rig.finish();
                    rig.finish();
                });
        assertThat(lines(Level.DEBUG))
                .containsExactly(
                        "writeback finalize: pending 4194304+4194304, waiting for it",
                        "writeback finalize: pending none, nothing to wait for");
    }

    @Test
    void warnsWhereTheFileSystemCannotBeAskedAndTreatsItAsLocal() {
        underSeed(
                1,
                rig -> {
                    rig.storage.volume().type(FileSystemKind.NFS_MAGIC);
                    rig.storage.fail(CallKind.FSTATFS, 1, Errno.EIO);
                    rig.openFixed(4);
                    rig.writeMib(0, 8);
                    assertThat(rig.storage.trace(CallKind.AWAIT)).hasSize(1);
                });
        assertThat(lines(Level.WARN))
                .singleElement()
                .asString()
                .startsWith("fstatfs failed, the destination is treated as local: ");
        assertThat(lines(Level.INFO)).singleElement().asString().endsWith("wait+dontneed");
    }

    @Test
    void reportsTheLimitAsAnError() {
        underSeed(
                1,
                rig -> {
                    rig.storage.hang(CallKind.AWAIT, 1, Duration.ofSeconds(31));
                    rig.openFixed(4);
                    rig.writeMib(0, 12);
                });
        assertThat(lines(Level.ERROR))
                .containsExactly(
                        "writeback degraded: the chunk at offset 0, length 4194304, was not"
                                + " confirmed within 30 s; this file is written without waiting"
                                + " from now on");
        assertThat(lines(Level.TRACE))
                .element(1)
                .asString()
                .contains("wait 30000 ms, evict 0 ms")
                .endsWith("skip true");
    }

    @Test
    void reportsALostWriteAsAnError() {
        underSeed(
                1,
                rig -> {
                    rig.storage.fail(CallKind.AWAIT, 1, Errno.EIO);
                    rig.openFixed(4);
                    rig.writeMib(0, 8);
                });
        assertThat(lines(Level.ERROR))
                .singleElement()
                .asString()
                .startsWith("the storage lost a write: ");
    }

    @Test
    void warnsOnceOfACallThatIsMissing() {
        underSeed(
                1,
                rig -> {
                    rig.storage.on(CallKind.KICK).fail(Errno.ENOSYS);
                    rig.openFixed(4);
                    rig.writeMib(0, 16);
                });
        assertThat(lines(Level.WARN))
                .singleElement()
                .asString()
                .startsWith("this file system can't write back ranges: ");
        assertThat(lines(Level.TRACE)).hasSize(4).allMatch(line -> line.endsWith("skip true"));
    }

    @Test
    void warnsOfAnEvictionThatFailed() {
        underSeed(
                1,
                rig -> {
                    rig.storage.fail(CallKind.DROP, 1, Errno.EIO);
                    rig.openFixed(4);
                    rig.writeMib(0, 8);
                });
        assertThat(lines(Level.WARN))
                .singleElement()
                .asString()
                .startsWith("the chunk at offset 0 stays in the page cache: ");
    }
}
