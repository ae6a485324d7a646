package dev.spindle.ui;

import dev.spindle.ui.common.Chooser;

import java.util.Optional;

/** A user who always chooses the same, or nothing. */
final class FakeChooser implements Chooser {
    Optional<String> choice = Optional.empty();

    @Override
    public Optional<String> chooseImage() {
        return choice;
    }

    @Override
    public Optional<String> choosePicture() {
        return choice;
    }

    @Override
    public Optional<String> chooseFolder() {
        return choice;
    }
}
