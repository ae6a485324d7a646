package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.toc.MediumFamily;
import dev.spindle.drive.Approach;
import dev.spindle.os.Errno;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.rescue.ApproachRecord;
import dev.spindle.rescue.DriveLessons;
import dev.spindle.rip.DriveMemory;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What is known of drives, on scripted storage and the virtual clock. */
@Tag("unit")
class LessonStoreTest {
    private static final String FILE = "/home/user/.local/share/spindle/drives.json";
    private static final DriveMemory.Key DVD =
            new DriveMemory.Key("HL-DT-ST GH24NSD1 LG00", MediumFamily.DVD);
    private static final DriveMemory.Key CD =
            new DriveMemory.Key("HL-DT-ST GH24NSD1 LG00", MediumFamily.CD);
    private static final DriveLessons SLOW = lessons(9e9);
    private static final DriveLessons QUICK = lessons(2e9);

    private final BatonConcurrency baton = new BatonConcurrency(7, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);

    private static DriveLessons lessons(double badNanos) {
        return new DriveLessons(
                3e5,
                1e8,
                badNanos,
                Map.of(
                        Approach.PLAIN,
                        new ApproachRecord(20, 1, 2e10),
                        Approach.RESTED,
                        new ApproachRecord(2.5, 2, 3e10)));
    }

    private LessonStore store() {
        return new LessonStore(baton, storage, Optional.of(FILE), 1);
    }

    private Optional<DriveLessons> recall(LessonStore store, DriveMemory.Key key) {
        return store.recall(key, StopToken.never());
    }

    private void save(LessonStore store) {
        assertThat(store.awaitIdle(baton.in(Duration.ofSeconds(1)))).isTrue();
    }

    @Test
    void whatWasLearnedIsThereAtTheNextStart() {
        baton.run(() -> {
            var store = store();
            assertThat(recall(store, DVD)).isEmpty();
            store.learn(DVD, SLOW);
            store.learn(CD, QUICK);
            assertThat(recall(store, DVD)).contains(SLOW);
            save(store);
            assertThat(recall(store(), DVD)).contains(SLOW);
            assertThat(recall(store(), CD)).contains(QUICK);
        });
    }

    @Test
    void whatAnotherProgramLearnedMeanwhileStays() {
        baton.run(() -> {
            var one = store();
            var other = store();
            assertThat(recall(one, DVD)).isEmpty();
            other.learn(CD, QUICK);
            save(other);
            one.learn(DVD, SLOW);
            save(one);
            assertThat(recall(store(), CD)).contains(QUICK);
            assertThat(recall(store(), DVD)).contains(SLOW);
        });
    }

    @Test
    void aHomeFolderThatHangsCostsHalfASecond() {
        baton.run(() -> {
            storage.on(CallKind.LOOK_UP).hang(Duration.ofMinutes(5));
            storage.on(CallKind.OPEN).hang(Duration.ofMinutes(5));
            var store = store();
            long startNanos = baton.nanoTime();
            assertThat(recall(store, DVD)).isEmpty();
            assertThat(Duration.ofNanos(baton.nanoTime() - startNanos))
                    .isEqualTo(Duration.ofMillis(500));
            store.learn(DVD, SLOW);
            assertThat(recall(store, DVD)).as("what this process learned").contains(SLOW);
            assertThat(store.awaitIdle(baton.in(Duration.ofSeconds(1)))).isFalse();
        });
    }

    @Test
    void whatCannotBeSavedIsKeptForThisProcess() {
        baton.run(() -> {
            storage.on(CallKind.OPEN).path(FILE + ".1.tmp").fail(Errno.ENOSPC);
            var store = store();
            store.learn(DVD, SLOW);
            save(store);
            assertThat(recall(store, DVD)).contains(SLOW);
            assertThat(storage.insight().exists(FILE)).isFalse();
        });
    }

    @Test
    void withoutAHomeNothingIsWritten() {
        baton.run(() -> {
            var store = new LessonStore(baton, storage, Optional.empty(), 1);
            store.learn(DVD, SLOW);
            assertThat(recall(store, DVD)).contains(SLOW);
            save(store);
            assertThat(storage.insight().exists("/home")).isFalse();
        });
    }

    /** One bad entry costs no other; a file that is none is as good as empty. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"drives\": 3}",
                "{\"drives\": [{\"model\": \"A\"}, {\"model\": \"A\", \"family\": \"VINYL\"},"
                        + " {\"model\": \"A\", \"family\": \"DVD\", \"badNanos\": -1}]}",
                "{\"drives\": [{\"model\": \"A\", \"family\": \"DVD\", \"approaches\":"
                        + " {\"PLAIN\": {\"tries\": 1e999}}}]}"
            })
    void damageIsPassedOver(String text) {
        assertThat(LessonText.read(text)).isEmpty();
        baton.run(() -> {
            storage.insight().file(FILE, text.getBytes(StandardCharsets.UTF_8));
            var store = store();
            assertThat(recall(store, DVD)).isEmpty();
            store.learn(DVD, SLOW);
            save(store);
            assertThat(recall(store(), DVD)).contains(SLOW);
        });
    }
}
