package dev.spindle.writeback;

import dev.spindle.os.MemoryLimits;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

/**
 * What a pipeline works with.
 *
 * @param flusher the worker that kicks, confirms and evicts
 * @param observer hears of each chunk that was confirmed
 * @param budgets shared by all pipelines of the program
 * @param limits of memory, which the budget keeps to
 * @param stop ends the writer's waits
 */
public record PipelineParts(
        Concurrency concurrency,
        RoleWorker flusher,
        RangeLedger ledger,
        ChunkObserver observer,
        DeviceBudgets budgets,
        MemoryLimits limits,
        StopToken stop) {}
