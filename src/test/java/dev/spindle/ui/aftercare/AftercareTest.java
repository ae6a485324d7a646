package dev.spindle.ui.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.range.ByteRange;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.timeline.ChartPoint;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeRipService;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.imageio.ImageIO;

/** The pure parts of what follows a verdict. */
@Tag("unit")
class AftercareTest {
    @ParameterizedTest
    @CsvSource({
        "COMPLETE, false, false, true, true, false",
        "FINISHED_WITH_HOLES, true, false, true, true, false",
        "STOPPED, true, false, false, true, true",
        "DESTINATION_FAILED, true, true, false, true, true"
    })
    void offersWhatMakesSense(
            RipOutcome outcome,
            boolean again,
            boolean detour,
            boolean verify,
            boolean folder,
            boolean delete) {
        var ended = Examples.ended(outcome);
        assertThat(Offer.of(ended, Optional.of(FakeRipService.request()), Optional.empty()))
                .isEqualTo(new Offer(again, detour, verify, folder, delete));
        var nobodyKnows = Offer.of(ended, Optional.empty(), Optional.empty());
        assertThat(nobodyKnows.again()).isFalse();
        assertThat(nobodyKnows.detour()).isFalse();
    }

    /** It depends on which half of it has ended, and where the file is. */
    @Test
    void aStagedRipIsGoneOnWithWhereItIs() {
        var staged = FakeRipService.request().stagedIn("/local", Optional.empty());
        var image = Optional.of("/local/FILM-2.iso");
        String target = FakeRipService.request().folder();

        for (String file : List.of("/local/FILM-2.iso.part", "/local/FILM-2.iso")) {
            var reading = AgainRequest.of(staged, file, Optional.empty());
            assertThat(reading.drive()).isEqualTo(staged.drive());
            assertThat(reading.name())
                    .as("what lies there, whatever the disc is called")
                    .contains("FILM-2");
            assertThat(reading.staging()).contains("/local");
            assertThat(reading.resume()).isEqualTo(RipRequest.ResumeMode.ADAPT);
        }
        var left = AgainRequest.of(staged, target + "/FILM.iso.part", Optional.empty());
        assertThat(left.drive()).as("the first half's file is told").isEqualTo(staged.drive());
        assertThat(left.name()).contains("FILM");
        assertThat(left.staging()).contains("/local");

        for (String file : List.of(target + "/FILM.iso.part", target + "/FILM.iso")) {
            var moving = AgainRequest.of(staged, file, image);
            assertThat(moving.drive()).as("without the disc").isEqualTo("/local/FILM-2.iso");
            assertThat(moving.folder()).isEqualTo(target);
            assertThat(moving.staging()).contains("/local");
            assertThat(moving.name()).contains("FILM");
        }
        assertThat(AgainRequest.of(staged, "", image).name()).isEmpty();

        var holes = AgainRequest.of(staged, target + "/FILM.iso", Optional.empty());
        assertThat(holes.drive()).as("the holes alone").isEqualTo(staged.drive());
        assertThat(holes.staging()).isEmpty();
        assertThat(holes.resume()).isEqualTo(RipRequest.ResumeMode.RESUME);
    }

    @Test
    void offersToMoveWhatLiesInTheLocalFolder() {
        var staged = Optional.of(FakeRipService.request().stagedIn("/local", Optional.empty()));
        var image = Optional.of("/local/FILM.iso");
        var failed = Examples.ended(RipOutcome.DESTINATION_FAILED);
        assertThat(Offer.of(failed, staged, image).detour()).isFalse();
        assertThat(Offer.of(failed, staged, image).again()).isTrue();
        var withHoles = Examples.ended(RipOutcome.FINISHED_WITH_HOLES);
        assertThat(Offer.of(withHoles, staged, Optional.empty()).again()).isTrue();
        var moved = Optional.of(AgainRequest.of(staged.get(), "", image));
        assertThat(Offer.of(failed, moved, image).again()).isTrue();
        assertThat(Offer.of(withHoles, moved, Optional.empty()).again())
                .as("nobody knows which drive has the disc")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/a/b/FILM.iso, FILM", "/a/b/FILM.iso.part, FILM", "/a/x.iso.iso, x.iso"})
    void goesOnInTheSameFile(String file, String name) {
        var again = AgainRequest.of(FakeRipService.request(), file, Optional.empty());
        assertThat(again.name()).contains(name);
        assertThat(again.resume()).isEqualTo(RipRequest.ResumeMode.RESUME);
        assertThat(again.drive()).isEqualTo(FakeRipService.request().drive());
        assertThat(again.effort()).isEqualTo(FakeRipService.request().effort());
    }

    /** All files of the example begin at sector 300; the film is the longest. */
    @Test
    void findsTheFilesThatHolesHit() {
        long start = 300 * 2048L;
        var holes = List.of(ByteRange.at(0, 4096), ByteRange.at(start + 1000, 2048));
        var hit = HitFiles.of(Examples.files(), holes);
        assertThat(hit.elsewhereBytes()).isEqualTo(4096);
        assertThat(hit.files()).extracting(HitFiles.Hit::path).contains("readme.txt");
        assertThat(hit.files().getFirst().lostBytes()).isEqualTo(2048);
        assertThat(hit.files().getLast()).isEqualTo(new HitFiles.Hit("readme.txt", 234, 1234));
        assertThat(HitFiles.of(Examples.files(), List.of()).files()).isEmpty();
    }

    @Test
    void picturesAreThoseThatWereTaken() throws IOException {
        var random = new Random(5);
        var pixels = new int[37 * 11];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = 0xFF000000 | random.nextInt(1 << 24);
        }
        var read = ImageIO.read(new ByteArrayInputStream(Png.encode(37, 11, pixels)));
        assertThat(read.getRGB(0, 0, 37, 11, null, 0, 37)).isEqualTo(pixels);
    }

    @Test
    void samplesAreALineEach() {
        var points = List.of(new ChartPoint(1.25, 2e6, 1e6, 3e6, 4e6, 5, 6));
        assertThat(SamplesCsv.of(points))
                .startsWith("seconds,read_bytes_per_second,")
                .endsWith("\r\n1.250,2000000,1000000,3000000,4000000,5,6\r\n");
        assertThat(SamplesCsv.of(List.of()).lines()).hasSize(1);
    }
}
