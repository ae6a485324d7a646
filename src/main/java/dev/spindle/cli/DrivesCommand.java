package dev.spindle.cli;

import dev.spindle.rip.DriveReport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/** {@code spindle drives}. */
@Command(name = "drives", description = "Lists the drives and what is in them.")
final class DrivesCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--json", description = "as JSON")
    boolean json;

    DrivesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<DriveReport> drives = session.context().service().get().drives();
        if (json) {
            session.result(Json.line(drives.stream().map(DriveJson::object).toList()));
        } else {
            drives.forEach(drive -> session.result(DriveText.brief(drive)));
        }
        return 0;
    }
}
