package dev.spindle.rip.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rescue.Effort;
import dev.spindle.rescue.ReadCommand;
import dev.spindle.rescue.ReadPlan;
import dev.spindle.rescue.RescueMap;
import dev.spindle.rescue.SectorStatus;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.run.Gate;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Ring, slots, hashes and the map under way. */
@Tag("unit")
final class StreamUnitsTest {
    private static final int MIB = 1 << 20;
    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));

    private static Slot filled(Ring ring, long position, int bytes) {
        Slot slot = ring.tryTake().orElseThrow();
        slot.startAt(position);
        slot.filled(bytes);
        return slot;
    }

    @Test
    void aSlotEndsAtAWholeMebibyteOfTheImage() {
        var slot = new Slot(Slot.BYTES);
        slot.startAt(3L * MIB - 4096);
        assertThat(slot.continuesAt(3L * MIB - 4096, 4096)).isTrue();
        assertThat(slot.continuesAt(3L * MIB - 4096, 4097)).isFalse();
        slot.filled(2048);
        assertThat(slot.continuesAt(3L * MIB - 4096, 2048)).isFalse();
        assertThat(slot.continuesAt(3L * MIB - 2048, 2048)).isTrue();
        assertThat(slot.holds(Slot.BYTES)).isFalse();
        slot.filled(2048);
        assertThat(slot.holds(Slot.BYTES)).isTrue();
        assertThat(slot.range()).isEqualTo(ByteRange.at(3L * MIB - 4096, 4096));
        assertThat(slot.content().remaining()).isEqualTo(4096);
    }

    @Test
    void aSlotIsHandedOnEarlyOnlyAtTheEndOfAPage() {
        var slot = new Slot(Slot.BYTES);
        slot.startAt(8192);
        slot.filled(4096 + 2048);
        assertThat(slot.holds(4096)).as("the next one would begin within a page").isFalse();
        slot.filled(2048);
        assertThat(slot.holds(4096)).isTrue();
        assertThat(slot.holds(16384)).isFalse();
    }

    /** A quarter of each is filled: four times as many must not be forgotten for that. */
    @Test
    void whatIsHandedOnHalfEmptyIsKeptAsLongAsWholeBuffers() {
        var ring = new Ring(baton, 8L * MIB, 4L * MIB, false);
        for (int i = 0; i < 24; i++) {
            ring.publish(filled(ring, (long) i * MIB / 4, MIB / 4));
            ring.written(ring.nextToWrite(StopToken.never(), MIB));
        }
        var again = ring.writeAgain(RangeSet.of(ByteRange.at(0, 6L * MIB)));
        assertThat(again).isEqualTo(RangeSet.of(ByteRange.at(2L * MIB, 4L * MIB)));
        Slot first = ring.nextToWrite(StopToken.never(), MIB).getFirst();
        assertThat(first.range()).isEqualTo(ByteRange.at(2L * MIB, MIB));
    }

    /** The storage lost the middle; what was confirmed before, and what came after, stays. */
    @Test
    void ofABufferThatWasPutTogetherOnlyWhatIsLostIsWrittenAgain() {
        var ring = new Ring(baton, 8L * MIB, 4L * MIB, false);
        for (int i = 0; i < 4; i++) {
            Slot slot = filled(ring, (long) i * MIB / 4, MIB / 4);
            slot.target().put(slot.target().position() - 1, (byte) (i + 1));
            ring.publish(slot);
            ring.written(ring.nextToWrite(StopToken.never(), MIB));
        }
        var lost = RangeSet.of(ByteRange.at(MIB / 4, MIB / 2));
        assertThat(ring.writeAgain(lost)).isEqualTo(lost);
        Slot again = ring.nextToWrite(StopToken.never(), MIB).getFirst();
        assertThat(again.range()).isEqualTo(ByteRange.at(MIB / 4, MIB / 2));
        var content = again.content();
        assertThat(content.get(content.position() + MIB / 4 - 1)).isEqualTo((byte) 2);
        assertThat(content.get(content.limit() - 1)).isEqualTo((byte) 3);
        assertThat(ring.writeAgain(RangeSet.of(ByteRange.at(0, MIB / 4))))
                .isEqualTo(RangeSet.of(ByteRange.at(0, MIB / 4)));
    }

    @Test
    void theRingGivesOutSoManyBuffersAndTheLastFreedFirst() {
        var ring = new Ring(baton, 5L * MIB, 0, false);
        for (int i = 0; i < 5; i++) {
            ring.publish(filled(ring, (long) i * MIB, 2048));
        }
        assertThat(ring.tryTake()).isEmpty();
        assertThat(ring.fill()).isEqualTo(1);
        assertThat(ring.backlogBytes()).isEqualTo(5 * 2048);
        Slot first = ring.nextToWrite(StopToken.never(), MIB).getFirst();
        assertThat(first.positionBytes()).isZero();
        ring.written(List.of(first));
        assertThat(ring.tryTake()).contains(first);
        ring.giveBack(first);
    }

    @Test
    void aBufferIsFreeOnceWriterAndHasherHaveIt() {
        var ring = new Ring(baton, 4L * MIB, 0, true);
        ring.publish(filled(ring, 0, 2048));
        Slot slot = ring.nextToHash(StopToken.never()).orElseThrow();
        ring.hashed(slot);
        assertThat(ring.fill()).isEqualTo(0.25);
        ring.written(ring.nextToWrite(StopToken.never(), MIB));
        assertThat(ring.fill()).isZero();
    }

    @Test
    void whatIsNotConfirmedIsKeptAndWrittenAgain() {
        var ring = new Ring(baton, 4L * MIB, 2L * MIB, false);
        var buffers = Collections.newSetFromMap(new IdentityHashMap<Slot, Boolean>());
        for (int i = 0; i < 3; i++) {
            ring.publish(filled(ring, (long) i * MIB, 2048));
            Slot written = ring.nextToWrite(StopToken.never(), MIB).getFirst();
            buffers.add(written);
            ring.written(List.of(written));
        }
        assertThat(ring.fill()).as("what is kept takes no room from the reader").isZero();
        var lost = RangeSet.of(new ByteRange(0, 4L * MIB));
        var again = ring.writeAgain(lost);
        assertThat(again)
                .as("the oldest of three had to go")
                .isEqualTo(RangeSet.of(ByteRange.at(MIB, 2048), ByteRange.at(2L * MIB, 2048)));
        assertThat(ring.backlogBytes()).isEqualTo(2 * 2048);
        Slot slot = ring.nextToWrite(StopToken.never(), MIB).getFirst();
        assertThat(slot.range()).isEqualTo(ByteRange.at(MIB, 2048));
        assertThat(buffers).hasSize(3).contains(slot);
        ring.written(List.of(slot));
    }

    /** Written again it could hide what was read in its place meanwhile. */
    @Test
    void aFillIsNotKept() {
        var ring = new Ring(baton, 4L * MIB, 4L * MIB, false);
        Slot fill = filled(ring, 0, 2048);
        fill.markFill();
        ring.publish(fill);
        ring.written(ring.nextToWrite(StopToken.never(), MIB));
        assertThat(ring.writeAgain(RangeSet.of(new ByteRange(0, MIB))).isEmpty()).isTrue();
        assertThat(filled(ring, 0, 2048)).isSameAs(fill);
        assertThat(fill.isFill()).as("its buffer holds content now").isFalse();
    }

    @Test
    void fillsThatNobodyWaitsForAreDropped() {
        var ring = new Ring(baton, 4L * MIB, 0, true);
        ring.publish(filled(ring, 0, 2048));
        Slot fill = filled(ring, MIB, 4096);
        fill.markFill();
        ring.publish(fill);
        ring.dropFills();
        ring.dropFills();
        assertThat(ring.backlogBytes()).isEqualTo(2048);
        Slot content = ring.nextToWrite(StopToken.never(), MIB).getFirst();
        assertThat(content.positionBytes()).isZero();
        assertThat(ring.hasDataToWrite()).isFalse();
        ring.written(List.of(content));
        ring.hashed(ring.nextToHash(StopToken.never()).orElseThrow());
        ring.hashed(ring.nextToHash(StopToken.never()).orElseThrow());
        assertThat(ring.fill()).isZero();
    }

    /** What is durable there is the pattern, until the writer has put content over it. */
    @Test
    void whereAFillLiesIsKnownUntilItIsWrittenOver() {
        var ring = new Ring(baton, 4L * MIB, 0, false);
        var ranges = new FilledRanges(baton);
        Slot fill = filled(ring, 0, 6144);
        fill.markFill();
        ranges.writeBegins(fill);
        ranges.written(fill);
        Slot content = filled(ring, 2048, 2048);
        ranges.writeBegins(content);
        assertThat(ranges.now()).isEqualTo(RangeSet.of(new ByteRange(0, 6144)));
        ranges.written(content);
        assertThat(ranges.now())
                .isEqualTo(RangeSet.of(new ByteRange(0, 2048), new ByteRange(4096, 6144)));
    }

    /** Seed 3000 of the simulation: what is written again made a full ring more than full. */
    @Test
    void aRingIsNeverMoreThanFull() {
        var ring = new Ring(baton, 4L * MIB, 4L * MIB, false);
        ring.publish(filled(ring, 0, 2048));
        ring.written(ring.nextToWrite(StopToken.never(), MIB));
        for (int i = 1; i <= 4; i++) {
            ring.publish(filled(ring, (long) i * MIB, 2048));
        }
        assertThat(ring.writeAgain(RangeSet.of(ByteRange.at(0, 2048))).isEmpty()).isFalse();
        assertThat(ring.fill()).isEqualTo(1);
        assertThat(ring.tryTake()).isEmpty();
    }

    @Test
    void whatIsConfirmedIsNotKept() {
        var ring = new Ring(baton, 4L * MIB, 2L * MIB, false);
        ring.publish(filled(ring, 0, 2048));
        ring.written(ring.nextToWrite(StopToken.never(), MIB));
        ring.forget(_ -> false);
        ring.forget(_ -> true);
        assertThat(ring.writeAgain(RangeSet.of(new ByteRange(0, MIB))).isEmpty()).isTrue();
        assertThat(ring.hasDataToWrite()).isFalse();
    }

    @Test
    void aWriteIsRepeatedForHalfAMinuteUnlessItsErrorLasts() {
        var whole = Duration.ZERO;
        int attempt = 1;
        for (var pause = WriteRetry.pause(attempt, Errno.EIO, false);
                pause.isPresent();
                pause = WriteRetry.pause(attempt, Errno.EIO, false)) {
            assertThat(pause.get()).isBetween(Duration.ofMillis(200), Duration.ofMillis(3200));
            whole = whole.plus(pause.get());
            attempt++;
        }
        assertThat(whole).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(WriteRetry.pause(1, Errno.ENOSPC, true)).isEmpty();
        assertThat(WriteRetry.pause(1, Errno.EROFS, true)).isEmpty();
        assertThat(WriteRetry.pause(1, Errno.EBADF, false)).isEmpty();
        assertThat(WriteRetry.pause(1, Errno.EBADF, true)).isPresent();
    }

    @Test
    void aClosedRingGivesWhatIsLeftAndThenNothing() {
        var ring = new Ring(baton, 4L * MIB, 0, false);
        ring.publish(filled(ring, 0, 2048));
        ring.close();
        assertThat(ring.nextToWrite(StopToken.never(), MIB)).hasSize(1);
        assertThat(ring.nextToWrite(StopToken.never(), MIB)).isEmpty();
        ring.reopen();
        var stop = new StopToken();
        stop.stop();
        assertThat(ring.nextToWrite(stop, MIB)).isEmpty();
        assertThat(ring.awaitFree(stop)).isEqualTo(Gate.Outcome.MET);
    }

    @Test
    void hashesHoldForAWholeStreamInOrder() {
        var hashes = new StreamHashes(Set.of(HashAlgorithm.values()));
        hashes.take(0, text("ab"));
        hashes.take(2, text("c"));
        assertThat(hashes.isValidFor(3)).isTrue();
        assertThat(hashes.isValidFor(4)).isFalse();
        assertThat(hashes.hex())
                .containsEntry("crc32", "352441c2")
                .containsEntry("md5", "900150983cd24fb0d6963f7d28e17f72")
                .containsEntry("sha1", "a9993e364706816aba3e25717850c26c9cd0d89d")
                .containsEntry(
                        "sha256",
                        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void hashesDoNotHoldWhereBytesCameTwiceOrNotInOrder() {
        var twice = new StreamHashes(Set.of(HashAlgorithm.MD5));
        twice.take(0, text("abc"));
        twice.take(0, text("abc"));
        assertThat(twice.isValidFor(3)).isFalse();
        var gap = new StreamHashes(Set.of(HashAlgorithm.MD5));
        gap.take(1, text("bc"));
        assertThat(gap.isValidFor(3)).isFalse();
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void mark(MapKeeper maps, ByteRange range, boolean isGood) {
        int sectors = (int) (range.lengthBytes() / 2048);
        var command = new ReadCommand(range.startBytes() / 2048, sectors, ReadCommand.Pass.SWEEP);
        maps.mark(command, range, isGood, 1_000_000);
    }

    @Test
    void theMapClaimsWhatIsDurableOnly() {
        var maps =
                new MapKeeper(
                        baton, new RescueMap(10_240), new ReadPlan(2048, 32, Effort.retries(0)));
        mark(maps, new ByteRange(0, 6144), true);
        mark(maps, new ByteRange(6144, 8192), false);
        var claim = maps.claim(RangeSet.of(new ByteRange(0, 4096), new ByteRange(6144, 10_240)));
        assertThat(claim.map().with(SectorStatus.FINISHED))
                .isEqualTo(RangeSet.of(new ByteRange(0, 4096)));
        assertThat(claim.map().bytes(SectorStatus.BAD)).isEqualTo(2048);
        assertThat(claim.map().bytes(SectorStatus.NON_TRIED)).isEqualTo(4096);
        assertThat(maps.counts()).isEqualTo(new MapKeeper.Counts(6144, 2048, 2048, 6144));
    }

    @Test
    void whatIsLostIsReadAgainAndBadStaysBad() {
        var maps =
                new MapKeeper(
                        baton, new RescueMap(10_240), new ReadPlan(2048, 32, Effort.retries(0)));
        mark(maps, new ByteRange(0, 8192), true);
        mark(maps, new ByteRange(8192, 10_240), false);
        assertThat(maps.next()).isEmpty();
        maps.lost(RangeSet.of(new ByteRange(2048, 10_240)));
        assertThat(maps.counts()).isEqualTo(new MapKeeper.Counts(2048, 2048, 6144, 8192));
        var command = maps.next().orElseThrow();
        assertThat(command.lba()).isEqualTo(1);
        assertThat(command.sectors()).isEqualTo(3);
    }
}
