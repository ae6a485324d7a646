package dev.spindle.ui.jobs;

import dev.spindle.rescue.Effort;
import dev.spindle.rip.RipRequest;
import dev.spindle.writeback.PolicyChoice;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What a user asks for without touching the options. */
public final class Requests {
    private Requests() {}

    public static RipRequest of(String drive) {
        return new RipRequest(
                drive,
                "/home/user/Spindle",
                Optional.empty(),
                PolicyChoice.standard(),
                OptionalLong.empty(),
                Set.of(),
                Effort.retries(3),
                RipRequest.ResumeMode.ADAPT,
                false,
                Duration.ZERO);
    }
}
