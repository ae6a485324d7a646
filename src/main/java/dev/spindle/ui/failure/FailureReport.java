package dev.spindle.ui.failure;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A fault of our own, told so that somebody else can find it. Pure.
 *
 * @param summary one line
 * @param details the summary, the facts of the system and the stack trace
 */
record FailureReport(String summary, String details) {
    static FailureReport of(Throwable fault, String systemFacts) {
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return of(fault.toString(), trace.toString(), systemFacts);
    }

    static FailureReport of(String summary, String trace, String systemFacts) {
        return new FailureReport(summary, summary + "\n\n" + systemFacts + "\n" + trace);
    }
}
