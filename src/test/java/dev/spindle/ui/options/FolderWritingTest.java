package dev.spindle.ui.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Settings;
import dev.spindle.library.Writing;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.OptionalLong;

/** Settings reach the options of a rip, for all folders or for one. */
@Tag("unit")
class FolderWritingTest {
    private static final String NAS = "/mnt/nas";
    private static final Writing STEADY =
            Writing.STANDARD.with(Policy.STEADY).withRing(OptionalLong.of(96 << 20));

    private final OptionsViewModel options = new OptionsViewModel();
    private final ObjectProperty<Optional<String>> folder =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.STANDARD);
    private final FolderWriting model = new FolderWriting(options, folder, settings, this::keep);

    private void keep(String path, Writing writing) {
        settings.set(settings.get().withFolder(path, m -> m.withWriting(Optional.of(writing))));
    }

    @Test
    void whatIsSetForAllFoldersIsWhereARipBegins() {
        settings.set(settings.get().with(Writing.STANDARD.with(Policy.CLASSIC)));
        assertThat(options.policyProperty().get()).as("no folder yet").isEqualTo(Policy.AUTO);
        folder.set(Optional.of("/home/user/Spindle"));
        assertThat(options.policyProperty().get()).isEqualTo(Policy.CLASSIC);
    }

    @Test
    void aFolderWithSettingsOfItsOwnIsWrittenByThem() {
        keep(NAS, STEADY);
        folder.set(Optional.of(NAS));
        assertThat(options.policyProperty().get()).isEqualTo(Policy.STEADY);
        assertThat(options.ringBytes()).hasValue(96 << 20);
        folder.set(Optional.of("/home/user/Spindle"));
        assertThat(options.policyProperty().get()).isEqualTo(Policy.AUTO);
        assertThat(options.ringBytes()).isEmpty();
    }

    @Test
    void whatWasChosenForOneRipStaysUntilFolderOrSettingsChange() {
        folder.set(Optional.of(NAS));
        options.policyProperty().set(Policy.PLAIN);
        folder.set(Optional.empty());
        folder.set(Optional.of(NAS));
        settings.set(settings.get().with(settings.get().habits().withFolder("/other")));
        assertThat(options.policyProperty().get()).isEqualTo(Policy.PLAIN);
        keep(NAS, STEADY);
        assertThat(options.policyProperty().get()).isEqualTo(Policy.STEADY);
    }

    @Test
    void theChoiceCanBeKeptForTheFolder() {
        assertThat(model.canKeepProperty().get()).isFalse();
        folder.set(Optional.of(NAS));
        options.policyProperty().set(Policy.STEADY);
        options.chunk().typedProperty().set("8M");
        options.ring().typedProperty().set("x");
        assertThat(model.canKeepProperty().get()).isFalse();
        options.ring().typedProperty().set("96M");
        assertThat(model.canKeepProperty().get()).isTrue();
        model.keep();
        assertThat(settings.get().writingFor(NAS)).isEqualTo(STEADY);
        assertThat(model.keptProperty().get()).isEqualTo("Kept for /mnt/nas.");
        assertThat(options.chunk().typedProperty().get()).as("of this rip").isEqualTo("8M");
        options.policyProperty().set(Policy.PLAIN);
        assertThat(model.keptProperty().get()).isEmpty();
    }
}
