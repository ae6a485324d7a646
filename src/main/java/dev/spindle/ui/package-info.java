/**
 * The window. One package for each part of it, with controller, view model and FXML side by side;
 * this one puts them together. It talks to the engine only through {@link
 * dev.spindle.rip.RipService}, pulls snapshots and is never called by the engine.
 */
@NullMarked
package dev.spindle.ui;

import org.jspecify.annotations.NullMarked;
