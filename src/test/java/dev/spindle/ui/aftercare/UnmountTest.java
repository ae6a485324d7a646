package dev.spindle.ui.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.ui.Examples;
import dev.spindle.ui.FakeDesktop;
import dev.spindle.ui.FakeRip;
import dev.spindle.ui.FakeRipService;
import dev.spindle.ui.SameThread;
import dev.spindle.ui.aftercare.UnmountViewModel.Step;
import dev.spindle.ui.rip.RipFiles;
import dev.spindle.ui.rip.RipViewModel;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rip that was refused since its disc is mounted. */
@Tag("unit")
class UnmountTest {
    private final FakeRipService service = FakeRipService.usual();
    private final SameThread background = new SameThread();
    private final RipViewModel page = new RipViewModel(r -> r::stop);
    private final AftercareViewModel aftercare =
            new AftercareViewModel(
                    page,
                    new RipFiles(page, service, background),
                    service,
                    background,
                    new FakeDesktop());
    private final UnmountViewModel model = aftercare.unmounting();

    private void end(RipOutcome outcome) {
        page.begin(new FakeRip(Examples.ended(outcome)), FakeRipService.request());
    }

    private Step step() {
        return model.stepProperty().get();
    }

    @Test
    void theDiscIsUnmountedAndTheSameRipStarted() {
        service.mounts.add("/media/user/HOLIDAY_2019");
        end(RipOutcome.REFUSED_INPUT);
        assertThat(step()).isEqualTo(Step.OFFERED);
        model.unmount();
        assertThat(service.mounts).isEmpty();
        assertThat(service.requests).containsExactly(FakeRipService.request());
        assertThat(page.isRunning()).isTrue();
        assertThat(step()).isEqualTo(Step.NOT_OFFERED);
    }

    @Test
    void whatKeepsItMountedIsToldAndItMayBeTriedAgain() {
        service.mounts.add("/media/user/HOLIDAY_2019");
        service.unmountProblem = "a program has files of /dev/sr0 open; close it, and try again";
        end(RipOutcome.REFUSED_INPUT);
        model.unmount();
        assertThat(aftercare.messageProperty().get().text())
                .isEqualToIgnoringCase(service.unmountProblem);
        assertThat(service.requests).isEmpty();
        service.unmountProblem = "";
        model.unmount();
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void itIsAskedOnce() {
        service.mounts.add("/media/user/HOLIDAY_2019");
        end(RipOutcome.REFUSED_INPUT);
        background.hold();
        model.unmount();
        model.unmount();
        assertThat(background.heldCount()).isEqualTo(1);
        assertThat(step()).isEqualTo(Step.UNDER_WAY);
        background.releaseOne();
        assertThat(service.requests).hasSize(1);
    }

    @Test
    void anAnswerThatComesAfterThePageWasLeftDoesNothing() {
        service.mounts.add("/media/user/HOLIDAY_2019");
        background.hold();
        end(RipOutcome.REFUSED_INPUT);
        page.putAway();
        background.releaseOne();
        assertThat(step()).isEqualTo(Step.NOT_OFFERED);
    }

    @Test
    void nothingIsOfferedWhereNothingIsMounted() {
        end(RipOutcome.REFUSED_INPUT);
        assertThat(step()).isEqualTo(Step.NOT_OFFERED);
        model.unmount();
        assertThat(service.requests).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = RipOutcome.class, mode = EnumSource.Mode.EXCLUDE, names = "REFUSED_INPUT")
    void norAfterAnotherVerdict(RipOutcome outcome) {
        service.mounts.add("/media/user/HOLIDAY_2019");
        end(outcome);
        assertThat(step()).isEqualTo(Step.NOT_OFFERED);
    }
}
