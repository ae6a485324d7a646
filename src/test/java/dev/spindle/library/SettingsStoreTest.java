package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Appearance.Language;
import dev.spindle.library.Appearance.Theme;
import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.script.CallKind;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.StopToken;
import dev.spindle.run.baton.BatonConcurrency;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The settings' file on scripted storage and the virtual clock. */
@Tag("unit")
class SettingsStoreTest {
    private static final String FILE = "/home/user/.config/spindle/settings.json";

    private final BatonConcurrency baton = new BatonConcurrency(7, Duration.ofHours(1));
    private final ScriptedStorage storage = new ScriptedStorage(baton);
    private final SettingsStore store = store(1);

    private SettingsStore store(long pid) {
        return new SettingsStore(baton, storage, Optional.of(FILE), pid);
    }

    private static Settings dark(Settings settings) {
        return settings.with(settings.appearance().with(Theme.DARK));
    }

    private static Settings german(Settings settings) {
        return settings.with(settings.appearance().with(Language.GERMAN));
    }

    private void pass(Duration time) {
        var _ = baton.gate("test").pause(baton.in(time), StopToken.never());
    }

    private Settings saved() {
        return SettingsText.read(content()).orElseThrow();
    }

    private String content() {
        return new String(storage.insight().content(FILE), StandardCharsets.UTF_8);
    }

    @Test
    void startsWithTheStandard() {
        assertThat(store.load()).isEqualTo(Settings.STANDARD);
        assertThat(storage.insight().exists("/home")).isFalse();
    }

    @Test
    void changesCountAtOnceAndAreSavedWhenItIsQuiet() {
        baton.run(() -> {
            store.update(SettingsStoreTest::dark);
            assertThat(store.current().appearance().theme()).isEqualTo(Theme.DARK);
            pass(Duration.ofMillis(900));
            store.update(SettingsStoreTest::german);
            pass(Duration.ofMillis(900));
            assertThat(storage.insight().exists(FILE)).isFalse();
            pass(Duration.ofMillis(200));
            assertThat(saved()).isEqualTo(german(dark(Settings.STANDARD)));
        });
        assertThat(store(2).load()).isEqualTo(store.current());
    }

    @Test
    void aFlushSavesAtOnce() {
        baton.run(() -> {
            store.update(SettingsStoreTest::dark);
            long before = baton.nanoTime();
            assertThat(store.flush(baton.in(Duration.ofSeconds(5)))).isTrue();
            assertThat(baton.nanoTime() - before).isLessThan(Duration.ofMillis(500).toNanos());
            assertThat(saved()).isEqualTo(store.current());
            assertThat(store.flush(baton.in(Duration.ofSeconds(5)))).isTrue();
        });
    }

    @Test
    void aFlushDoesNotWaitForAHomeThatHangs() {
        storage.hang(CallKind.SYNC, 1, Duration.ofMinutes(30));
        baton.run(() -> {
            store.update(SettingsStoreTest::dark);
            assertThat(store.flush(baton.in(Duration.ofSeconds(2)))).isFalse();
            store.update(SettingsStoreTest::german);
            assertThat(store.current()).isEqualTo(german(dark(Settings.STANDARD)));
        });
    }

    @Test
    void whatCouldNotBeSavedIsSavedWithTheNextChange() {
        storage.fail(CallKind.WRITE, 1, Errno.ENOSPC);
        baton.run(() -> {
            store.update(SettingsStoreTest::dark);
            assertThat(store.flush(baton.in(Duration.ofSeconds(5)))).isFalse();
            assertThat(storage.insight().exists(FILE)).isFalse();
            store.update(SettingsStoreTest::german);
            assertThat(store.flush(baton.in(Duration.ofSeconds(5)))).isTrue();
            assertThat(saved()).isEqualTo(store.current());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"theme\" : \"da", "\0\0\0\0", "[]"})
    void damageIsSetAside(String text) {
        byte[] damaged = text.getBytes(StandardCharsets.UTF_8);
        storage.insight().file(FILE, damaged);
        assertThat(store.load()).isEqualTo(Settings.STANDARD);
        assertThat(storage.insight().exists(FILE)).isFalse();
        assertThat(storage.insight().content(FILE + ".damaged")).isEqualTo(damaged);
    }

    @Test
    void twoProgramsDoNotUndoEachOthersChanges() {
        var other = store(2);
        baton.run(() -> {
            store.load();
            other.load();
            store.update(SettingsStoreTest::dark);
            other.update(SettingsStoreTest::german);
            pass(Duration.ofSeconds(5));
            assertThat(saved()).isEqualTo(german(dark(Settings.STANDARD)));
        });
    }

    @Test
    void aLockThatIsHeldForEverDoesNotHoldUpSaving() throws OsException {
        storage.insight().file(FILE + ".lock", new byte[0]);
        assertThat(storage.open(FILE + ".lock", Storage.How.CREATE).tryLock()).isTrue();
        baton.run(() -> {
            store.update(SettingsStoreTest::dark);
            pass(Duration.ofSeconds(10));
            assertThat(saved()).isEqualTo(store.current());
        });
    }

    @Test
    void aPowerCutLeavesOldOrNew() {
        baton.run(() -> {
            store.update(SettingsStoreTest::dark);
            assertThat(store.flush(baton.in(Duration.ofSeconds(5)))).isTrue();
            storage.fail(CallKind.SYNC_FOLDER, 1, Errno.EIO);
            store.update(SettingsStoreTest::german);
            assertThat(store.flush(baton.in(Duration.ofSeconds(5)))).isFalse();
            for (long seed = 0; seed < 50; seed++) {
                var crashed = storage.crashCopy(seed);
                var after = new SettingsStore(baton, crashed, Optional.of(FILE), 3).load();
                assertThat(after.appearance().theme()).as("seed %d", seed).isEqualTo(Theme.DARK);
            }
        });
    }

    @Test
    void withoutAHomeSettingsLastUntilTheEnd() {
        var homeless = new SettingsStore(baton, storage, Optional.empty(), 1);
        baton.run(() -> {
            assertThat(homeless.load()).isEqualTo(Settings.STANDARD);
            homeless.update(SettingsStoreTest::dark);
            assertThat(homeless.flush(baton.in(Duration.ofSeconds(1)))).isTrue();
        });
        assertThat(homeless.current().appearance().theme()).isEqualTo(Theme.DARK);
        assertThat(storage.insight().paths()).containsExactly("/");
    }
}
