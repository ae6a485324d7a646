package dev.spindle.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

@Tag("unit")
class NavigationTest {
    private final List<String> opened = new ArrayList<>();
    private final Page first = page("first");
    private final Page second = page("second");
    private final Navigation navigation = new Navigation().with(first).with(second);

    private Page page(String name) {
        return new Page(name, "fth-disc", NavigationTest.class, () -> opened.add(name));
    }

    @Test
    void showsTheDiscFirst() {
        assertThat(navigation.shownProperty().get()).isEmpty();
        assertThat(navigation.pages()).containsExactly(first, second);
        assertThat(opened).isEmpty();
    }

    @Test
    void opensAPageBeforeItShows() {
        var seen = new ArrayList<String>();
        navigation
                .shownProperty()
                .addListener((_, _, now) -> now.ifPresent(p -> seen.addAll(opened)));
        navigation.show(second);
        assertThat(seen).containsExactly("second");
        assertThat(navigation.shownProperty().get()).contains(second);
    }

    @Test
    void doesNotOpenTwiceWhatItShows() {
        navigation.show(first);
        navigation.show(first);
        assertThat(opened).containsExactly("first");
        navigation.showDisc();
        assertThat(navigation.shownProperty().get()).isEmpty();
        navigation.show(first);
        assertThat(opened).containsExactly("first", "first");
    }

    @Test
    void countsPlacesFromTheTop() {
        navigation.show(1);
        assertThat(navigation.shownProperty().get()).contains(second);
        navigation.show(7);
        navigation.show(-1);
        assertThat(navigation.shownProperty().get()).contains(second);
        assertThat(opened).containsExactly("second");
    }

    @Test
    void refusesAPageThatHasNoEntry() {
        assertThatThrownBy(() -> navigation.show(Page.of("other", "fth-x", Navigation.class)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> navigation.pages().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
