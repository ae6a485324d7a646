package dev.spindle.ui.music;

import dev.spindle.disc.toc.DiscToc;
import dev.spindle.library.Settings;
import dev.spindle.rip.MusicServers;
import dev.spindle.rip.Release;
import dev.spindle.rip.RipService;
import dev.spindle.ui.common.Background;
import dev.spindle.ui.common.Problems;
import dev.spindle.ui.common.Texts;
import dev.spindle.ui.common.Tone;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import java.util.List;
import java.util.Optional;

/**
 * Which release of a database the chosen disc is. Nobody is asked unless the settings say so. For
 * the interface thread.
 */
public final class LookupViewModel {
    /** How far the question is. */
    public enum Stage {
        /** There is no disc with music, or nobody may be asked. */
        OFF,
        ASKING,
        /** Nothing was found, or the database does not answer. */
        NOTHING,
        FOUND
    }

    /**
     * What is shown.
     *
     * @param releases the likeliest first
     */
    public record Answer(Stage stage, List<Release> releases, Tone tone, String text) {
        private static final Answer OFF = new Answer(Stage.OFF, List.of(), Tone.NEUTRAL, "");

        public Answer {
            releases = List.copyOf(releases);
        }
    }

    private final RipService service;
    private final Background background;
    private final MusicViewModel music;
    private final ObservableValue<Settings> settings;
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(Answer.OFF);

    /** Of two discs that are chosen one after the other the first one's answer comes too late. */
    private int question;

    public LookupViewModel(
            RipService service,
            Background background,
            MusicViewModel music,
            ObservableValue<Settings> settings) {
        this.service = service;
        this.background = background;
        this.music = music;
        this.settings = settings;
        music.tocProperty().subscribe(_ -> ask());
        settings.map(now -> now.music().looksUp()).subscribe(_ -> ask());
    }

    public ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Asks, once more where it was asked before. */
    public void ask() {
        question++;
        Optional<DiscToc> toc = music.tocProperty().get();
        var now = settings.getValue().music();
        if (toc.isEmpty() || !now.looksUp()) {
            answer.set(Answer.OFF);
            return;
        }
        answer.set(
                new Answer(
                        Stage.ASKING, List.of(), Tone.NEUTRAL, Texts.get("music.lookup.asking")));
        int asking = question;
        background.run(
                "releases",
                () -> service.releases(toc.get(), MusicServers.of(now.servers())),
                found -> answered(asking, found),
                problem ->
                        show(
                                asking,
                                new Answer(
                                        Stage.NOTHING,
                                        List.of(),
                                        Tone.WARNING,
                                        Texts.format(
                                                "music.lookup.problem",
                                                Problems.sentence(problem)))));
    }

    private void answered(int asked, List<Release> found) {
        if (asked != question) {
            return;
        }
        String text =
                switch (found.size()) {
                    case 0 -> Texts.get("music.lookup.none");
                    case 1 -> Texts.get("music.lookup.one");
                    default -> Texts.format("music.lookup.many", Integer.toString(found.size()));
                };
        Stage stage = found.isEmpty() ? Stage.NOTHING : Stage.FOUND;
        show(asked, new Answer(stage, found, Tone.NEUTRAL, text));
        // Whoever has typed something already knows better.
        if (found.size() == 1 && !music.isTyped()) {
            choose(found.getFirst());
        }
    }

    private void show(int asked, Answer next) {
        if (asked == question) {
            answer.set(next);
        }
    }

    /** Takes the words of a release. */
    public void choose(Release release) {
        music.take(release.words());
    }

    /** A release in one line. */
    static String told(Release release) {
        var words = release.words();
        var parts =
                List.of(
                                words.performer(),
                                words.title(),
                                words.date(),
                                release.country(),
                                release.remark())
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .toList();
        return String.join("  ·  ", parts);
    }
}
