package dev.spindle.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Work that ends its thread with an Error must not be waited for without end. */
@Tag("unit")
final class RoleThatDiesTest {
    @Test
    void theWorkHasEndedAndTheNextGetsAFreshThread() {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        var left =
                baton.run(() -> {
                    var worker = new RoleWorker(baton, "reader");
                    var dead =
                            worker.submit(lease -> {
                                throw new OutOfMemoryError("no buffer");
                            });
                    var stop = StopToken.never();
                    assertThatThrownBy(
                                    () -> worker.await(dead, baton.in(Duration.ofHours(1)), stop))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("no buffer");
                    assertThat(worker.isBusy()).isFalse();
                    var next = worker.submit(RoleWorker.Lease::generation);
                    assertThat(worker.await(next, baton.in(Duration.ofHours(1)), stop))
                            .isEqualTo(new CallResult.Returned<>(2, 0));
                    worker.close();
                    var _ = baton.gate("end").pause(baton.in(Duration.ofSeconds(1)), stop);
                });
        assertThat(left).isEmpty();
    }
}
