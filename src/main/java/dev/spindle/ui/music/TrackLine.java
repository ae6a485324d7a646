package dev.spindle.ui.music;

import dev.spindle.rip.record.AlbumWords;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A track whose words can be typed. For the interface thread. */
final class TrackLine {
    private final int number;
    private final String length;
    private final StringProperty title;
    private final StringProperty performer;

    /** {@code length} is in minutes and seconds. */
    TrackLine(int number, String length, AlbumWords.TrackWords words) {
        this.number = number;
        this.length = length;
        this.title = new SimpleStringProperty(words.title());
        this.performer = new SimpleStringProperty(words.performer());
    }

    int number() {
        return number;
    }

    String length() {
        return length;
    }

    StringProperty titleProperty() {
        return title;
    }

    StringProperty performerProperty() {
        return performer;
    }

    AlbumWords.TrackWords words() {
        return new AlbumWords.TrackWords(title.get(), performer.get());
    }

    void take(AlbumWords.TrackWords words) {
        title.set(words.title());
        performer.set(words.performer());
    }
}
