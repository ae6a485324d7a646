package dev.spindle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.RipSnapshot.Phase;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

@Tag("unit")
class SignalsTest {
    private static final RipSnapshot READING = Samples.at(Phase.SWEEPING, 1000, 10, 0);
    private static final RipSnapshot SAVING = Samples.at(Phase.SAVING, 1000, 10, 5);
    private static final RipSnapshot STOPPED = Samples.ended(Samples.verdict(RipOutcome.STOPPED));

    private final CliRun cli = new CliRun();

    @Test
    void aSignalStopsTheRipAndTheVerdictIsTold() {
        cli.service.rip =
                new FakeRip().then(READING).thenDo(READING, cli::signal).then(SAVING).then(STOPPED);
        assertThat(cli.run("rip", "demo:", "-o", "out")).isEqualTo(3);
        assertThat(cli.service.rip.stops()).isOne();
        assertThat(cli.out()).startsWith("It ended as STOPPED.\n");
        assertThat(cli.err()).containsOnlyOnce("stopping; a second Ctrl-C gives up");
    }

    /** Whoever follows the rip may be at something else just then. */
    @Test
    void aSignalIsAnsweredBeforeTheRipIsLookedAtAgain() {
        var told = new ArrayList<String>();
        cli.service.rip =
                new FakeRip()
                        .then(READING)
                        .thenDo(
                                READING,
                                () -> {
                                    cli.signal();
                                    told.add(cli.err());
                                })
                        .then(STOPPED);
        assertThat(cli.run("rip", "demo:", "-o", "out")).isEqualTo(3);
        assertThat(told).singleElement().asString().contains("stopping; a second Ctrl-C gives up");
    }

    @Test
    void aSecondSignalStopsItAgain() {
        cli.service.rip =
                new FakeRip()
                        .thenDo(READING, cli::signal)
                        .thenDo(SAVING, cli::signal)
                        .then(STOPPED);
        assertThat(cli.run("rip", "demo:", "-o", "out")).isEqualTo(3);
        assertThat(cli.service.rip.stops()).isEqualTo(2);
    }

    @Test
    void aSignalBeforeTheStartIsNotLost() {
        cli.service.onStart = cli::signal;
        cli.service.rip = new FakeRip().then(STOPPED);
        assertThat(cli.run("rip", "demo:", "-o", "out")).isEqualTo(3);
        assertThat(cli.service.rip.stops()).isOne();
    }

    @Test
    void aSignalAfterTheVerdictChangesNothing() {
        assertThat(cli.run("rip", "demo:", "-o", "out")).isZero();
        assertThat(cli.signalHandlers()).isOne();
        String told = cli.out() + cli.err();
        cli.signal();
        assertThat(cli.out() + cli.err()).isEqualTo(told);
    }

    @Test
    void goodEnoughIsHandedOnAndStopsNothing() {
        cli.service.rip =
                new FakeRip()
                        .thenDo(READING, cli::signalGoodEnough)
                        .then(Samples.ended(Samples.verdict(RipOutcome.FINISHED_WITH_HOLES)));
        assertThat(cli.run("rip", "demo:", "-o", "out")).isEqualTo(2);
        assertThat(cli.service.rip.goodEnoughs()).isOne();
        assertThat(cli.service.rip.stops()).isZero();
    }

    /** There is nothing yet that could be enough. */
    @Test
    void goodEnoughBeforeTheStartIsNothing() {
        cli.service.onStart = cli::signalGoodEnough;
        assertThat(cli.run("rip", "demo:", "-o", "out")).isZero();
        assertThat(cli.service.rip.goodEnoughs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drives", "info /dev/sr0", "report x.iso", "pid", "--help"})
    void otherCommandsTakeNoSignals(String line) {
        cli.runPure(line.split(" "));
        assertThat(cli.signalHandlers()).isZero();
    }

    /** Like sun.misc.SignalHandler. */
    interface Handler {
        void handle(Object signal);
    }

    @Test
    void theHandlerStopsAndIsAProperObject() {
        int[] stops = {0};
        var handler = (Handler) Signals.handler(Handler.class, () -> stops[0]++);
        handler.handle("INT");
        handler.handle("TERM");
        assertThat(stops[0]).isEqualTo(2);
        Object other = Signals.handler(Handler.class, () -> {});
        assertThat(List.of(other, handler).indexOf(handler)).isOne();
        assertThat(new HashSet<>(List.of(other, handler))).contains(handler);
        assertThat(handler).hasToString("tells the rip");
        assertThat(stops[0]).isEqualTo(2);
    }
}
