package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

@Tag("unit")
final class StopTokenTest {
    private final StopToken token = new StopToken();
    private final List<String> woken = new ArrayList<>();

    @Test
    void stopsOnceAndForAll() {
        assertThat(token.isStopped()).isFalse();
        token.stop();
        token.stop();
        assertThat(token.isStopped()).isTrue();
    }

    @Test
    void wakesWhoIsRegistered() {
        var first = token.onStop(() -> woken.add("first"));
        var _ = token.onStop(() -> woken.add("second " + token.isStopped()));
        first.close();
        token.stop();
        assertThat(woken).containsExactly("second true");
    }

    @Test
    void neverMeansNever() {
        try (var _ = StopToken.never().onStop(() -> woken.add("never"))) {
            assertThatThrownBy(StopToken.never()::stop).isInstanceOf(IllegalStateException.class);
        }
        assertThat(StopToken.never().isStopped()).isFalse();
        assertThat(woken).isEmpty();
    }
}
