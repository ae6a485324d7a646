package dev.spindle.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.Errno;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.CallResult;
import dev.spindle.run.Deadline;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;
import dev.spindle.writeback.OutputFiles;
import dev.spindle.writeback.PolicyChoice;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;

/** The file of a pass: how it is opened, and that it goes however things go. */
@Tag("unit")
class ProbeFileTest {
    private static final String PREFIX = "/out/probe";
    private static final FileSystemKind EXT4 = FileSystemKind.ofType(0xEF53);

    /** A file on scripted storage, and the role that calls it. */
    private static final class Rig {
        final ScriptedStorage storage;
        final ProbeFile file;
        private final RoleWorker syncer;

        Rig(BatonConcurrency baton) {
            storage = new ScriptedStorage(baton);
            storage.insight().folder("/out");
            file = new ProbeFile(storage);
            syncer = new RoleWorker(baton, "syncer");
        }

        OutputFiles open(PolicyChoice choice) throws IOException {
            return call(lease -> file.open(PREFIX, choice, EXT4, lease));
        }

        boolean close() throws IOException {
            return call(file::close);
        }

        private <T> T call(RoleWorker.Work<T> work) throws IOException {
            return switch (syncer.call(work, Deadline.never(), StopToken.never())) {
                case CallResult.Returned<T>(T value, _) -> value;
                case CallResult.Failed<T>(IOException problem, _) -> throw problem;
                case CallResult<T> other -> throw new AssertionError(other);
            };
        }
    }

    private interface Body {
        void run(Rig rig) throws IOException;
    }

    private static void with(Body body) {
        var baton = new BatonConcurrency(1, Duration.ofHours(1));
        var _ =
                baton.run(() -> {
                    var rig = new Rig(baton);
                    try {
                        body.run(rig);
                    } catch (IOException unexpected) {
                        throw new AssertionError(unexpected);
                    }
                    rig.syncer.close();
                });
    }

    @Test
    void itHasNoNameAnyMoreOnceItIsOpen() {
        with(rig -> {
            var files = rig.open(PolicyChoice.plain());
            assertThat(rig.storage.insight().paths()).noneMatch(path -> path.contains("probe"));
            assertThat(files.sync()).isSameAs(files.data());
            assertThat(files.direct()).isEmpty();
            assertThat(rig.storage.insight().openFiles()).hasSize(1);
            assertThat(rig.close()).isTrue();
            assertThat(rig.storage.insight().openFiles()).isEmpty();
        });
    }

    @Test
    void steadyHasDescriptionsOfItsOwn() {
        with(rig -> {
            var files = rig.open(PolicyChoice.standard());
            assertThat(files.sync()).isNotSameAs(files.data());
            assertThat(files.direct()).isPresent();
            assertThat(rig.storage.insight().openFiles()).hasSize(3);
            assertThat(rig.close()).isTrue();
            assertThat(rig.storage.insight().openFiles()).isEmpty();
        });
    }

    @Test
    void whereDirectIsRefusedItIsDoneWithout() {
        with(rig -> {
            rig.storage.volume().takesDirect(false);
            assertThat(rig.open(PolicyChoice.standard()).direct()).isEmpty();
            assertThat(rig.close()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Errno.class,
            names = {"EIO", "EACCES", "EMFILE"})
    void otherErrorsOfAnOpenAreNotSwallowedAndLeaveNothing(Errno errno) {
        with(rig -> {
            rig.storage.on(CallKind.OPEN).nth(3).fail(errno);
            assertThatThrownBy(() -> rig.open(PolicyChoice.standard()))
                    .isInstanceOfSatisfying(
                            OsException.class,
                            problem -> assertThat(problem.errno()).isEqualTo(errno));
            assertThat(rig.close()).isTrue();
            assertThat(rig.storage.insight().paths()).noneMatch(path -> path.contains("probe"));
            assertThat(rig.storage.insight().openFiles()).isEmpty();
        });
    }

    @Test
    void itNeverTouchesFilesThatAreThere() {
        with(rig -> {
            rig.storage.insight().file(PREFIX + "-1", new byte[] {1});
            rig.storage.insight().file(PREFIX + "-2", new byte[] {2});
            var files = rig.open(PolicyChoice.plain());
            assertThat(files.data().path()).isEqualTo(PREFIX + "-3");
            assertThat(rig.close()).isTrue();
            assertThat(rig.storage.insight().content(PREFIX + "-1")).containsExactly(1);
            assertThat(rig.storage.insight().content(PREFIX + "-2")).containsExactly(2);
        });
    }

    @Test
    void itDoesNotTryNamesForEver() {
        with(rig -> {
            for (int i = 1; i <= 100; i++) {
                rig.storage.insight().file(PREFIX + "-" + i, new byte[0]);
            }
            assertThatThrownBy(() -> rig.open(PolicyChoice.plain()))
                    .hasMessageContaining("exists already");
            assertThat(rig.storage.trace(CallKind.OPEN)).hasSize(100);
            assertThat(rig.close()).isTrue();
        });
    }

    @Test
    void whetherItCanBeRenamedIsTried() {
        with(rig -> {
            var _ = rig.open(PolicyChoice.plain());
            assertThat(rig.file.renames()).isTrue();
            assertThat(rig.close()).isTrue();
        });
        with(rig -> {
            rig.storage.on(CallKind.RENAME_KEEPING).fail(Errno.EINVAL);
            var _ = rig.open(PolicyChoice.plain());
            assertThat(rig.file.renames()).isFalse();
            assertThat(rig.close()).isTrue();
            assertThat(rig.storage.insight().paths()).noneMatch(path -> path.contains("probe"));
        });
        with(rig -> {
            rig.storage.insight().file(PREFIX + "-1-renamed", new byte[] {7});
            var _ = rig.open(PolicyChoice.plain());
            assertThat(rig.file.renames()).isFalse();
            assertThat(rig.close()).isTrue();
            assertThat(rig.storage.insight().content(PREFIX + "-1-renamed")).containsExactly(7);
        });
    }

    @Test
    void aNameThatStaysWhileItIsOpenGoesAtTheEnd() {
        with(rig -> {
            rig.storage.on(CallKind.REMOVE).first(1).fail(Errno.EBUSY);
            var _ = rig.open(PolicyChoice.plain());
            assertThat(rig.storage.insight().exists(PREFIX + "-1-renamed")).isTrue();
            assertThat(rig.close()).isTrue();
            assertThat(rig.storage.insight().exists(PREFIX + "-1-renamed")).isFalse();
        });
        with(rig -> {
            rig.storage.on(CallKind.REMOVE).fail(Errno.EACCES);
            var _ = rig.open(PolicyChoice.plain());
            assertThat(rig.close()).as("it is still there").isFalse();
        });
    }

    @Test
    void aCloseThatFailsIsToldAndKeepsNothingOpen() {
        with(rig -> {
            rig.storage.on(CallKind.REMOVE).first(1).fail(Errno.EBUSY);
            var _ = rig.open(PolicyChoice.standard());
            rig.storage.on(CallKind.CLOSE).first(1).fail(Errno.EIO);
            assertThatThrownBy(rig::close).hasMessageContaining("input/output error");
            assertThat(rig.storage.insight().openFiles()).isEmpty();
            assertThat(rig.storage.insight().exists(PREFIX + "-1-renamed")).isFalse();
        });
    }
}
