package dev.spindle.probe;

import dev.spindle.run.Deadline;

import java.io.IOException;
import java.util.List;

/** A destination test under way. One thread waits and asks for the report; else safe for all. */
public interface ProbeRun {
    /** Waits, and says whether it has ended. */
    boolean awaitEnd(Deadline deadline);

    /** How far it has come. */
    ProbeProgress progress();

    /** The course of the passes that have begun, in their order. */
    List<ProbeCurve> curves();

    /** Stops it; its file is removed. Never blocks. */
    void stop();

    /** What came out, once it has ended. */
    ProbeReport report() throws IOException;
}
