package dev.spindle.rip;

import dev.spindle.os.Errno;
import dev.spindle.os.OsException;
import dev.spindle.range.SizeText;
import dev.spindle.rip.files.Destination;
import dev.spindle.run.Activity;
import dev.spindle.run.CallResult;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Whether a folder can take an image for a while, looked at before anything is given up for it. */
record LocalFolder(RipServices services, String folder, StopToken stop) {
    /** A local disk that was asleep answers by then. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** One sentence why it can't; empty where it can, or a stop came first. */
    Optional<String> problem(long imageBytes) {
        var concurrency = services.concurrency();
        var worker = new RoleWorker(concurrency, "lookout");
        try {
            var looked =
                    worker.call(
                            lease -> {
                                lease.enter(Activity.FILING);
                                return lookAndTry();
                            },
                            concurrency.in(PATIENCE),
                            stop);
            return switch (looked) {
                case CallResult.Returned<DestinationReport>(var there, _) ->
                        problem(there, imageBytes);
                case CallResult.Failed<DestinationReport>(var problem, _) ->
                        Optional.of(DiscSource.sentence(problem, folder));
                case CallResult.TimedOut<DestinationReport> _ ->
                        Optional.of(folder + " does not answer now; choose another folder.");
                case CallResult.Stopped<DestinationReport> _ -> Optional.empty();
            };
        } finally {
            worker.close();
        }
    }

    /** Looks at it, and makes and removes a folder in it: who may write there only that tells. */
    private DestinationReport lookAndTry() throws IOException {
        var there = new Destination(services.storage()).look(folder);
        if (there.writable()) {
            tryToMake(
                    there.exists()
                            ? folder + "/.spindle-" + services.system().processId()
                            : folder);
        }
        return there;
    }

    private void tryToMake(String path) throws OsException {
        try {
            services.storage().makeFolder(path);
        } catch (OsException problem) {
            // Another rip tries the same, or one was killed as it did.
            if (problem.errno() != Errno.EEXIST) {
                throw problem;
            }
        }
        new Destination(services.storage()).unmake(path);
    }

    private Optional<String> problem(DestinationReport there, long imageBytes) {
        return Admission.refusal(there, imageBytes)
                .or(() ->
                        imageBytes <= there.freeBytes()
                                ? Optional.empty()
                                : Optional.of(
                                        String.format(
                                                Locale.ROOT,
                                                "%s has %s free, and %s are needed; free some space"
                                                        + " or choose another folder",
                                                folder,
                                                SizeText.format(there.freeBytes()),
                                                SizeText.format(imageBytes))))
                .map(sentence -> sentence + ".");
    }
}
