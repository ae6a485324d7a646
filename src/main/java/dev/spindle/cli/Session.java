package dev.spindle.cli;

/**
 * One call of the command line.
 *
 * @param screen standard error
 * @param signals where requests to stop come from
 */
record Session(CliContext context, Screen screen, SignalSource signals) {
    static final int REFUSED = 1;
    static final int OWN_FAULT = 70;

    /** Prints one line of a result. */
    void result(String line) {
        context.out().println(line);
        context.out().flush();
    }

    /** Prints a piece of a line of a result. */
    void piece(String text) {
        context.out().print(text);
    }

    /** Says why nothing was done, and gives the exit code for it. */
    int refuse(String sentence) {
        screen.line("spindle: " + Texts.oneLine(sentence));
        return REFUSED;
    }
}
