package dev.spindle.rip.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.run.CallResult;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
@Timeout(30)
class EitherWorkTest {
    private final BatonConcurrency baton = new BatonConcurrency(3, Duration.ofHours(1));
    private int asked;

    /** Reads nothing, and says who it is. */
    private static final class Named implements VerifyWork {
        private final String name;
        boolean isAbandoned;

        Named(String name) {
            this.name = name;
        }

        private VerifyReport report(VerifyReport.Outcome outcome) {
            return new VerifyReport(outcome, name, "/x", 1, OptionalLong.empty(), List.of());
        }

        @Override
        public VerifyReport run(RoleWorker.Lease lease) {
            return report(VerifyReport.Outcome.EQUAL);
        }

        @Override
        public long readBytes() {
            return name.length();
        }

        @Override
        public long totalBytes() {
            return 2L * name.length();
        }

        @Override
        public VerifyReport stopped() {
            return report(VerifyReport.Outcome.STOPPED);
        }

        @Override
        public void abandon() {
            isAbandoned = true;
        }
    }

    private String run(EitherWork work) {
        var told = new String[1];
        var _ =
                baton.run(() -> {
                    var worker = new RoleWorker(baton, "syncer");
                    var limit = baton.in(Duration.ofSeconds(1));
                    var result = worker.call(work::run, limit, StopToken.never());
                    told[0] =
                            result instanceof CallResult.Returned<VerifyReport> returned
                                    ? returned.value().text()
                                    : result.toString();
                    worker.close();
                });
        return told[0];
    }

    @Test
    void readsWhatTheFileTurnsOutToBe() {
        var usual = new Named("image");
        var other = new Named("an album");
        var work =
                new EitherWork(
                        () -> {
                            asked++;
                            return Optional.of(other);
                        },
                        usual);
        assertThat(work.totalBytes()).as("nobody was asked yet").isEqualTo(10);
        assertThat(work.stopped().text()).isEqualTo("image");
        assertThat(asked).isZero();
        assertThat(run(work)).isEqualTo("an album");
        assertThat(asked).isOne();
        assertThat(work.readBytes()).isEqualTo(8);
        assertThat(work.totalBytes()).isEqualTo(16);
        assertThat(work.stopped().outcome()).isEqualTo(VerifyReport.Outcome.STOPPED);
        work.abandon();
        assertThat(other.isAbandoned).isTrue();
        assertThat(usual.isAbandoned).isFalse();
    }

    @Test
    void elseItIsAnImage() {
        var usual = new Named("image");
        var work = new EitherWork(Optional::empty, usual);
        assertThat(run(work)).isEqualTo("image");
        work.abandon();
        assertThat(usual.isAbandoned).isTrue();
    }
}
