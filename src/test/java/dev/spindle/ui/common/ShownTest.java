package dev.spindle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;

class ShownTest {
    private final Pane host = new Pane();
    private final Region first = new Region();
    private final Region second = new Region();

    @Test
    void ofSeveralPagesOneIsSeen() {
        Shown.only(host, first);
        Shown.only(host, second);
        assertThat(host.getChildren()).containsExactly(first, second);
        assertThat(first.isVisible() || first.isManaged()).isFalse();
        assertThat(second.isVisible() && second.isManaged()).isTrue();
    }

    @Test
    void aPageComesBackAsItWas() {
        Shown.only(host, first);
        Shown.only(host, second);
        Shown.only(host, first);
        assertThat(host.getChildren()).containsExactly(first, second);
        assertThat(first.isVisible() && first.isManaged()).isTrue();
        assertThat(second.isVisible()).isFalse();
    }
}
