package dev.spindle.ui.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipRequest;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeDesktop;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.aftercare.AftercareViewModel.Deletion;
import dev.spindle.ui.common.Tone;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** The steps after a verdict. */
@Tag("unit")
class AftercareViewModelTest {
    private final FakeRipService service = FakeRipService.usual();
    private final FakeDesktop desktop = new FakeDesktop();
    private final SameThread background = new SameThread();
    private final RipViewModel page = new RipViewModel(r -> r::stop);
    private final AftercareViewModel model =
            new AftercareViewModel(
                    page, new RipFiles(page, service, background), service, background, desktop);

    private void end(RipOutcome outcome) {
        page.begin(new FakeRip(Examples.ended(outcome)), FakeRipService.request());
    }

    private String message() {
        return model.messageProperty().get().text();
    }

    @Test
    void offersNothingWhileItRuns() {
        page.begin(new FakeRip(Examples.healthy(0.5)), FakeRipService.request());
        assertThat(model.offerProperty().get()).isEqualTo(Offer.NOTHING);
        model.tryAgain();
        model.verify();
        assertThat(service.requests).isEmpty();
    }

    @Test
    void triesTheHolesAgain() {
        end(RipOutcome.FINISHED_WITH_HOLES);
        model.tryAgain();
        assertThat(service.requests).hasSize(1);
        assertThat(service.requests.getFirst().resume()).isEqualTo(RipRequest.ResumeMode.RESUME);
        assertThat(service.requests.getFirst().name()).contains("HOLIDAY_2019");
        assertThat(page.isRunning()).isTrue();
        assertThat(page.request()).contains(service.requests.getFirst());
    }

    @Test
    void goesOnByWayOfALocalFolder() {
        end(RipOutcome.DESTINATION_FAILED);
        model.detour("/home/user/Spindle");
        assertThat(service.requests).isEmpty();
        assertThat(message())
                .isEqualTo("/home/user/Spindle is the destination itself; choose another folder.");
        model.detour("/home/user/first");
        var asked = service.requests.getFirst();
        assertThat(asked.staging()).contains("/home/user/first");
        assertThat(asked.folder()).isEqualTo("/home/user/Spindle");
        assertThat(asked.name()).contains("HOLIDAY_2019");
        assertThat(page.isRunning()).isTrue();
        model.detour("/home/user/first");
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void deletesAfterTwoQuestions() {
        end(RipOutcome.STOPPED);
        model.delete();
        assertThat(model.deletionProperty().get()).isEqualTo(Deletion.ASKED_ONCE);
        assertThat(model.question()).startsWith("Delete this partial rip? 1.80 GB");
        model.keep();
        assertThat(model.question()).isEmpty();
        model.delete();
        model.delete();
        assertThat(service.discarded).isEmpty();
        assertThat(model.question()).contains("HOLIDAY_2019.iso.part");
        model.delete();
        assertThat(service.discarded).containsExactly(Examples.FILE + ".part");
        assertThat(message()).startsWith("Deleted: ");
        assertThat(model.offerProperty().get().delete()).isFalse();
    }

    @Test
    void findsTheFilesWithHoles() {
        end(RipOutcome.FINISHED_WITH_HOLES);
        var hits = model.hitsProperty().get().orElseThrow();
        assertThat(hits.files()).isNotEmpty();
        assertThat(hits.files().getFirst().path()).contains("film");
        page.putAway();
        assertThat(model.hitsProperty().get()).isEmpty();
        end(RipOutcome.COMPLETE);
        assertThat(model.hitsProperty().get()).isEmpty();
    }

    @Test
    void savesAndOpensBesideTheImage() {
        end(RipOutcome.COMPLETE);
        model.saveSamples();
        assertThat(message()).isEqualTo("Saved as /home/user/Spindle/HOLIDAY_2019.samples.csv");
        var csv = desktop.saved.get("/home/user/Spindle/HOLIDAY_2019.samples.csv");
        assertThat(new String(csv, StandardCharsets.UTF_8).lines()).hasSizeGreaterThan(100);
        model.saveCharts(1, 1, new int[] {-1});
        assertThat(desktop.saved).containsKey("/home/user/Spindle/HOLIDAY_2019.charts.png");
        model.openFolder();
        assertThat(desktop.opened).containsExactly("/home/user/Spindle");
        desktop.refuses = true;
        model.saveSamples();
        assertThat(message()).isEqualTo("there is no room here");
        assertThat(model.messageProperty().get().tone()).isEqualTo(Tone.DANGER);
    }
}
