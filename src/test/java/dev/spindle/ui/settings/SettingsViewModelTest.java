package dev.spindle.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Appearance.Theme;
import dev.spindle.library.SettingsStore;
import dev.spindle.library.TestMemory;
import dev.spindle.library.Writing;
import dev.spindle.os.script.ScriptedStorage;
import dev.spindle.run.RealConcurrency;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
class SettingsViewModelTest {
    private final RealConcurrency concurrency = new RealConcurrency();
    private final SettingsStore store =
            new SettingsStore(concurrency, new ScriptedStorage(concurrency), Optional.empty(), 1);
    private final SettingsViewModel model = new SettingsViewModel(store);

    @Test
    void tellsTheStoreAndTheWindow() {
        model.change(s -> s.with(s.appearance().with(Theme.DARK)));
        assertThat(store.current().appearance().theme()).isEqualTo(Theme.DARK);
        assertThat(model.settingsProperty().get()).isEqualTo(store.current());
    }

    @Test
    void takesSizesThatCanBeUsed() {
        model.typeBudget("32M");
        model.typeRing("64M");
        assertThat(store.current().writing().budgetBytes()).hasValue(32 << 20);
        assertThat(store.current().writing().ringBytes()).hasValue(64 << 20);
        assertThat(model.problemProperty().get()).isEmpty();
        model.typeBudget(" ");
        assertThat(store.current().writing().budgetBytes()).isEmpty();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasThere() {
        model.typeRing("64M");
        model.typeRing("64 parsecs");
        assertThat(model.problemProperty().get()).startsWith("The ring can’t be used: ");
        assertThat(store.current().writing().ringBytes()).hasValue(64 << 20);
        model.typeBudget("1");
        assertThat(model.problemProperty().get()).isEqualTo("The budget must be at least 1 MiB.");
        model.typeBudget("");
        assertThat(model.problemProperty().get()).startsWith("The ring can’t be used: ");
        model.typeRing("");
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void remembersHowToWriteIntoAFolderUntilItIsForgotten() {
        model.useForFolder("/mnt/nas", Writing.STANDARD.with(Policy.CLASSIC));
        assertThat(store.current().writingFor("/mnt/nas").policy()).isEqualTo(Policy.CLASSIC);
        assertThat(FolderRow.of(store.current()))
                .containsExactly(new FolderRow("/mnt/nas", "written with Classic"));
        model.forgetFolder("/mnt/nas");
        assertThat(FolderRow.of(store.current())).isEmpty();
    }

    @Test
    void tellsOfTheLastTestOfAFolder() {
        model.change(s ->
                s.withFolder(
                        "/mnt/nas",
                        memory ->
                                memory.with(
                                        new TestMemory(
                                                Instant.EPOCH, 54_000_000, 11.5e6, 0.25, 9))));
        assertThat(FolderRow.of(store.current()).getFirst().text())
                .isEqualTo("takes 11.5 MB/s, longest stall 0.3 s");
    }

    @ParameterizedTest
    @CsvSource({"67108864, 64M", "1000, 1000", "3145729, 3145729"})
    void showsSizesAsTheyCanBeTyped(long bytes, String text) {
        assertThat(SizeSetting.text(OptionalLong.of(bytes))).isEqualTo(text);
        assertThat(SizeSetting.parse(text, "It", 1).bytes()).hasValue(bytes);
        assertThat(SizeSetting.text(OptionalLong.empty())).isEmpty();
    }

    @Test
    void takesAddressesOfDatabasesThatCanBeUsed() {
        model.typeServer("ctdb", "ftp://x");
        model.typeServer("coverart", "nowhere");
        assertThat(model.serverProblemProperty().get()).contains("“nowhere”");
        assertThat(model.settingsProperty().get().music().servers()).isEmpty();
        model.typeServer("coverart", "");
        assertThat(model.serverProblemProperty().get()).contains("“ftp://x”");
        model.typeServer("ctdb", "http://localhost:8/");
        assertThat(model.serverProblemProperty().get()).isEmpty();
        assertThat(model.settingsProperty().get().music().servers())
                .isEqualTo(Map.of("ctdb", "http://localhost:8/"));
    }
}
