package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.drive.Drive;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What lies beyond a disc, and errors that the drive tells of, in whole rips. */
@Tag("unit")
final class OverreadTest extends AudioRips {
    private static final String LOG = ALBUM + "/The Band - Songs.log";

    private final List<OverreadDrive> opened = new ArrayList<>();
    private Consumer<OverreadDrive> made = _ -> {};

    private void use(Bench bench) {
        bench.opener = Optional.of(path -> overreading(bench, path));
    }

    private Drive overreading(Bench bench, String path) throws IOException {
        var opener = bench.opener;
        bench.opener = Optional.empty();
        try {
            var drive = new OverreadDrive(bench.open(path));
            made.accept(drive);
            opened.add(drive);
            return drive;
        } finally {
            bench.opener = opener;
        }
    }

    private static byte[] all(Bench bench) {
        var all = new ByteArrayOutputStream();
        for (String name : List.of("01 Song 1", "02 Track 02", "03 Song 3")) {
            all.writeBytes(wav(bench, ALBUM + "/" + name + ".wav"));
        }
        return all.toByteArray();
    }

    /** Beyond the disc each sector holds but one byte, which depends on its number. */
    private static byte[] expected(Bench bench, int offset) {
        byte[] expected = new byte[bench.image.length];
        for (int i = 0; i < expected.length; i++) {
            long at = i + offset * 4L;
            boolean isInside = at >= 0 && at < expected.length;
            expected[i] =
                    isInside
                            ? bench.image[(int) at]
                            : OverreadDrive.content(Math.floorDiv(at, RAW));
        }
        return expected;
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 588, 667, 2940, -1, -588, -700})
    void samplesBeyondTheDiscAreReadWhereTheDriveDoesThat(int offset) {
        with(bench -> {
            use(bench);
            wants(bench, MusicWishes.Format.WAV, offset);
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(Arrays.mismatch(all(bench), expected(bench, offset))).isEqualTo(-1);
            assertThat(text(bench, LOG))
                    .contains("Beyond the disc: " + Math.abs(offset) + " samples, read by the");
            long from = offset > 0 ? 750 : -Math.ceilDiv(-offset, 588);
            assertThat(opened.getLast().beyond).containsExactly(from);
        });
    }

    @Test
    void whatDoesNotComeTwiceAlikeIsSilence() {
        made = drive -> drive.isUnsteady = true;
        with(bench -> {
            use(bench);
            wants(bench, MusicWishes.Format.WAV, 6);
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            byte[] all = all(bench);
            assertThat(Arrays.copyOfRange(all, all.length - 24, all.length)).containsOnly((byte) 0);
            assertThat(text(bench, LOG)).contains("Beyond the disc: 6 samples, silence");
        });
    }

    @Test
    void withoutAnOffsetNothingBeyondIsAskedFor() {
        with(bench -> {
            use(bench);
            assertAlbum(bench, bench.rip());
            assertThat(opened).allMatch(drive -> drive.beyond.isEmpty());
            assertThat(text(bench, LOG)).doesNotContain("Beyond the disc");
        });
    }

    /** Before music in the middle of a disc lies data, which is no sample of it. */
    @Test
    void beforeTheMusicOfAMixedDiscNothingIsAskedFor() {
        dataTracks = 1;
        with(bench -> {
            use(bench);
            wants(bench, MusicWishes.Format.WAV, -6);
            assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
            assertThat(opened).allMatch(drive -> drive.beyond.isEmpty());
        });
    }

    @Test
    void whatTheDriveCallsWrongIsReadAgainAndNothingElse() {
        made = drive -> drive.uncorrected.addAll(List.of(0L, 310L, 311L, 749L));
        with(bench -> {
            use(bench);
            var verdict = bench.rip();
            assertAlbum(bench, verdict);
            assertThat(verdict.text()).endsWith("A second reading of the disc was the same.");
            assertThat(opened.getFirst().told).as("the sweep asks for no errors").isZero();
            assertThat(opened.getLast().told).isPositive();
            assertThat(text(bench, LOG)).contains("Second reading: 750 sectors alike, 0 of them");
        });
    }
}
