package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.Rule;
import dev.spindle.os.script.TraceEntry;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

/** The output file's descriptions: all of them are one file, and all are given back. */
@Tag("unit")
final class DescriptionsTest {
    private static final String PART = Bench.FOLDER + "/SIMULATED.iso.part";
    private static final byte[] FOREIGN = {1, 2, 3};

    /** One of the opens takes a second, and meanwhile the name gets another file. */
    private static Rule replaceDuringOpen(Bench bench, int nth) {
        bench.policy = PolicyChoice.standard();
        var rule = bench.storage.on(CallKind.OPEN).path(PART).nth(nth).cost(Duration.ofSeconds(1));
        var _ =
                bench.later(
                        Duration.ZERO,
                        () -> {
                            while (opensUnderWay(bench) == 0) {
                                bench.sleep(Duration.ofMillis(100));
                            }
                            replace(bench);
                        });
        return rule;
    }

    private static long opensUnderWay(Bench bench) {
        return bench.storage.callsUnderWay().stream()
                .filter(call -> call.kind() == CallKind.OPEN && call.path().equals(PART))
                .count();
    }

    private static void replace(Bench bench) {
        try {
            bench.storage.remove(PART);
        } catch (OsException problem) {
            throw new AssertionError(problem);
        }
        bench.storage.insight().file(PART, FOREIGN);
    }

    /** The second open is the one for syncing, the third the one with O_DIRECT. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aFileThatIsReplacedBetweenTheOpensIsNotTouched(int nth) {
        for (long seed = 1; seed <= 10; seed++) {
            var left =
                    Bench.with(
                            seed,
                            bench -> {
                                var _ = replaceDuringOpen(bench, nth);
                                var verdict = bench.rip();
                                assertThat(verdict.outcome())
                                        .isEqualTo(RipOutcome.DESTINATION_FAILED);
                                assertThat(verdict.text())
                                        .startsWith(
                                                "The destination failed: "
                                                        + PART
                                                        + " was replaced by another file while it"
                                                        + " was opened; nothing was written.");
                                assertThat(bench.storage.insight().content(PART))
                                        .isEqualTo(FOREIGN);
                                assertThat(bench.storage.insight().openFiles()).isEmpty();
                                assertThat(bench.discs).allMatch(MemorySource::isClosed);
                            });
            assertThat(left).isEmpty();
        }
    }

    @Test
    void steadyHasThreeAndTheOthersOne() {
        assertThat(opens(PolicyChoice.steady(Mechanism.DIRECT))).isEqualTo(3);
        assertThat(opens(PolicyChoice.standard())).isEqualTo(3);
        assertThat(opens(PolicyChoice.of(PolicyChoice.Policy.CLASSIC))).isEqualTo(1);
        assertThat(opens(PolicyChoice.plain())).isEqualTo(1);
    }

    private static long opens(PolicyChoice policy) {
        var count = new long[1];
        var _ =
                Bench.with(bench -> {
                    bench.policy = policy;
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    count[0] = ofPart(bench, CallKind.OPEN).size();
                    assertThat(ofPart(bench, CallKind.CLOSE)).hasSize((int) count[0]);
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                });
        return count[0];
    }

    private static List<TraceEntry> ofPart(Bench bench, CallKind kind) {
        return bench.storage.trace(kind).stream().filter(call -> call.path().equals(PART)).toList();
    }

    @Test
    void whereOdirectIsRefusedTwoAreEnough() {
        var _ =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.standard();
                    bench.storage.volume().takesDirect(false);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(verdict.mechanism()).isEqualTo("dontcache");
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                    bench.files().assertComplete();
                });
    }

    /** Too many open files is no word about O_DIRECT. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anotherFailureToOpenEndsTheRipAndClosesTheOthers(int nth) {
        var left =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.standard();
                    var rule =
                            bench.storage.on(CallKind.OPEN).path(PART).nth(nth).fail(Errno.EMFILE);
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.DESTINATION_FAILED);
                    assertThat(verdict.text()).contains("too many open files");
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                    rule.remove();
                    assertThat(bench.rip().outcome()).isEqualTo(RipOutcome.COMPLETE);
                    bench.files().assertComplete();
                });
        assertThat(left).isEmpty();
    }

    /** A close that hangs keeps no other description open, once it returns. */
    @Test
    void aCloseThatHangsIsLeftAloneAndAllAreClosedInTheEnd() {
        var left =
                Bench.with(bench -> {
                    bench.policy = PolicyChoice.standard();
                    bench.storage.on(CallKind.CLOSE).path(PART).nth(1).hang(Duration.ofSeconds(30));
                    var verdict = bench.rip();
                    assertThat(verdict.outcome()).isEqualTo(RipOutcome.COMPLETE);
                    assertThat(bench.storage.insight().openFiles()).isNotEmpty();
                    bench.sleep(Duration.ofSeconds(60));
                    assertThat(bench.storage.insight().openFiles()).isEmpty();
                });
        assertThat(left).isEmpty();
    }
}
