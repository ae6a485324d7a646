package dev.spindle.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.audio.lookup.Comparison;
import dev.spindle.audio.lookup.Comparison.Match;
import dev.spindle.audio.secure.Confirmation;
import dev.spindle.range.ByteRange;
import dev.spindle.range.RangeSet;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipVerdict;
import dev.spindle.rip.record.RescueRecord;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Each sentence says what is known and no more. */
@Tag("unit")
final class AlbumVerdictTest {
    private static final RangeSet NONE = new RangeSet();
    private static final String CUE = "/out/Songs/Songs.cue";

    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final AlbumVerdict verdicts =
            new AlbumVerdict(baton, ripped(RipOutcome.COMPLETE), baton.nanoTime());

    private static RipVerdict ripped(RipOutcome outcome) {
        return new RipVerdict(
                outcome,
                true,
                "Complete: Songs.bin.",
                "/out/Songs.bin",
                Map.of("sha256", "aa"),
                10,
                9,
                10,
                0,
                0,
                0,
                0,
                0,
                "steady",
                "direct",
                0,
                Map.of(),
                RescueRecord.NOTHING);
    }

    private static RangeSet sectors(long from, long count) {
        return RangeSet.of(ByteRange.at(from, count));
    }

    private static AlbumFiles.Said said(
            Optional<Confirmation> confirmation, int known, Optional<Comparison> compared) {
        return new AlbumFiles.Said(confirmation, known, compared, "", false);
    }

    private RipVerdict made(AlbumFiles.Said said) {
        return verdicts.made(new AlbumVerdict.Made(2, Format.FLAC, "Songs", said), CUE, false);
    }

    private String about(AlbumFiles.Said said) {
        String text = made(said).text();
        return text.substring(text.indexOf(" was removed.") + " was removed.".length());
    }

    @Test
    void ofAnImageNothingIsConfirmedAndNothingIsSaidOfIt() {
        assertThat(about(said(Optional.empty(), 0, Optional.empty()))).isEmpty();
        assertThat(made(said(Optional.empty(), 0, Optional.empty())).text())
                .startsWith("Complete: Songs.bin. Its 2 tracks are FLAC files in Songs, made in ");
    }

    @Test
    void aSecondReadingThatWasTheSameSaysSo() {
        var same = new Confirmation(sectors(0, 100), NONE, NONE, Optional.empty());
        assertThat(about(said(Optional.of(same), 0, Optional.empty())))
                .isEqualTo(" A second reading of the disc was the same.");
        var mended = new Confirmation(sectors(0, 100), sectors(3, 2), NONE, Optional.empty());
        assertThat(about(said(Optional.of(mended), 0, Optional.empty())))
                .isEqualTo(
                        " A second reading differed in 2 sectors, which were read until two"
                                + " readings agreed.");
    }

    @Test
    void whatOthersHaveIsNotCalledReadTwice() {
        var same = new Confirmation(sectors(0, 10), NONE, NONE, Optional.empty());
        assertThat(about(said(Optional.of(same), 2, Optional.empty())))
                .isEqualTo(
                        " Other people have 2 of the tracks alike; of the rest a second reading"
                                + " was the same.");
        var mended = new Confirmation(sectors(0, 10), sectors(3, 2), NONE, Optional.empty());
        assertThat(about(said(Optional.of(mended), 2, Optional.empty())))
                .endsWith("a second reading was the same in the end.");
    }

    @Test
    void doubtsMakeItNoCompleteRip() {
        var doubtful = new Confirmation(sectors(0, 90), NONE, sectors(90, 10), Optional.empty());
        var verdict = made(said(Optional.of(doubtful), 0, Optional.empty()));
        assertThat(verdict.outcome()).isEqualTo(RipOutcome.FINISHED_WITH_HOLES);
        assertThat(verdict.text())
                .endsWith(
                        " Of 10 sectors of music no two readings were alike; the log names them.");
    }

    @Test
    void aReadingThatDidNotEndSaysWhy() {
        var ended =
                new Confirmation(sectors(0, 5), NONE, sectors(5, 1), Optional.of("it was gone"));
        assertThat(about(said(Optional.of(ended), 1, Optional.empty())))
                .isEqualTo(
                        " The second reading did not come to its end: it was gone. Of 1 sectors"
                                + " of music no two readings were alike; the log names them.");
    }

    @Test
    void databasesAreToldAndAPressingIsNoOffset() {
        var known =
                new Comparison(
                        "1 of 2 tracks are known there as they are",
                        "not known there",
                        List.of(new Match(3, 0), Match.NONE),
                        OptionalInt.empty());
        assertThat(about(said(Optional.empty(), 0, Optional.of(known))))
                .isEqualTo(" AccurateRip: 1 of 2 tracks are known there as they are.");
        assertThat(known.accurate()).isOne();
        var elsewhere =
                new Comparison(
                        "0 of 2 tracks are known there as they are",
                        "",
                        List.of(Match.NONE, Match.NONE),
                        OptionalInt.of(-24));
        assertThat(about(said(Optional.empty(), 0, Optional.of(elsewhere))))
                .contains("it is another pressing, or the drive's read offset is -24;");
        assertThat(elsewhere.accurate()).isZero();
    }

    @Test
    void aMissingPictureIsToldWhereOneWasWanted() {
        var without =
                new AlbumFiles.Said(
                        Optional.empty(), 0, Optional.empty(), "there is no picture /c.jpg", false);
        assertThat(about(without)).isEqualTo(" Without a picture: there is no picture /c.jpg.");
    }

    @Test
    void aRemovedImageHasNoHash() {
        var said = said(Optional.empty(), 0, Optional.empty());
        assertThat(made(said).hashes()).isEmpty();
        assertThat(made(said).file()).isEqualTo(CUE);
        var kept =
                verdicts.made(
                        new AlbumVerdict.Made(1, Format.WAV, "Songs", said),
                        "/out/Songs.bin",
                        true);
        assertThat(kept.hashes()).containsEntry("sha256", "aa");
        assertThat(kept.text()).contains(" Its 1 track is a WAV file in Songs, ");
        assertThat(kept.text()).endsWith("Songs.bin was kept.");
    }

    @Test
    void whateverFailsTheImageStays() {
        assertThat(verdicts.stopped().outcome()).isEqualTo(RipOutcome.STOPPED);
        assertThat(verdicts.failed("no space").text())
                .isEqualTo(
                        "The tracks could not be made: no space. Songs.bin stays; once that is"
                                + " mended, the same command goes on from it.");
        assertThat(verdicts.hangs().outcome()).isEqualTo(RipOutcome.NOT_CONFIRMED);
        assertThat(verdicts.fault(new IllegalStateException("x")).outcome())
                .isEqualTo(RipOutcome.INTERNAL_ERROR);
        for (var verdict : List.of(verdicts.stopped(), verdicts.hangs(), verdicts.failed("x"))) {
            assertThat(verdict.text()).contains("Songs.bin stays");
            assertThat(verdict.file()).isEqualTo("/out/Songs.bin");
        }
    }
}
