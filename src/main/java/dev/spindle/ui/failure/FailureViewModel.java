package dev.spindle.ui.failure;

import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Desktop;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Texts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.LinkedHashMap;
import java.util.List;

/** A fault that is shown, and the bundle that can be saved. For the interface thread. */
final class FailureViewModel {
    private final FailureReport report;
    private final Background background;
    private final Desktop desktop;
    private final String home;
    private final List<String> knownSerials;
    private final BooleanProperty serials = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper outcome = new ReadOnlyStringWrapper("");

    /**
     * A fault and its bundle.
     *
     * @param home the folder where bundles are saved
     * @param knownSerials of drives, which stand in no bundle unless they are wanted there
     */
    FailureViewModel(
            FailureReport report,
            Background background,
            Desktop desktop,
            String home,
            List<String> knownSerials) {
        this.report = report;
        this.background = background;
        this.desktop = desktop;
        this.home = home;
        this.knownSerials = List.copyOf(knownSerials);
    }

    FailureReport report() {
        return report;
    }

    /** Whether serial numbers stay in the bundle. */
    BooleanProperty serialsProperty() {
        return serials;
    }

    /** What came of saving; empty before. */
    ReadOnlyStringProperty outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    void saveBundle() {
        boolean withSerials = serials.get();
        background.run(
                "save-bundle",
                () -> {
                    var texts = new LinkedHashMap<String, String>();
                    texts.put("fault.txt", report.details());
                    texts.put("log.txt", desktop.log());
                    texts.put("events.jsonl", desktop.events());
                    texts.put("system.txt", desktop.systemFacts());
                    byte[] zip = DiagnosticBundle.of(texts, knownSerials, withSerials);
                    return desktop.save(home + "/spindle-diagnostics.zip", zip);
                },
                path -> outcome.set(Texts.format("failure.saved.text", path)),
                problem -> outcome.set(Problems.sentence(problem)));
    }
}
