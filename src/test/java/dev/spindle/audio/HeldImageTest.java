package dev.spindle.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.os.script.TraceEntry;
import dev.spindle.rip.files.ImageFormat;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.run.CallResult;
import dev.spindle.run.LeaseClosedException;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An image that is held, changed and removed, with others about. */
@Tag("unit")
final class HeldImageTest {
    private static final RipFiles FILES = new RipFiles("/out", "disc", ImageFormat.BIN);
    private static final String RECORD = "{\"the\":\"record\"}";

    private final BatonConcurrency baton = new BatonConcurrency(1, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);

    /** What a test does with the image. */
    private interface Body<T> {
        T with(HeldImage held, RoleWorker.Lease lease) throws IOException;
    }

    private <T> CallResult<T> held(Duration limit, Body<T> body) {
        var worker = new RoleWorker(baton, "encoder");
        try {
            return worker.call(
                    lease -> {
                        try (var held = HeldImage.of(storage, FILES, lease)) {
                            return body.with(held, lease);
                        }
                    },
                    baton.in(limit),
                    StopToken.never());
        } finally {
            worker.close();
        }
    }

    private <T> T value(Body<T> body) {
        var result = held(Duration.ofMinutes(1), body);
        assertThat(result).isInstanceOf(CallResult.Returned.class);
        return ((CallResult.Returned<T>) result).value();
    }

    private void run(Runnable body) {
        var _ =
                baton.run(() -> {
                    storage.insight().folder("/out");
                    storage.insight().file(FILES.image(), bytes("twelve bytes"));
                    for (String path :
                            List.of(FILES.sha256(), FILES.cue(), FILES.map(), FILES.record())) {
                        storage.insight().file(path, bytes(RECORD));
                    }
                    body.run();
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<String> removed() {
        return storage.trace(CallKind.REMOVE).stream().map(TraceEntry::path).toList();
    }

    @Test
    void theImageGoesWhileItsNameKeepsOthersAwayAndTheRecordLast() {
        run(() -> {
            boolean isRemoved = value((held, _) -> held.remove(RECORD));
            assertThat(isRemoved).isTrue();
            assertThat(removed())
                    .containsExactly(
                            FILES.sha256(),
                            FILES.cue(),
                            FILES.map(),
                            FILES.image(),
                            FILES.record());
            assertThat(storage.crashCopy().insight().paths()).containsExactly("/", "/out");
        });
    }

    @Test
    void aRecordThatAnotherRipHasWrittenStays() {
        run(() -> {
            storage.insight().file(FILES.record(), bytes("{\"another\":\"rip\"}"));
            boolean isRemoved = value((held, _) -> held.remove(RECORD));
            assertThat(isRemoved).isTrue();
            assertThat(storage.insight().paths()).contains(FILES.record());
        });
    }

    @Test
    void anotherFileOfThatNameIsLeftAlone() {
        run(() -> {
            boolean isRemoved =
                    value((held, _) -> {
                        storage.renameOver(FILES.image(), "/out/elsewhere");
                        storage.insight().file(FILES.image(), bytes("another"));
                        return held.remove(RECORD);
                    });
            assertThat(isRemoved).isFalse();
            assertThat(removed()).isEmpty();
        });
    }

    /** Whoever was given up makes no further call, however late the last one returns. */
    @Test
    void whoWasGivenUpRemovesNothingMore() {
        run(() -> {
            storage.on(CallKind.REMOVE).path(FILES.cue()).cost(Duration.ofSeconds(30));
            var result = held(Duration.ofSeconds(5), (held, _) -> held.remove(RECORD));
            assertThat(result).isInstanceOf(CallResult.TimedOut.class);
            var _ = baton.gate("later").pause(baton.in(Duration.ofMinutes(2)), StopToken.never());
            assertThat(removed()).containsExactly(FILES.sha256(), FILES.cue());
            assertThat(storage.insight().paths()).contains(FILES.image(), FILES.record());
        });
    }

    @Test
    void nobodyElseHasItMeanwhile() {
        run(() -> {
            var problem =
                    value((_, lease) -> {
                        try {
                            HeldImage.of(storage, FILES, lease).close();
                            return "taken twice";
                        } catch (LeaseClosedException closed) {
                            throw closed;
                        } catch (IOException refused) {
                            return String.valueOf(refused.getMessage());
                        }
                    });
            assertThat(problem).isEqualTo("/out/disc.bin is being used by another rip");
        });
    }

    @Test
    void whatIsWrittenIsReadAndHashed() {
        run(() -> {
            Optional<Map<String, String>> hashes =
                    value((held, _) -> {
                        held.write(7, bytes("SEVEN"));
                        held.sync();
                        assertThat(held.read(0, 12)).isEqualTo(bytes("twelve SEVEN"));
                        return held.hashes(
                                Map.of("crc32", "", "unknown", ""), new StopToken(), _ -> {});
                    });
            var crc = new java.util.zip.CRC32();
            crc.update(bytes("twelve SEVEN"));
            assertThat(hashes.orElseThrow())
                    .containsExactly(Map.entry("crc32", Long.toHexString(crc.getValue())));
        });
    }
}
