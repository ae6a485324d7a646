package dev.spindle.cli;

import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** {@code spindle pid}, by which a test of the package sees that native calls work. */
@Command(name = "pid", hidden = true)
final class PidCommand implements Callable<Integer> {
    private final Session session;

    PidCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.result(Long.toString(session.context().processId().getAsLong()));
        return 0;
    }
}
