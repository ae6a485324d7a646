package dev.spindle.ui.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.library.Writing;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;

@Tag("unit")
class OptionsViewModelTest {
    private final OptionsViewModel model = new OptionsViewModel();

    private PolicyChoice choice() {
        return model.choiceProperty().get().orElseThrow();
    }

    @Test
    void startsWithTheStandardChoice() {
        assertThat(choice()).isEqualTo(PolicyChoice.standard());
        assertThat(model.hashes()).containsExactly(HashAlgorithm.SHA256);
        assertThat(model.summaryProperty().get()).isEqualTo("Automatic, SHA-256, retries 3");
    }

    @Test
    void takesAllThatSteadyCanBeTold() {
        model.policyProperty().set(Policy.STEADY);
        model.controllerProperty().set(Controller.FIXED);
        model.mechanismProperty().set(MechanismWish.RANGE);
        model.chunk().typedProperty().set("8MiB");
        model.budget().typedProperty().set("32M");
        assertThat(choice())
                .isEqualTo(
                        new PolicyChoice(
                                Policy.STEADY,
                                Controller.FIXED,
                                OptionalLong.of(8 << 20),
                                Optional.of(Mechanism.RANGE),
                                OptionalLong.of(32 << 20)));
        assertThat(model.summaryProperty().get())
                .isEqualTo("Steady, Fixed, Range sync, chunk 8MiB, budget 32M, SHA-256, retries 3");
    }

    @Test
    void theRingIsTakenOrRefusedAsTheOtherSizesAre() {
        assertThat(model.ringBytes()).isEmpty();
        model.ring().typedProperty().set("64M");
        assertThat(model.ringBytes()).hasValue(64 << 20);
        assertThat(model.summaryProperty().get())
                .isEqualTo("Automatic, ring 64M, SHA-256, retries 3");
        model.ring().typedProperty().set("1k");
        assertThat(model.problemProperty().get()).isEqualTo("The ring must be at least 1 MiB.");
        assertThat(model.choiceProperty().get()).isEmpty();
        assertThat(model.writing()).isEmpty();
        model.policyProperty().set(Policy.PLAIN);
        assertThat(model.choiceProperty().get()).as("every policy has a ring").isEmpty();
    }

    @Test
    void beginsWithWhatIsSetAndGivesItBackAlike() {
        var set =
                new Writing(
                        Policy.STEADY,
                        OptionalLong.of(32 << 20),
                        OptionalLong.of(48 << 20),
                        Optional.of(Mechanism.DIRECT));
        model.chunk().typedProperty().set("8M");
        model.begin(set);
        assertThat(model.writing()).contains(set);
        assertThat(model.chunk().typedProperty().get()).isEmpty();
        assertThat(model.ringBytes()).hasValue(48 << 20);
        model.begin(Writing.STANDARD);
        assertThat(choice()).isEqualTo(PolicyChoice.standard());
        assertThat(model.writing()).contains(Writing.STANDARD);
    }

    @ParameterizedTest
    @EnumSource(MechanismWish.class)
    void everyMechanismCanBeWishedFor(MechanismWish wish) {
        model.mechanismProperty().set(wish);
        assertThat(choice().mechanism()).isEqualTo(wish.mechanism());
        assertThat(EnumSet.allOf(Mechanism.class))
                .allMatch(m -> MechanismWish.valueOf(m.name()).mechanism().equals(Optional.of(m)));
    }

    @Test
    void whatHasNoMeaningIsForgottenAndNotWrong() {
        model.mechanismProperty().set(MechanismWish.DIRECT);
        model.budget().typedProperty().set("nonsense");
        model.chunk().typedProperty().set("16M");
        model.policyProperty().set(Policy.CLASSIC);
        assertThat(model.hasBudgetProperty().get()).isFalse();
        assertThat(choice()).isEqualTo(new PolicyChoice(Policy.CLASSIC, Controller.AUTO, 16 << 20));
        assertThat(model.problemProperty().get()).isEmpty();

        model.policyProperty().set(Policy.PLAIN);
        model.sha256Property().set(false);
        model.retriesProperty().set(0);
        assertThat(model.hasChunksProperty().get()).isFalse();
        assertThat(choice()).isEqualTo(PolicyChoice.plain());
        assertThat(model.summaryProperty().get()).isEqualTo("Plain, no hash, retries 0");
    }

    @Test
    void sizesThatCanNotBeUsedAreTold() {
        model.budget().typedProperty().set("4095K");
        assertThat(model.problemProperty().get()).isEqualTo("The budget must be at least 4 MiB.");
        assertThat(model.choiceProperty().get()).isEmpty();
        model.chunk().typedProperty().set("lots");
        assertThat(model.problemProperty().get())
                .isEqualTo(
                        "The chunk can’t be used: 'lots' is no size; write for example 64M, 8MB or"
                                + " 4096.");
        model.chunk().typedProperty().set("0");
        assertThat(model.problemProperty().get()).isEqualTo("The chunk must be at least 1 B.");
        model.chunk().typedProperty().set("");
        model.budget().typedProperty().set("  ");
        assertThat(choice()).isEqualTo(PolicyChoice.standard());
    }
}
