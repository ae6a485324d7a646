package dev.spindle.ui.options;

import dev.spindle.library.Writing;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.settings.SizeSetting;
import dev.spindle.writeback.BudgetRule;
import dev.spindle.writeback.Mechanism;
import dev.spindle.writeback.PolicyChoice;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** The options of a rip, with the same defaults as the command line. */
public final class OptionsViewModel {
    static final int MOST_RETRIES = 99;

    /** Below this, a ring holds but a few reads of a drive. */
    private static final long LEAST_RING_BYTES = 1 << 20;

    private final ObjectProperty<Policy> policy = new SimpleObjectProperty<>(Policy.AUTO);
    private final ObjectProperty<Controller> controller =
            new SimpleObjectProperty<>(Controller.AUTO);
    private final ObjectProperty<MechanismWish> mechanism =
            new SimpleObjectProperty<>(MechanismWish.AUTO);
    private final BooleanBinding hasChunks = policy.isNotEqualTo(Policy.PLAIN);
    private final BooleanBinding hasBudget =
            policy.isEqualTo(Policy.AUTO).or(policy.isEqualTo(Policy.STEADY));
    private final SizeField chunk = new SizeField(Texts.get("options.chunk.name"), 1, hasChunks);
    private final SizeField budget =
            new SizeField(Texts.get("options.budget.name"), BudgetRule.LEAST_BYTES, hasBudget);
    private final SizeField ring =
            new SizeField(
                    Texts.get("settings.ring.name"),
                    LEAST_RING_BYTES,
                    new SimpleBooleanProperty(true));
    private final BooleanProperty sha256 = new SimpleBooleanProperty(true);
    private final IntegerProperty retries = new SimpleIntegerProperty(3);
    private final ObjectBinding<Optional<PolicyChoice>> choice =
            Bindings.createObjectBinding(
                    this::makeChoice,
                    policy,
                    controller,
                    mechanism,
                    chunk.typedProperty(),
                    budget.typedProperty(),
                    ring.typedProperty());
    private final StringBinding problem =
            Bindings.createStringBinding(
                    this::findProblem,
                    chunk.problemProperty(),
                    budget.problemProperty(),
                    ring.problemProperty());
    private final StringBinding summary =
            Bindings.createStringBinding(
                    this::summarise,
                    policy,
                    controller,
                    mechanism,
                    chunk.typedProperty(),
                    budget.typedProperty(),
                    ring.typedProperty(),
                    sha256,
                    retries);

    public ObjectProperty<Policy> policyProperty() {
        return policy;
    }

    public ObjectProperty<Controller> controllerProperty() {
        return controller;
    }

    public ObjectProperty<MechanismWish> mechanismProperty() {
        return mechanism;
    }

    /** Blank for the controller's own start. */
    public SizeField chunk() {
        return chunk;
    }

    /** Blank for the usual. */
    public SizeField budget() {
        return budget;
    }

    /** Blank to take it from drive and memory. */
    public SizeField ring() {
        return ring;
    }

    /** Size of the ring to ask for. */
    public OptionalLong ringBytes() {
        return ring.bytes();
    }

    /** Begins with what is set; what settings don't hold is left to the program. */
    void begin(Writing writing) {
        policy.set(writing.policy());
        controller.set(Controller.AUTO);
        chunk.typedProperty().set("");
        mechanism.set(MechanismWish.of(writing.mechanism()));
        budget.typedProperty().set(SizeSetting.text(writing.budgetBytes()));
        ring.typedProperty().set(SizeSetting.text(writing.ringBytes()));
    }

    /** As much of the choice as settings hold; empty while a size can't be used. */
    Optional<Writing> writing() {
        return makeChoice()
                .map(made ->
                        new Writing(
                                made.policy(), budget.bytes(), ring.bytes(), mechanismOfChoice()));
    }

    private Optional<Mechanism> mechanismOfChoice() {
        return hasBudget.get() ? mechanism.get().mechanism() : Optional.empty();
    }

    /** Whether controller and chunk have a meaning with the policy. */
    public BooleanBinding hasChunksProperty() {
        return hasChunks;
    }

    /** Whether mechanism and budget have a meaning with the policy. */
    public BooleanBinding hasBudgetProperty() {
        return hasBudget;
    }

    public BooleanProperty sha256Property() {
        return sha256;
    }

    public IntegerProperty retriesProperty() {
        return retries;
    }

    /** Why a size can't be used, in one sentence; empty where all can. */
    public StringBinding problemProperty() {
        return problem;
    }

    /** All of it in one line, for when the options are folded away. */
    public StringBinding summaryProperty() {
        return summary;
    }

    public Set<HashAlgorithm> hashes() {
        return sha256.get() ? Set.of(HashAlgorithm.SHA256) : Set.of();
    }

    /** What was chosen; empty while a size can't be used. */
    public ObjectBinding<Optional<PolicyChoice>> choiceProperty() {
        return choice;
    }

    private Optional<PolicyChoice> makeChoice() {
        if (!findProblem().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PolicyChoice(
                        policy.get(),
                        hasChunks.get() ? controller.get() : Controller.NONE,
                        chunk.bytes(),
                        mechanismOfChoice(),
                        budget.bytes()));
    }

    private String findProblem() {
        return Stream.of(chunk, budget, ring)
                .map(size -> size.problemProperty().get())
                .filter(why -> !why.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Only what differs from the policy's own ways is told. */
    private String summarise() {
        var parts = new ArrayList<String>();
        parts.add(Texts.of("policy", policy.get(), "name"));
        if (hasChunks.get() && controller.get() != Controller.AUTO) {
            parts.add(Texts.of("controller", controller.get(), "name"));
        }
        if (hasBudget.get() && mechanism.get() != MechanismWish.AUTO) {
            parts.add(Texts.of("mechanism", mechanism.get(), "name"));
        }
        if (chunk.isSaid()) {
            parts.add(Texts.format("options.summary.chunk", chunk.typedProperty().get()));
        }
        if (budget.isSaid()) {
            parts.add(Texts.format("options.summary.budget", budget.typedProperty().get()));
        }
        if (ring.isSaid()) {
            parts.add(Texts.format("options.summary.ring", ring.typedProperty().get()));
        }
        return Texts.format(
                sha256.get() ? "options.summary.hashed" : "options.summary.plain",
                String.join(", ", parts),
                Integer.toString(retries.get()));
    }
}
