package dev.spindle.ui.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spindle.rip.HashAlgorithm;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("unit")
class OptionsViewModelTest {
    private final OptionsViewModel model = new OptionsViewModel();

    @Test
    void startsWithTheStandardChoice() {
        assertThat(model.choice()).contains(PolicyChoice.standard());
        assertThat(model.hashes()).containsExactly(HashAlgorithm.SHA256);
        assertThat(model.summaryProperty().get())
                .isEqualTo("Classic, Adaptive (p95), chunk 32M, SHA-256, retries 3");
    }

    @Test
    void takesControllerAndChunk() {
        model.controllerProperty().set(Controller.FIXED);
        model.chunkProperty().set("8MiB");
        assertThat(model.choice())
                .contains(new PolicyChoice(Policy.CLASSIC, Controller.FIXED, 8 << 20));
    }

    @Test
    void plainNeedsNoChunk() {
        model.chunkProperty().set("nonsense");
        assertThat(model.choice()).isEmpty();
        assertThat(model.chunkProblemProperty().get()).contains("'nonsense' is no size");
        model.policyProperty().set(Policy.PLAIN);
        model.sha256Property().set(false);
        model.retriesProperty().set(0);
        assertThat(model.choice()).contains(PolicyChoice.plain());
        assertThat(model.chunkProblemProperty().get()).isEmpty();
        assertThat(model.summaryProperty().get()).isEqualTo("Plain, no hash, retries 0");
    }

    @Test
    void refusesAnEmptyChunk() {
        model.chunkProperty().set("0");
        assertThat(model.chunkProblemProperty().get())
                .isEqualTo("A chunk must be larger than zero.");
        assertThat(model.choice()).isEmpty();
    }
}
