package dev.spindle.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.Deadline;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A question to a server that answers, refuses, dawdles or never says a word. */
@Tag("unit")
@Timeout(30)
final class WebQuestionTest {
    private final BatonConcurrency baton = new BatonConcurrency(7, Duration.ofHours(1));

    private String after(Duration duration, String answer) {
        var _ = baton.gate("server").pause(baton.in(duration), StopToken.never());
        return answer;
    }

    private String never() {
        var _ = baton.gate("server").pause(Deadline.never(), StopToken.never());
        throw new AssertionError("nobody wakes it");
    }

    private static String await(WebQuestion<String> question, StopToken stop) {
        try {
            return question.await(stop);
        } catch (IOException problem) {
            return "problem: " + problem.getMessage();
        } catch (StoppedException stopped) {
            return "stopped";
        }
    }

    private Duration since(long start) {
        return Duration.ofNanos(baton.nanoTime() - start);
    }

    /** The roles that were left in a call. */
    private List<String> run(Runnable body) {
        return baton.run(() -> {
            body.run();
            var _ = baton.gate("end").pause(baton.in(Duration.ofMillis(1)), StopToken.never());
        });
    }

    @Test
    void anAnswerCanBeAskedForTwice() {
        var left =
                run(() -> {
                    try (var question =
                            new WebQuestion<>(baton, () -> after(Duration.ofSeconds(2), "yes"))) {
                        long start = baton.nanoTime();
                        assertThat(await(question, StopToken.never())).isEqualTo("yes");
                        assertThat(since(start)).isEqualTo(Duration.ofSeconds(2));
                        assertThat(await(question, StopToken.never())).isEqualTo("yes");
                        assertThat(since(start)).isEqualTo(Duration.ofSeconds(2));
                    }
                });
        assertThat(left).isEmpty();
    }

    @Test
    void aRefusalIsTold() {
        var left =
                run(() -> {
                    WebQuestion.Asking<String> refused =
                            () -> {
                                throw new IOException("example.org can't be reached");
                            };
                    try (var question = new WebQuestion<>(baton, refused)) {
                        assertThat(await(question, StopToken.never()))
                                .isEqualTo("problem: example.org can't be reached");
                    }
                });
        assertThat(left).isEmpty();
    }

    @Test
    void oneThatNeverAnswersIsWaitedForHalfAMinuteFromTheQuestionOn() {
        var left =
                run(() -> {
                    long start = baton.nanoTime();
                    try (var question = new WebQuestion<>(baton, this::never)) {
                        var _ = after(Duration.ofSeconds(20), "");
                        assertThat(await(question, StopToken.never()))
                                .isEqualTo("problem: no answer within 30 seconds");
                        assertThat(since(start)).isEqualTo(Duration.ofSeconds(30));
                        assertThat(await(question, StopToken.never())).startsWith("problem");
                        assertThat(since(start)).isEqualTo(Duration.ofSeconds(30));
                    }
                });
        assertThat(left).containsExactly("lookup");
    }

    @Test
    void aStopEndsTheWait() {
        var left =
                run(() -> {
                    long start = baton.nanoTime();
                    var stop = new StopToken();
                    var _ =
                            baton.start(
                                    "user",
                                    () -> {
                                        var _ = after(Duration.ofSeconds(3), "");
                                        stop.stop();
                                    });
                    try (var question = new WebQuestion<>(baton, this::never)) {
                        assertThat(await(question, stop)).isEqualTo("stopped");
                    }
                    assertThat(since(start)).isEqualTo(Duration.ofSeconds(3));
                });
        assertThat(left).containsExactly("lookup");
    }
}
