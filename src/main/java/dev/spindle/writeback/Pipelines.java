package dev.spindle.writeback;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.run.Concurrency;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;

/** Makes the pipeline that was chosen. */
public final class Pipelines {
    private Pipelines() {}

    /**
     * A pipeline onto an open file. Asks the file for its file system, so it runs on the syncer.
     *
     * @param flusher the worker that kicks, confirms and evicts
     * @param stop ends the writer's waits
     */
    public static Pipeline open(
            PolicyChoice choice,
            StorageFile file,
            RangeLedger ledger,
            Concurrency concurrency,
            RoleWorker flusher,
            ChunkObserver observer,
            StopToken stop) {
        var policy =
                switch (choice.policy()) {
                    case PLAIN -> new PlainPolicy();
                    case CLASSIC ->
                            new ClassicPolicy(
                                    new FlusherCalls(concurrency, flusher, file, ledger, stop),
                                    controller(choice),
                                    observer,
                                    isNfs(file),
                                    0);
                };
        return new FilePipeline(file, ledger, policy, 0);
    }

    private static ChunkController controller(PolicyChoice choice) {
        return choice.controller() == PolicyChoice.Controller.FIXED
                ? new FixedController(choice.chunkBytes())
                : new P95Controller(choice.chunkBytes());
    }

    /** A file whose file system can't be asked counts as local. */
    private static boolean isNfs(StorageFile file) {
        try {
            return file.fileSystemType() == FileSystemKind.NFS_MAGIC;
        } catch (OsException problem) {
            ClassicLog.unknownFileSystem(problem);
            return false;
        }
    }
}
