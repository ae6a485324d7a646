package dev.spindle.ui.home;

/**
 * Controller of SetupView.fxml: what is asked before a rip. It only holds parts together; it is
 * loaded when a disc is first chosen, as its many controls would hold the first frame up.
 */
public final class SetupController {}
