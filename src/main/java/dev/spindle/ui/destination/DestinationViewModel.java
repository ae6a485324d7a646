package dev.spindle.ui.destination;

import dev.spindle.rip.DestinationReport;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Tone;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import java.util.Optional;

/**
 * The destination folder and what is known of it. A change of the folder makes the old facts void
 * at once; a {@link #look} brings new ones, however late.
 */
public final class DestinationViewModel {
    /** Looks that nothing came back from. A hung share must not collect threads without end. */
    private static final int MOST_PENDING_LOOKS = 3;

    private final RipService service;
    private final Background background;
    private final String home;
    private final StringProperty folder = new SimpleStringProperty("");
    private final LongProperty neededBytes = new SimpleLongProperty();
    private final ReadOnlyObjectWrapper<Optional<DestinationReport>> report =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DestinationSummary>> summary =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private String usual = "";
    private int pendingLooks;

    /** The latest look had to wait until an earlier one comes back. */
    private boolean postponed;

    private int generation;

    /** {@code home} stands for {@code ~} in what the user types. */
    public DestinationViewModel(RipService service, Background background, String home) {
        this.service = service;
        this.background = background;
        this.home = home;
        folder.addListener((_, _, _) -> forget());
        neededBytes.addListener((_, _, _) -> summarise());
    }

    public StringProperty folderProperty() {
        return folder;
    }

    /** The folder that is taken unless the user says otherwise, now and whenever it changes. */
    public void usually(String next) {
        boolean isUntouched = folder.get().isBlank() || folder.get().equals(usual);
        usual = next;
        if (isUntouched) {
            folder.set(next);
        }
    }

    /** Size of the image that is to go there; 0 where that is not known. */
    public LongProperty neededBytesProperty() {
        return neededBytes;
    }

    public ReadOnlyObjectProperty<Optional<DestinationReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<DestinationSummary>> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why the folder is refused, in one sentence; empty where it is not. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** The folder to rip into, absolute, if a rip there can succeed. */
    public Optional<String> usableFolder() {
        return summary.get().filter(s -> s.tone() != Tone.DANGER).isPresent()
                ? report.get().map(DestinationReport::folder)
                : Optional.empty();
    }

    /** Looks at the folder as it is typed now. */
    public void look() {
        String typed = folder.get().strip();
        int mine = ++generation;
        problem.set("");
        looking.set(!typed.isEmpty());
        postponed = !typed.isEmpty() && pendingLooks >= MOST_PENDING_LOOKS;
        if (typed.isEmpty() || postponed) {
            return;
        }
        pendingLooks++;
        String path = withHome(typed);
        background.run(
                "destination-look",
                () -> service.lookAt(path),
                found -> ended(mine, () -> report.set(Optional.of(found))),
                refusal -> ended(mine, () -> refused(Problems.sentence(refusal))));
    }

    private String withHome(String typed) {
        return typed.equals("~") || typed.startsWith("~/") ? home + typed.substring(1) : typed;
    }

    /** The path of a folder as a user types it: one that says no root lies in the home folder. */
    public String absolute(String typed) {
        String path = withHome(typed);
        String rooted = path.startsWith("/") ? path : home + "/" + path;
        return rooted.length() > 1 && rooted.endsWith("/")
                ? rooted.substring(0, rooted.length() - 1)
                : rooted;
    }

    private void ended(int generationThen, Runnable take) {
        pendingLooks--;
        if (generationThen == generation) {
            looking.set(false);
            take.run();
            summarise();
        } else if (postponed) {
            look();
        }
    }

    /** What an earlier look found is no longer so. */
    private void refused(String why) {
        report.set(Optional.empty());
        problem.set(why);
    }

    private void forget() {
        generation++;
        postponed = false;
        report.set(Optional.empty());
        problem.set("");
        looking.set(!folder.get().isBlank());
        summarise();
    }

    private void summarise() {
        summary.set(report.get().map(r -> DestinationSummary.of(r, neededBytes.get())));
    }
}
