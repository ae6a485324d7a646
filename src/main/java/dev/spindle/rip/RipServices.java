package dev.spindle.rip;

import dev.spindle.drive.Drive;
import dev.spindle.os.Storage;
import dev.spindle.os.SystemFacts;
import dev.spindle.run.Concurrency;
import dev.spindle.writeback.DeviceBudgets;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/**
 * What a rip needs from the world; all of it can be scripted.
 *
 * @param wallClock for names and records only, never for measuring
 * @param budgets of unconfirmed bytes, shared by all rips
 * @param memory of drives
 * @param limits what this machine can't do, a sentence each; shown with the destination's state
 */
public record RipServices(
        Concurrency concurrency,
        Storage storage,
        SystemFacts system,
        DriveOpener drives,
        InstantSource wallClock,
        DeviceBudgets budgets,
        DriveMemory memory,
        List<String> limits) {
    public RipServices {
        limits = List.copyOf(limits);
    }

    /** Without a memory of drives. */
    public RipServices(
            Concurrency concurrency,
            Storage storage,
            SystemFacts system,
            DriveOpener drives,
            InstantSource wallClock,
            DeviceBudgets budgets,
            List<String> limits) {
        this(concurrency, storage, system, drives, wallClock, budgets, DriveMemory.NONE, limits);
    }

    /** Opens what the user named. Blocks as long as the device pleases. */
    @FunctionalInterface
    public interface DriveOpener {
        /**
         * Opens a drive.
         *
         * @throws IOException with one sentence for the user
         */
        Drive open(String address) throws IOException;

        /**
         * Opens a drive to look at its disc only, beside others. Refuses at once where somebody has
         * it for himself.
         *
         * @throws IOException with one sentence for the user
         */
        default Drive look(String address) throws IOException {
            return open(address);
        }

        /** Folders where its disc is mounted. */
        default List<String> mountPoints(String address) {
            return List.of();
        }

        /**
         * Has its disc unmounted.
         *
         * @throws IOException with one sentence for the user where it stays mounted
         */
        default void unmount(String address) throws IOException {
            throw new IOException(address + " can't be unmounted by Spindle");
        }
    }
}
