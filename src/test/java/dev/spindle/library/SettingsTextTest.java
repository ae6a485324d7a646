package dev.spindle.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Appearance.Language;
import dev.spindle.library.Appearance.Theme;
import dev.spindle.library.Habits.OnInsert;
import dev.spindle.library.Habits.WhenFinished;
import dev.spindle.rip.MusicWishes.Format;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
class SettingsTextTest {
    private static final Writing STEADY =
            new Writing(
                    Policy.STEADY,
                    OptionalLong.of(32 << 20),
                    OptionalLong.of(256 << 20),
                    Optional.of(Mechanism.DATASYNC));

    static final Settings FULL =
            Settings.STANDARD
                    .with(new Appearance(Theme.DARK, Language.GERMAN))
                    .with(
                            new Habits(
                                    "/srv/rips",
                                    "{label} {date}",
                                    OnInsert.RIP,
                                    WhenFinished.EJECT,
                                    "~/staging"))
                    .with(STEADY.with(Policy.CLASSIC))
                    .withFolder("/mnt/nas", memory -> memory.withWriting(Optional.of(STEADY)))
                    .withFolder(
                            "/mnt/nas",
                            memory ->
                                    memory.with(
                                            new TestMemory(
                                                    Instant.parse("2026-01-02T03:04:05Z"),
                                                    54_000_000,
                                                    11.5e6,
                                                    0.25,
                                                    9.75)))
                    .with(new WindowPlace(10, -20.5, 1280, 800, true, "library"));

    @Test
    void readsBackWhatItWrote() {
        assertThat(SettingsText.read(SettingsText.write(FULL))).contains(FULL);
        assertThat(SettingsText.read(SettingsText.write(Settings.STANDARD)))
                .contains(Settings.STANDARD);
    }

    private static Settings music(String json) {
        return SettingsText.read("{\"theme\":\"dark\",\"music\":" + json + "}").orElseThrow();
    }

    @Test
    void musicComesBack() {
        var music =
                MusicSettings.STANDARD
                        .with(Format.WAV)
                        .with(true)
                        .withOffset("A B", 667)
                        .withOffset("C", -12)
                        .withServer("ctdb", "http://localhost:8/");
        var settings = Settings.STANDARD.with(music);
        assertThat(SettingsText.read(SettingsText.write(settings))).contains(settings);
    }

    @Test
    void whatCannotBeMeantOfMusicCostsNoOther() {
        var read =
                music(
                        """
                        {"format":"opus","looksUp":"perhaps",
                         "offsets":{"A":"far","B":6,"C":0},
                         "servers":{"ctdb":"nowhere","freedb":"http://x","coverart":"http://y"}}
                        """);
        assertThat(read.appearance().theme()).isEqualTo(Theme.DARK);
        assertThat(read.music())
                .isEqualTo(
                        new MusicSettings(
                                Format.FLAC,
                                Map.of("B", 6),
                                false,
                                Map.of("coverart", "http://y")));
        assertThat(music("[]").music()).isEqualTo(MusicSettings.STANDARD);
    }

    @Test
    void noOffsetAndNoAddressAreForgotten() {
        var music =
                MusicSettings.STANDARD
                        .withOffset("A", 6)
                        .withServer("ctdb", "http://x")
                        .withOffset("A", 0)
                        .withServer("ctdb", " ");
        assertThat(music).isEqualTo(MusicSettings.STANDARD);
    }

    @Test
    void aDamagedValueCostsNoOther() {
        String text =
                SettingsText.write(FULL)
                        .replace("\"dark\"", "\"beige\"")
                        .replace("\"datasync\"", "17")
                        .replace("\"width\" : 1280.0", "\"width\" : -3")
                        .replace("2026-01-02T03:04:05Z", "yesterday")
                        .replace("268435456", "\"plenty\"");
        var read = SettingsText.read(text).orElseThrow();
        assertThat(read.appearance()).isEqualTo(new Appearance(Theme.SYSTEM, Language.GERMAN));
        assertThat(read.window()).isEmpty();
        var memory = read.folder("/mnt/nas");
        assertThat(memory.lastTest()).isEmpty();
        assertThat(memory.writing().orElseThrow().mechanism()).isEmpty();
        assertThat(memory.writing().orElseThrow().ringBytes()).isEmpty();
        assertThat(memory.writing().orElseThrow().budgetBytes()).hasValue(32 << 20);
        assertThat(read.habits()).isEqualTo(FULL.habits());
    }

    @Test
    void readsNothingWhereItIsNoObject() {
        String text = SettingsText.write(FULL);
        for (int end = 0; end < text.length() - 2; end += 11) {
            assertThat(SettingsText.read(text.substring(0, end))).as("%d bytes", end).isEmpty();
        }
        assertThat(SettingsText.read("[]")).isEmpty();
        assertThat(SettingsText.read("\0\0\0")).isEmpty();
        assertThat(SettingsText.read("{}")).contains(Settings.STANDARD);
    }

    @Test
    void aFolderHasItsOwnWritingOrThatOfAll() {
        assertThat(FULL.writingFor("/mnt/nas")).isEqualTo(STEADY);
        assertThat(FULL.writingFor("/srv/rips").policy()).isEqualTo(Policy.CLASSIC);
        var forgotten = FULL.withFolder("/mnt/nas", _ -> FolderMemory.NONE);
        assertThat(forgotten.folders()).isEmpty();
    }

    @Test
    void asksForBudgetAndMechanismOnlyWhereThePolicyHasThem() {
        var steady = STEADY.choice();
        assertThat(steady.budgetBytes()).hasValue(32 << 20);
        assertThat(steady.mechanism()).contains(Mechanism.DATASYNC);
        assertThat(STEADY.with(Policy.CLASSIC).choice().budgetBytes()).isEmpty();
        var plain = STEADY.with(Policy.PLAIN).choice();
        assertThat(plain.controller()).isEqualTo(Controller.NONE);
        assertThat(plain.mechanism()).isEmpty();
    }
}
