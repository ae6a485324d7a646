package dev.spindle.ui.library;

import dev.spindle.library.Habits.WhenFinished;
import dev.spindle.library.RipEntry;
import dev.spindle.library.Settings;
import dev.spindle.rescue.Effort;
import dev.spindle.rip.DriveWishes;
import dev.spindle.rip.Fill;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipRequest;
import dev.spindle.rip.RipRequest.ResumeMode;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Makes the request that goes on with a rip of the library, or begins it anew. Pure. */
final class ResumeRequests {
    /** As the command line has it. */
    private static final int RETRIES = 3;

    private ResumeRequests() {}

    static RipRequest of(RipEntry entry, ResumeMode mode, Settings settings) {
        var writing = settings.writingFor(entry.folder());
        return new RipRequest(
                entry.drive(),
                entry.folder(),
                Optional.of(entry.name()),
                writing.choice(),
                writing.ringBytes(),
                Set.of(HashAlgorithm.SHA256),
                Effort.retries(RETRIES),
                mode,
                false,
                Duration.ZERO,
                new DriveWishes(
                        Optional.empty(), settings.habits().whenFinished() == WhenFinished.EJECT),
                Optional.empty(),
                Fill.ZEROS,
                Optional.empty(),
                music(settings));
    }

    /** What was asked for when it began stands in its record; who may be asked, in the settings. */
    private static MusicWishes music(Settings settings) {
        var music = settings.music();
        return music.looksUp()
                ? MusicWishes.STANDARD.with(MusicServers.of(music.servers()))
                : MusicWishes.STANDARD;
    }
}
