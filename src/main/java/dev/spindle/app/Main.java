package dev.spindle.app;

/** Opens the window, or hands over to the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
