package dev.spindle.audio;

import dev.spindle.audio.secure.Confirmation;
import dev.spindle.audio.secure.DriveEndedException;
import dev.spindle.audio.secure.ImageSectors;
import dev.spindle.audio.secure.SectorReads;
import dev.spindle.audio.secure.SecureReading;
import dev.spindle.audio.track.Edges;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.MediumFacts;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.Drive;
import dev.spindle.drive.ReadOutcome;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.DriveFailures;
import dev.spindle.rip.RipRequest;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Has the drive read the music once more, compares it with the image, and mends the image where two
 * readings agree on something else. For the encoder's thread.
 *
 * @param known sectors that need no second reading: other people have the same
 * @param stalls hears how long commands took
 * @param progress hears how many bytes were settled
 * @param alive hears of each command that has returned
 */
record SecondReading(
        AudioServices services,
        RipRequest request,
        RangeSet known,
        TrackStalls stalls,
        StopToken stop,
        LongConsumer progress,
        Runnable alive) {
    /**
     * What came of it.
     *
     * @param confirmation empty where there was nothing to confirm
     * @param edges what the read offset asks for beyond the disc
     */
    record Result(Optional<Confirmation> confirmation, Edges edges) {
        private static Result of(Confirmation confirmation) {
            return new Result(Optional.of(confirmation), Edges.NONE);
        }
    }

    /** The sectors that hold music and were read. */
    static RangeSet sectors(AudioImage image, RangeSet known) {
        var audio = image.plan().audio();
        var sectors = new RangeSet();
        for (Track track : audio.audioTracks()) {
            if (track.startLba() < track.endLba()) {
                sectors.add(new ByteRange(track.startLba(), track.endLba()));
            }
        }
        image.plan()
                .beforeTheFirst()
                .ifPresent(gap -> sectors.add(new ByteRange(0, audio.firstLba())));
        for (ByteRange unread : image.unread().ranges()) {
            sectors.remove(
                    new ByteRange(
                            unread.startBytes() / Drive.RAW_SECTOR_BYTES,
                            Math.ceilDiv(unread.endBytes(), Drive.RAW_SECTOR_BYTES)));
        }
        known.ranges().forEach(sectors::remove);
        return sectors;
    }

    /**
     * Reads.
     *
     * @return empty where there is nothing to confirm, as an image was ripped; a disc that can't be
     *     read again is no failure, its confirmation says why
     */
    Result run(AudioImage image, HeldImage held, RoleWorker.Lease lease) throws IOException {
        lease.enter(Activity.FILING);
        Drive opened;
        try {
            opened = services.images().open(request.drive());
        } catch (IOException gone) {
            return Result.of(Confirmation.none(sentence(gone)));
        }
        try (Drive drive = opened) {
            lease.check();
            if (drive.isExact()) {
                return new Result(Optional.empty(), Edges.NONE);
            }
            var refused = notReady(drive, image, lease);
            if (refused.isPresent()) {
                return Result.of(Confirmation.none(refused.get()));
            }
            var sectors = new MusicSectors(drive, image, held, lease, this);
            try {
                var confirmation = all(drive, image, sectors);
                lease.enter(Activity.READING);
                var edges = new BeyondTheDisc(drive, image, stop, alive).read();
                eject(drive, lease);
                return new Result(Optional.of(confirmation), edges);
            } finally {
                sectors.settle();
            }
        }
    }

    /** Why the disc can't be read now. */
    private Optional<String> notReady(Drive drive, AudioImage image, RoleWorker.Lease lease)
            throws IOException {
        lease.enter(Activity.READING);
        try {
            drive.awaitKnownDisc(stop);
        } catch (IOException gone) {
            StoppedException.check(stop);
            lease.check();
            return Optional.of(sentence(gone));
        }
        StoppedException.check(stop);
        return isSame(drive, image)
                ? Optional.empty()
                : Optional.of("another disc is in the drive");
    }

    private Confirmation all(Drive drive, AudioImage image, MusicSectors sectors)
            throws IOException {
        var confirmed = new RangeSet();
        var mended = new RangeSet();
        var doubtful = new RangeSet();
        var wanted = sectors(image, known);
        for (ByteRange music : rows(image, wanted)) {
            var reading =
                    new SecureReading(
                            sectors,
                            sectors,
                            music,
                            drive.sectorsPerRead(),
                            count -> progress.accept(count * Drive.RAW_SECTOR_BYTES));
            var said = reading.run(wanted.intersection(music), known.intersection(music));
            confirmed.addAll(said.confirmed());
            mended.addAll(said.mended());
            doubtful.addAll(said.doubtful());
            if (said.why().isPresent()) {
                return new Confirmation(confirmed, mended, doubtful, said.why());
            }
        }
        return new Confirmation(confirmed, mended, doubtful, Optional.empty());
    }

    /** Tracks that follow one another, whatever of them was read. */
    private static List<ByteRange> rows(AudioImage image, RangeSet wanted) {
        var rows = wanted.copy();
        var audio = image.plan().audio();
        for (Track track : audio.audioTracks()) {
            rows.add(new ByteRange(track.startLba(), track.endLba()));
        }
        return rows.ranges();
    }

    private static boolean isSame(Drive drive, AudioImage image) {
        Optional<DiscToc> there = MediumFacts.of(drive.medium()).toc();
        DiscToc ripped = image.plan().audio().toc();
        return there.filter(toc ->
                        toc.leadOutLba() == ripped.leadOutLba()
                                && starts(toc).equals(starts(ripped)))
                .isPresent();
    }

    private static List<Long> starts(DiscToc toc) {
        return toc.tracks().stream().map(Track::startLba).toList();
    }

    /** The engine left it in, since it was still needed. */
    private void eject(Drive drive, RoleWorker.Lease lease) throws IOException {
        if (request.wishes().eject()) {
            lease.enter(Activity.FILING);
            try {
                drive.eject();
            } catch (IOException stays) {
                lease.check();
            }
        }
    }

    private static String sentence(IOException problem) {
        return withoutStop(String.valueOf(problem.getMessage()));
    }

    private static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** The disc's sectors, and the image's. */
    private static final class MusicSectors implements SectorReads, ImageSectors {
        private final Drive drive;
        private final AudioImage image;
        private final HeldImage held;
        private final RoleWorker.Lease lease;
        private final SecondReading reading;
        private final ByteBuffer buffer;
        private final BitSet told = new BitSet();
        private final RangeSet suspects = new RangeSet();
        private boolean isMended;

        MusicSectors(
                Drive drive,
                AudioImage image,
                HeldImage held,
                RoleWorker.Lease lease,
                SecondReading reading) {
            this.drive = drive;
            this.image = image;
            this.reading = reading;
            this.held = held;
            this.lease = lease;
            int sectors = Math.max(64, drive.sectorsPerRead());
            this.buffer = ByteBuffer.allocateDirect(sectors * Drive.RAW_SECTOR_BYTES);
        }

        @Override
        public Optional<byte[]> read(long lba, int sectors) throws IOException {
            StoppedException.check(reading.stop);
            lease.enter(Activity.READING);
            told.clear();
            long start = reading.services.concurrency().nanoTime();
            ReadOutcome outcome =
                    drive.tellsErrors()
                            ? drive.readTold(lba, sectors, buffer.clear(), told)
                            : drive.read(lba, sectors, buffer.clear());
            suspects.remove(ByteRange.at(lba, sectors));
            told.stream().forEach(i -> suspects.add(ByteRange.at(lba + i, 1)));
            reading.stalls.command(start, sectors * Drive.RAW_SECTOR_BYTES, outcome);
            reading.alive.run();
            return switch (outcome) {
                case ReadOutcome.Good(int bytes) -> {
                    var content = new byte[sectors * Drive.RAW_SECTOR_BYTES];
                    buffer.get(0, content, 0, Math.min(bytes, content.length));
                    yield Optional.of(content);
                }
                case ReadOutcome.MediumError _, ReadOutcome.ShortTransfer _ -> Optional.empty();
                default ->
                        throw new DriveEndedException(withoutStop(DriveFailures.sentence(outcome)));
            };
        }

        @Override
        public boolean isSuspect(long lba) {
            return suspects.containsAll(ByteRange.at(lba, 1));
        }

        @Override
        public byte[] content(long lba, int sectors) throws IOException {
            return held.read(lba * Drive.RAW_SECTOR_BYTES, sectors * Drive.RAW_SECTOR_BYTES);
        }

        @Override
        public void mend(long lba, byte[] content) throws IOException {
            lease.enter(Activity.WRITING);
            if (!isMended) {
                held.forgetHashes(image.record());
                isMended = true;
            }
            held.write(lba * Drive.RAW_SECTOR_BYTES, content);
        }

        void settle() throws IOException {
            if (isMended && lease.isOpen()) {
                lease.enter(Activity.SYNCING);
                held.sync();
            }
        }
    }
}
