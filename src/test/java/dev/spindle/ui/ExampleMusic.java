package dev.spindle.ui;

import dev.spindle.disc.DiscDetails;
import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscSizes;
import dev.spindle.disc.toc.DiscToc;
import dev.spindle.disc.toc.Track;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MusicText;
import dev.spindle.drive.medium.TrackMusic;
import dev.spindle.rip.DriveReport;
import dev.spindle.rip.Release;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;
import dev.spindle.rip.TrackProgress;
import dev.spindle.rip.TrackProgress.Stage;
import dev.spindle.rip.record.AlbumWords;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** An audio CD as it is in real life. */
public final class ExampleMusic {
    private static final List<String> TITLES =
            List.of(
                    "Harbour at Dawn",
                    "The Lighthouse Keeper’s Long Account of a Winter Without Any Ships",
                    "Salt",
                    "Low Tide",
                    "Nine Bells",
                    "A Letter from the Mainland",
                    "Gulls",
                    "Storm Glass",
                    "The Pilot",
                    "Harbour at Dusk");

    private static final int SECTORS = 16_700;

    private ExampleMusic() {}

    /** Ten tracks, with CD-Text, in the usual drive. */
    public static DriveReport drive() {
        return drive(toc(Track.Mode.AUDIO), DiscFacts.Kind.AUDIO_CD, Optional.of(music()));
    }

    /** The same, of which the disc says nothing. */
    public static DriveReport withoutText() {
        return drive(toc(Track.Mode.AUDIO), DiscFacts.Kind.AUDIO_CD, Optional.empty());
    }

    /** Data first, then music. */
    public static DriveReport mixed() {
        return drive(toc(Track.Mode.MODE_1), DiscFacts.Kind.MIXED_CD, Optional.empty());
    }

    private static DriveReport drive(
            DiscToc toc, DiscFacts.Kind kind, Optional<MediumMusic> music) {
        long bytes = toc.leadOutLba() * 2352;
        var disc =
                new DiscFacts(
                        kind,
                        music.map(m -> m.text().title()),
                        Examples.IDENTITY,
                        bytes,
                        toc.leadOutLba(),
                        new DiscSizes(bytes, OptionalLong.empty(), OptionalLong.empty()),
                        Optional.empty(),
                        new DiscDetails(
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                Optional.of(toc),
                                List.of(),
                                music));
        var usual = Examples.drive();
        return new DriveReport(
                usual.address(),
                usual.info(),
                usual.state(),
                Optional.of(disc),
                OptionalLong.of(7_056_000),
                2352);
    }

    private static DiscToc toc(Track.Mode first) {
        var tracks = new ArrayList<Track>();
        for (int i = 0; i < TITLES.size(); i++) {
            var mode = i == 0 ? first : Track.Mode.AUDIO;
            tracks.add(new Track(i + 1, 1, (long) i * SECTORS, SECTORS, mode));
        }
        return new DiscToc(tracks, (long) TITLES.size() * SECTORS);
    }

    private static MediumMusic music() {
        var tracks = new TreeMap<Integer, TrackMusic>();
        for (int i = 0; i < TITLES.size(); i++) {
            String guest = i == 5 ? "The Islanders & Choir" : "";
            tracks.put(
                    i + 1,
                    new TrackMusic(
                            0,
                            new MusicText(TITLES.get(i), guest, ""),
                            Optional.empty(),
                            OptionalLong.empty()));
        }
        return new MediumMusic(
                Optional.of("0724354526121"),
                new MusicText("Songs from the Breakwater", "The Islanders", ""),
                Map.copyOf(tracks));
    }

    /** Two releases that the disc may be. */
    public static List<Release> releases() {
        return List.of(release("1997-03-21", "GB"), release("2011-05-02", "DE"));
    }

    private static Release release(String date, String country) {
        var tracks = new TreeMap<Integer, AlbumWords.TrackWords>();
        for (int i = 0; i < TITLES.size(); i++) {
            tracks.put(i + 1, new AlbumWords.TrackWords(TITLES.get(i), ""));
        }
        return new Release(
                new AlbumWords(
                        "Songs from the Breakwater", "The Islanders", date, "of " + date, tracks),
                country,
                "Breakwater Records, BR 007, 0724354526121, remastered for its anniversary");
    }

    /** A rip that has come to this phase, of the example disc. */
    public static RipSnapshot at(Phase phase, double share) {
        var now = Examples.healthy(share);
        return now.with(phase, now.totalBytes(), now.finishedBytes(), "", Optional.empty());
    }

    public static RipSnapshot ended() {
        return Examples.ended(RipOutcome.FINISHED_WITH_HOLES);
    }

    /** Each track in one of these stages, the last one for all that follow. */
    public static List<TrackProgress> tracks(Stage... stages) {
        var tracks = new ArrayList<TrackProgress>();
        for (int i = 0; i < TITLES.size(); i++) {
            Stage stage = stages[Math.min(i, stages.length - 1)];
            boolean isUnderWay = stage == Stage.READING || stage == Stage.WRITING;
            boolean isHurt =
                    stage == Stage.DAMAGED || stage == Stage.DOUBTFUL || stage == Stage.INCOMPLETE;
            tracks.add(
                    new TrackProgress(
                            i + 1,
                            TITLES.get(i),
                            "The Islanders",
                            SECTORS,
                            stage,
                            isUnderWay ? 0.417 : 1,
                            isHurt ? 11_760 : 0,
                            stage == Stage.DONE ? 12 : 0));
        }
        return tracks;
    }
}
