package dev.spindle.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.disc.DiscFacts;
import dev.spindle.disc.DiscNote;
import dev.spindle.library.Appearance;
import dev.spindle.library.Habits;
import dev.spindle.os.FileSystemKind;
import dev.spindle.probe.ProbeForecast;
import dev.spindle.rescue.DiscMap;
import dev.spindle.rip.MusicWishes;
import dev.spindle.rip.RipOutcome;
import dev.spindle.rip.RipSnapshot;
import dev.spindle.rip.TrackProgress;
import dev.spindle.timeline.Health;
import dev.spindle.timeline.Side;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.drives.DriveCard;
import dev.spindle.ui.home.PrimaryAction;
import dev.spindle.ui.library.LibraryRow;
import dev.spindle.ui.options.MechanismWish;
import dev.spindle.ui.progress.Cushion;
import dev.spindle.ui.rip.SpeedWish;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Every text that is used exists, and every text that exists is used. */
@Tag("unit")
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/spindle/ui");
    private static final Path RESOURCES = Path.of("src/main/resources/dev/spindle/ui");

    private static final List<Controller> CONTROLLERS =
            List.of(Controller.AUTO, Controller.DRAIN, Controller.P95, Controller.FIXED);

    /** Which constants an area of {@code Texts.of(area, constant, role)} stands for. */
    private static final Map<String, List<? extends Enum<?>>> AREAS =
            Map.ofEntries(
                    Map.entry("disc-note", List.of(DiscNote.Topic.values())),
                    Map.entry("map-state", List.of(DiscMap.State.values())),
                    Map.entry("disc-kind", List.of(DiscFacts.Kind.values())),
                    Map.entry("speed", List.of(SpeedWish.values())),
                    Map.entry("source", List.of(DriveCard.Kind.values())),
                    Map.entry("family", List.of(FileSystemKind.Family.values())),
                    Map.entry("disc-speed", List.of(ProbeForecast.Disc.values())),
                    Map.entry("policy", List.of(Policy.values())),
                    Map.entry("controller", CONTROLLERS),
                    Map.entry("cushion", List.of(Cushion.Level.values())),
                    Map.entry("mechanism", List.of(MechanismWish.values())),
                    Map.entry("music-format", List.of(MusicWishes.Format.values())),
                    Map.entry("track-stage", List.of(TrackProgress.Stage.values())),
                    Map.entry("phase", List.of(RipSnapshot.Phase.values())),
                    Map.entry("health", List.of(Health.values())),
                    Map.entry("side", List.of(Side.values())),
                    Map.entry("outcome", List.of(RipOutcome.values())),
                    Map.entry("library-state", List.of(LibraryRow.State.values())),
                    Map.entry("theme", List.of(Appearance.Theme.values())),
                    Map.entry("language", List.of(Appearance.Language.values())),
                    Map.entry("on-insert", List.of(Habits.OnInsert.values())),
                    Map.entry("when-finished", List.of(Habits.WhenFinished.values())),
                    Map.entry("action", List.of(PrimaryAction.values())));

    @Test
    void keysInViewsAndCodeAreThoseOfTheBundle() throws IOException {
        var used = new TreeSet<String>();
        collect(RESOURCES, ".fxml", "\"%([a-z0-9.-]+)\"", used);
        collect(SOURCES, ".java", "\"((?:[a-z0-9-]+\\.){2}[a-z0-9-]+)\"", used);
        collect(
                Path.of("src/main/java/dev/spindle/app"),
                ".java",
                "Texts.get\\(\"([a-z.-]+)\"\\)",
                used);
        var areas = new TreeSet<String>();
        collect(SOURCES, ".java", "Texts\\s*\\.of\\(\\s*\"([a-z-]+\",[^\"]+, \"[a-z]+)\"", areas);
        // OptionsController hands the area on: its boxes show the names of their constants.
        collect(SOURCES, ".java", "offer\\([^;\"]*\"([a-z-]+)\"", areas);
        for (String text : areas) {
            String area = text.replaceAll("(?s)\".*", "");
            String role = text.contains("\"") ? text.replaceAll("(?s).*\"", "") : "name";
            assertThat(AREAS).as("the areas of this test").containsKey(area);
            AREAS.getOrDefault(area, List.of()).forEach(c -> used.add(key(area, c, role)));
        }
        assertThat(used).containsExactlyInAnyOrderElementsOf(Texts.bundle().keySet());
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        try (var lines = Files.lines(RESOURCES.resolve("texts.properties"))) {
            assertThat(lines.filter(line -> line.contains("=")).map(line -> line.split("=", 2)[0]))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keysHaveThreeParts() {
        assertThat(Texts.bundle().keySet())
                .allMatch(key -> key.matches("[a-z0-9-]+\\.[a-z0-9-]+\\.[a-z0-9-]+"));
    }

    @Test
    void textsHaveNoStraightApostrophe() {
        // It would swallow the placeholders that follow it.
        assertThat(Texts.bundle().keySet()).noneMatch(key -> Texts.get(key).contains("'"));
    }

    @Test
    void placeholdersAreFilled() {
        assertThat(Texts.format("progress.read.text", "1 %", "2 GB", "3 GB"))
                .isEqualTo("Read 1 % (2 GB of 3 GB)");
    }

    private static String key(String area, Enum<?> constant, String role) {
        return area + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + role;
    }

    private static void collect(Path root, String ending, String pattern, Set<String> into)
            throws IOException {
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                var match = Pattern.compile(pattern).matcher(Files.readString(file));
                while (match.find()) {
                    into.add(match.group(1));
                }
            }
        }
    }
}
