package dev.spindle.cli;

import dev.spindle.probe.ProbeServices;
import dev.spindle.rip.RipService;
import dev.spindle.run.Concurrency;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the command line gets from outside.
 *
 * @param service makes the engine; asked at most once, and only by commands that need it, so that
 *     {@code --help} is fast
 * @param probe what a destination test needs; asked at most once likewise
 * @param out results
 * @param err progress, notices and refusals
 * @param folder absolute path of the current folder
 * @param version of the program
 * @param errIsTerminal whether a line on {@code err} can be drawn again
 * @param processId as the operating system says it
 */
public record CliContext(
        Supplier<RipService> service,
        Supplier<ProbeServices> probe,
        Concurrency concurrency,
        PrintStream out,
        PrintStream err,
        String folder,
        String version,
        boolean errIsTerminal,
        LongSupplier processId) {}
