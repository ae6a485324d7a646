package dev.spindle.ui.common;

import java.util.Optional;

/** Lets the user pick files and folders; empty where the user changed their mind. */
public interface Chooser {
    Optional<String> chooseImage();

    Optional<String> chooseFolder();

    Optional<String> choosePicture();
}
