package dev.spindle.ui.options;

import dev.spindle.range.SizeText;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.ui.common.Texts;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The options of a rip, with the same defaults as the command line. */
public final class OptionsViewModel {
    static final int MOST_RETRIES = 99;

    private final ObjectProperty<Policy> policy = new SimpleObjectProperty<>(Policy.CLASSIC);
    private final ObjectProperty<Controller> controller =
            new SimpleObjectProperty<>(Controller.P95);
    private final StringProperty chunk = new SimpleStringProperty("32M");
    private final BooleanProperty sha256 = new SimpleBooleanProperty(true);
    private final IntegerProperty retries = new SimpleIntegerProperty(3);
    private final StringBinding chunkProblem =
            Bindings.createStringBinding(this::findChunkProblem, chunk, policy);
    private final StringBinding summary =
            Bindings.createStringBinding(
                    this::summarise, policy, controller, chunk, sha256, retries);

    public ObjectProperty<Policy> policyProperty() {
        return policy;
    }

    public ObjectProperty<Controller> controllerProperty() {
        return controller;
    }

    /** As typed: {@code 32M}. */
    public StringProperty chunkProperty() {
        return chunk;
    }

    public BooleanProperty sha256Property() {
        return sha256;
    }

    public IntegerProperty retriesProperty() {
        return retries;
    }

    /** Why the chunk can't be used, in one sentence; empty where it can. */
    public StringBinding chunkProblemProperty() {
        return chunkProblem;
    }

    /** All of it in one line, for when the options are folded away. */
    public StringBinding summaryProperty() {
        return summary;
    }

    /** Controllers that the user can choose from, where the policy has any. */
    public List<Controller> controllers() {
        return List.of(Controller.P95, Controller.FIXED);
    }

    public Set<HashAlgorithm> hashes() {
        return sha256.get() ? Set.of(HashAlgorithm.SHA256) : Set.of();
    }

    /** What was chosen; empty while the chunk can't be used. */
    public Optional<PolicyChoice> choice() {
        if (policy.get() == Policy.PLAIN) {
            return Optional.of(PolicyChoice.plain());
        }
        return chunkProblem.get().isEmpty()
                ? Optional.of(
                        new PolicyChoice(
                                policy.get(), controller.get(), SizeText.parse(chunk.get())))
                : Optional.empty();
    }

    private String findChunkProblem() {
        if (policy.get() == Policy.PLAIN) {
            return "";
        }
        try {
            return SizeText.parse(chunk.get()) > 0 ? "" : Texts.get("options.chunk.zero");
        } catch (IllegalArgumentException problem) {
            return Texts.format("options.chunk.problem", String.valueOf(problem.getMessage()));
        }
    }

    private String summarise() {
        String how = Texts.of("policy", policy.get(), "name");
        if (policy.get() == Policy.CLASSIC) {
            how =
                    Texts.format(
                            "options.summary.classic",
                            how,
                            Texts.of("controller", controller.get(), "name"),
                            chunk.get());
        }
        return Texts.format(
                sha256.get() ? "options.summary.hashed" : "options.summary.plain",
                how,
                Integer.toString(retries.get()));
    }
}
