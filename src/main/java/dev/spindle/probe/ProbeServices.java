package dev.spindle.probe;

import dev.spindle.os.Storage;
import dev.spindle.os.SystemFacts;
import dev.spindle.run.Concurrency;
import dev.spindle.writeback.DeviceBudgets;

/**
 * What a destination test needs from the world; all of it can be scripted.
 *
 * @param budgets of unconfirmed bytes, shared with all rips of the program
 */
public record ProbeServices(
        Concurrency concurrency, Storage storage, SystemFacts system, DeviceBudgets budgets) {}
