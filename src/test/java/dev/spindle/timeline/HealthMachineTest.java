package dev.spindle.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The health of a destination, played at ten looks a second. */
@Tag("unit")
final class HealthMachineTest {
    private static final long TICK = 100_000_000;
    private static final int SECOND = 10;

    private final HealthMachine machine = new HealthMachine(0);
    private final List<Health> seen = new ArrayList<>(List.of(Health.HEALTHY));
    private HealthMachine.State state = new HealthMachine.State(Health.HEALTHY, "", 0);
    private long now;
    private long progress;
    private long callBegan = -1;
    private boolean behind;
    private long errors;
    private long barriers;

    private void look() {
        long callNanos = callBegan < 0 ? 0 : now - callBegan;
        state =
                machine.look(
                        new HealthMachine.Look(
                                now,
                                progress,
                                callNanos,
                                "flusher, confirming",
                                behind,
                                errors,
                                barriers));
        if (seen.getLast() != state.health()) {
            seen.add(state.health());
        }
    }

    /** Time in which bytes move. */
    private void moving(int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            now += TICK;
            progress += 1000;
            look();
        }
    }

    /** Time in which none do. */
    private void still(int ticks) {
        for (int tick = 0; tick < ticks; tick++) {
            now += TICK;
            look();
        }
    }

    @Test
    void aFreezeLeadsThroughDegradedAndRecoveringBackToHealthy() {
        moving(5 * SECOND);
        callBegan = now;
        still(45 * SECOND);
        assertThat(state.why())
                .isEqualTo("no byte has moved for 30 s; a call is stuck (flusher, confirming)");
        assertThat(state.sinceNanos()).isEqualTo(35L * 1_000_000_000);
        callBegan = -1;
        moving(10 * SECOND);
        barriers++;
        moving(19 * SECOND);
        assertThat(state.health()).isEqualTo(Health.RECOVERING);
        moving(2 * SECOND);
        assertThat(seen)
                .containsExactly(
                        Health.HEALTHY, Health.DEGRADED, Health.RECOVERING, Health.HEALTHY);
    }

    @Test
    void recoveringLastsUntilABarrierHasSucceeded() {
        callBegan = now;
        still(31 * SECOND);
        callBegan = -1;
        moving(120 * SECOND);
        assertThat(state.health()).isEqualTo(Health.RECOVERING);
        barriers++;
        moving(1);
        assertThat(state.health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aLostWriteIsAFaultAndEachNewOneStartsTheCalmAnew() {
        moving(SECOND);
        errors++;
        moving(SECOND);
        barriers++;
        moving(20 * SECOND);
        errors++;
        barriers++;
        moving(15 * SECOND);
        assertThat(seen).containsExactly(Health.HEALTHY, Health.RECOVERING);
        barriers++;
        moving(16 * SECOND);
        assertThat(state.health()).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aLongCallIsSlowWhileBytesMoveAndNothingElse() {
        callBegan = now;
        moving(60 * SECOND);
        assertThat(seen).containsExactly(Health.HEALTHY, Health.SLOW);
        callBegan = -1;
        moving(11 * SECOND);
        assertThat(seen).containsExactly(Health.HEALTHY, Health.SLOW, Health.HEALTHY);
    }

    @Test
    void aDeviceBehindItsSourceIsSlowAfterTenSecondsAndNeverDegraded() {
        behind = true;
        callBegan = now;
        moving(4 * SECOND);
        callBegan = -1;
        moving(5 * SECOND);
        assertThat(state.health()).isEqualTo(Health.HEALTHY);
        moving(300 * SECOND);
        assertThat(seen).containsExactly(Health.HEALTHY, Health.SLOW);
    }

    @Test
    void aFrozenDeviceIsNotCalledSlowBecauseTheRingIsFull() {
        behind = true;
        callBegan = now;
        still(29 * SECOND);
        assertThat(seen).containsExactly(Health.HEALTHY);
    }

    @Test
    void nobodyIsBlamedForTheTimeInWhichTheProgramDidNotRun() {
        moving(SECOND);
        callBegan = now;
        now += 600L * 1_000_000_000;
        look();
        still(10);
        assertThat(seen).containsExactly(Health.HEALTHY);
        still(31 * SECOND);
        assertThat(state.health()).isEqualTo(Health.DEGRADED);
    }

    @Test
    void anIdleStorageIsNotStill() {
        still(100 * SECOND);
        assertThat(seen).containsExactly(Health.HEALTHY);
    }
}
