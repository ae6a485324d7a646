package dev.spindle.audio;

import dev.spindle.audio.track.Samples;
import dev.spindle.audio.track.TrackDamagedException;
import dev.spindle.audio.track.TrackReader;
import dev.spindle.os.OsException;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.record.AlbumRecord;
import dev.spindle.rip.verify.HashCheck;
import dev.spindle.rip.verify.KnownHash;
import dev.spindle.rip.verify.VerifyReport;
import dev.spindle.rip.verify.VerifyReport.Outcome;
import dev.spindle.rip.verify.VerifyText;
import dev.spindle.rip.verify.VerifyWork;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the tracks of an album back and compares them with what was ripped. */
final class AlbumReading implements VerifyWork {
    private final String folder;
    private final AlbumRecord album;
    private final StopToken stop;
    private final TrackReader reader;
    private final AudioServices services;
    private final AtomicLong readBytes = new AtomicLong();

    /**
     * @param folder absolute path, where its tracks lie
     */
    AlbumReading(AudioServices services, String folder, AlbumRecord album, StopToken stop) {
        this.services = services;
        this.folder = folder;
        this.album = album;
        this.stop = stop;
        this.reader = new TrackReader(services.storage(), services.programs(), this::hasRead);
    }

    private void hasRead(long bytes) {
        readBytes.addAndGet(bytes);
        StoppedException.check(stop);
    }

    @Override
    public long readBytes() {
        return readBytes.get();
    }

    @Override
    public long totalBytes() {
        return album.tracks().stream().mapToLong(t -> t.samples() * Samples.BYTES).sum();
    }

    @Override
    public VerifyReport stopped() {
        return report(
                Outcome.STOPPED,
                "Stopped before all of " + folder + " was read: it was not compared.",
                OptionalLong.empty(),
                List.of());
    }

    @Override
    public void abandon() {
        reader.abandon();
    }

    @Override
    public VerifyReport run(RoleWorker.Lease lease) throws IOException {
        try {
            return compared(lease);
        } catch (StoppedException stopped) {
            return stopped();
        } catch (OsException problem) {
            return report(
                    Outcome.UNREADABLE,
                    folder
                            + " can't be read back: "
                            + problem.getMessage()
                            + "."
                            + VerifyText.KEEP_THE_DISC,
                    OptionalLong.empty(),
                    List.of());
        }
    }

    private VerifyReport compared(RoleWorker.Lease lease) throws IOException {
        var checks = new ArrayList<HashCheck>();
        var wrong = new ArrayList<String>();
        OptionalLong fromMemory = OptionalLong.of(0);
        for (AlbumRecord.TrackFile track : album.tracks()) {
            String found = "";
            if (services.storage().lookUp(path(track)).isPresent()) {
                var content = read(track, lease);
                found = content.samples() == track.samples() ? hex(content.crc32()) : "";
                fromMemory = sum(fromMemory, content.fromMemoryBytes());
            }
            String known = hex(track.crc32());
            checks.add(
                    new HashCheck(new KnownHash(HashAlgorithm.CRC32, known, track.file()), found));
            if (!known.equals(found)) {
                wrong.add(track.file());
            }
        }
        return report(wrong, fromMemory, checks);
    }

    /** Of one that can't be decoded no sample is what it was. */
    private TrackReader.Content read(AlbumRecord.TrackFile track, RoleWorker.Lease lease)
            throws IOException {
        var format =
                album.format().equals(MusicWishes.Format.WAV.text())
                        ? MusicWishes.Format.WAV
                        : MusicWishes.Format.FLAC;
        try {
            return reader.read(path(track), format, lease);
        } catch (TrackDamagedException damaged) {
            StoppedException.check(stop);
            return new TrackReader.Content(0, -1, OptionalLong.of(0));
        }
    }

    private static OptionalLong sum(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(one.getAsLong() + other.getAsLong())
                : OptionalLong.empty();
    }

    private VerifyReport report(
            List<String> wrong, OptionalLong fromMemory, List<HashCheck> checks) {
        int all = album.tracks().size();
        String text =
                wrong.isEmpty()
                        ? folder + " is what was ripped: all of its " + all + " tracks agree."
                        : folder
                                + " is not what was ripped: "
                                + wrong.size()
                                + " of "
                                + all
                                + " tracks are missing or hold something else ("
                                + String.join(", ", wrong)
                                + ")."
                                + VerifyText.KEEP_THE_DISC;
        return report(
                wrong.isEmpty() ? Outcome.EQUAL : Outcome.DIFFERENT,
                text + VerifyText.memory(totalBytes(), fromMemory),
                fromMemory,
                checks);
    }

    private VerifyReport report(
            Outcome outcome, String text, OptionalLong fromMemory, List<HashCheck> checks) {
        return new VerifyReport(outcome, text, folder, totalBytes(), fromMemory, checks);
    }

    private String path(AlbumRecord.TrackFile track) {
        return folder + "/" + track.file();
    }

    private static String hex(long crc32) {
        return String.format(Locale.ROOT, "%08x", crc32);
    }
}
