package dev.spindle.rip;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spindle.os.FileFacts;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rip.files.Destination;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The two folders of a staged rip. */
@Tag("unit")
final class AdmissionTest {
    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);

    /** A folder at this path, which is really that one, as behind a link or another mount. */
    private DestinationReport folder(String path, String really) throws IOException {
        storage.insight().file(really, new byte[1]);
        FileFacts place = storage.lookUp(really).orElseThrow();
        storage.insight().folder(path);
        var seen = new Destination(storage).look(path);
        return new DestinationReport(
                path, true, place, seen.kind(), seen.freeBytes(), seen.maxFileBytes(), true);
    }

    private static Course toStaging() {
        return new Course.ToStaging("/target", new AtomicReference<>(), Predecessor.NONE);
    }

    private static Course fromStaging(DestinationReport seen) {
        return new Course.FromStaging(
                new RipFiles("/staging", "A"), Optional.of(seen.place()), Predecessor.NONE);
    }

    @Test
    void twoNamesOfOneFolderAreRefused() {
        baton.run(() -> {
            var target = report("/target", "/one");
            var same = report("/staging", "/one");
            var other = report("/staging", "/two");
            assertThatThrownBy(() -> Admission.checkPlaces(toStaging(), Optional.of(target), same))
                    .hasMessageContaining("/staging is where -o leads to");
            assertThatCode(() -> Admission.checkPlaces(toStaging(), Optional.of(target), other))
                    .doesNotThrowAnyException();
        });
    }

    /** The mount point of a share that is not mounted any more is another folder. */
    @Test
    void aDestinationThatIsAnotherByNowIsRefused() {
        baton.run(() -> {
            var share = report("/target", "/share");
            var mountPoint = report("/target", "/root");
            assertThatThrownBy(() ->
                            Admission.checkPlaces(fromStaging(share), Optional.empty(), mountPoint))
                    .hasMessageContaining("/target is not the folder that it was before the rip");
            assertThatCode(() -> Admission.checkPlaces(fromStaging(share), Optional.empty(), share))
                    .doesNotThrowAnyException();
        });
    }

    private DestinationReport report(String path, String really) {
        try {
            return folder(path, really);
        } catch (IOException problem) {
            throw new AssertionError(problem);
        }
    }
}
