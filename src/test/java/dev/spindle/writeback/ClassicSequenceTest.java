package dev.spindle.writeback;

import static dev.spindle.writeback.WritebackRig.FILE;
import static dev.spindle.writeback.WritebackRig.MIB;
import static dev.spindle.writeback.WritebackRig.await;
import static dev.spindle.writeback.WritebackRig.call;
import static dev.spindle.writeback.WritebackRig.drop;
import static dev.spindle.writeback.WritebackRig.kick;
import static dev.spindle.writeback.WritebackRig.mib;
import static dev.spindle.writeback.WritebackRig.underEachSeed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.TraceEntry;
import dev.spindle.range.ByteRange;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The calls of {@code classic} are those of the founding system, one by one. */
@Tag("unit")
final class ClassicSequenceTest {
    @Test
    void kicksEachChunkThenConfirmsAndDropsTheOneBefore() {
        underEachSeed(rig -> {
            rig.openFixed(8);
            rig.writeMib(0, 26);
            rig.finish();
            assertThat(rig.barrier()).isTrue();

            var expected = new ArrayList<>(List.of("OPEN", "FSTATFS"));
            for (long at = 0; at < 26; at++) {
                expected.add(call(CallKind.WRITE, at, at + 1));
                long end = at + 1;
                if (end % 8 == 0) {
                    expected.add(kick(end - 8, end));
                    if (end > 8) {
                        expected.add(await(end - 16, end - 8));
                        expected.add(drop(end - 16, end - 8));
                    }
                }
            }
            expected.addAll(List.of(await(16, 24), drop(16, 24), "SYNC_DATA"));
            assertThat(rig.storage.trace()).map(ClassicSequenceTest::text).isEqualTo(expected);
            assertThat(rig.confirmedChunks).containsExactly(mib(0, 8), mib(8, 16), mib(16, 24));
        });
    }

    private static String text(TraceEntry entry) {
        return switch (entry.kind()) {
            case OPEN, FSTATFS -> entry.kind().name();
            default -> WritebackRig.text(entry);
        };
    }

    @Test
    void makesAllItsCallsOnOneDescriptionAndByTheFlusher() {
        underEachSeed(rig -> {
            rig.openFixed(8);
            rig.writeMib(0, 20);
            rig.finish();
            assertThat(rig.storage.insight().openFiles()).containsExactly(FILE);
            assertThat(rig.storage.trace(CallKind.OPEN)).hasSize(1);
            assertThat(rig.storage.trace())
                    .filteredOn(entry -> rig.flushing().contains(WritebackRig.text(entry)))
                    .extracting(TraceEntry::role)
                    .containsOnly("flusher");
        });
    }

    @Test
    void finishingTwiceDoesNothingMore() {
        underEachSeed(rig -> {
            rig.openFixed(8);
            rig.writeMib(0, 8);
            rig.finish();
            rig.finish();
            assertThat(rig.flushing()).containsExactly(kick(0, 8), await(0, 8), drop(0, 8));
        });
    }

    @Test
    void leavesATailThatFillsNoChunkToTheFinalSync() {
        underEachSeed(rig -> {
            rig.openFixed(8);
            rig.writeMib(0, 7);
            rig.finish();
            assertThat(rig.flushing()).isEmpty();
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.ledger.durable().containsAll(mib(0, 7))).isTrue();
        });
    }

    @Test
    void aSeekFinalizesAndStartsAnewThere() {
        underEachSeed(rig -> {
            rig.openFixed(8);
            rig.writeMib(0, 10);
            rig.writeMib(100, 108);
            rig.finish();
            assertThat(rig.flushing())
                    .containsExactly(
                            kick(0, 8),
                            await(0, 8),
                            drop(0, 8),
                            kick(100, 108),
                            await(100, 108),
                            drop(100, 108));
        });
    }

    @Test
    void aResumedStreamStartsAtItsFirstByte() {
        underEachSeed(rig -> {
            rig.openFixed(8);
            rig.writeMib(50, 66);
            assertThat(rig.flushing())
                    .containsExactly(kick(50, 58), kick(58, 66), await(50, 58), drop(50, 58));
        });
    }

    @Test
    void aChunkIsWhatWasReallyWrittenWhereWritesMissTheBoundary() {
        underEachSeed(rig -> {
            rig.openFixed(8);
            int odd = MIB - 2048;
            for (long i = 0; i < 18; i++) {
                rig.write(i * odd, odd);
            }
            rig.finish();
            var first = ByteRange.at(0, 9L * odd);
            var second = ByteRange.at(9L * odd, 9L * odd);
            assertThat(rig.storage.trace(CallKind.KICK))
                    .extracting(TraceEntry::range)
                    .containsExactly(first, second);
            assertThat(rig.storage.trace(CallKind.AWAIT))
                    .extracting(TraceEntry::range)
                    .containsExactly(first, second);
            assertThat(rig.storage.trace(CallKind.DROP))
                    .extracting(TraceEntry::range)
                    .containsExactly(first, second);
        });
    }

    @Test
    void aShortWriteIsGoneOnWithBeforeTheChunkCounts() {
        underEachSeed(rig -> {
            rig.openFixed(1);
            rig.storage.on(CallKind.WRITE).nth(1).take(100);
            rig.writeMib(0, 1);
            assertThat(rig.storage.trace(CallKind.WRITE)).hasSize(2);
            assertThat(rig.flushing()).containsExactly(kick(0, 1));
            assertThat(rig.ledger.status().writtenBytes()).isEqualTo(MIB);
        });
    }

    @Test
    void onNfsItOnlyKicks() {
        underEachSeed(rig -> {
            rig.storage.volume().type(FileSystemKind.NFS_MAGIC);
            rig.openFixed(8);
            rig.writeMib(0, 26);
            rig.finish();
            assertThat(rig.flushing()).containsExactly(kick(0, 8), kick(8, 16), kick(16, 24));
            assertThat(rig.pipeline().status().reason()).isEqualTo("no waiting on NFS");
            assertThat(rig.pipeline().status().degraded()).isFalse();
            assertThat(rig.barrier()).isTrue();
        });
    }

    @Test
    void plainOnlyWrites() {
        underEachSeed(rig -> {
            rig.open(PolicyChoice.plain());
            rig.writeMib(0, 40);
            rig.writeMib(100, 102);
            rig.finish();
            assertThat(rig.barrier()).isTrue();
            assertThat(rig.flushing()).containsExactly("SYNC_DATA");
            assertThat(rig.storage.trace(CallKind.WRITE)).hasSize(42);
            assertThat(rig.pipeline().status())
                    .isEqualTo(new PolicyStatus("plain", "buffered", 0, 0, false, ""));
        });
    }
}
