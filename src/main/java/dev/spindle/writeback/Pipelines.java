package dev.spindle.writeback;

import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.StorageFile;
import dev.spindle.writeback.PolicyChoice.Controller;
import dev.spindle.writeback.PolicyChoice.Policy;

/** Makes the pipeline that was chosen. */
public final class Pipelines {
    private Pipelines() {}

    /** Whether the choice, on this kind of file system, wants descriptions of its own. */
    public static boolean isSteady(PolicyChoice choice, FileSystemKind kind) {
        return AutoPolicy.resolve(choice, kind).policy() == Policy.STEADY;
    }

    /**
     * A pipeline onto an open file. May ask the file for its file system, so it runs on the syncer.
     *
     * @param kind of the file system that the file lies on
     */
    public static Pipeline open(
            PolicyChoice choice, OutputFiles files, FileSystemKind kind, PipelineParts parts) {
        var resolved = AutoPolicy.resolve(choice, kind);
        return switch (resolved.policy()) {
            case PLAIN -> new FilePipeline(files.data(), parts.ledger(), new PlainPolicy(), 0);
            case CLASSIC -> classic(resolved, files.data(), kind, parts);
            case STEADY -> steady(resolved, files, kind, parts);
            case AUTO -> throw new IllegalStateException("auto was not resolved");
        };
    }

    private static Pipeline classic(
            PolicyChoice choice, StorageFile file, FileSystemKind kind, PipelineParts parts) {
        var calls =
                new FlusherCalls(
                        parts.concurrency(), parts.flusher(), file, parts.ledger(), parts.stop());
        var policy =
                new ClassicPolicy(
                        calls,
                        controller(choice, Controller.P95, kind, BudgetRule.DEFAULT_BYTES),
                        parts.observer(),
                        isNfs(file),
                        0);
        return new FilePipeline(file, parts.ledger(), policy, 0);
    }

    private static Pipeline steady(
            PolicyChoice choice, OutputFiles files, FileSystemKind kind, PipelineParts parts) {
        long budgetBytes = BudgetRule.bytes(choice.budgetBytes(), parts.limits());
        var budget =
                parts.budgets()
                        .open(
                                files.facts().device(),
                                budgetBytes,
                                parts.ledger()::unconfirmedBytes);
        var chooser = new MechanismChooser(parts.concurrency(), files, kind, choice.mechanism());
        return new SteadyPipeline(
                parts,
                files.data().path(),
                new SteadyState(parts.concurrency(), chooser),
                budget,
                controller(choice, Controller.DRAIN, kind, budgetBytes));
    }

    private static ChunkController controller(
            PolicyChoice choice, Controller own, FileSystemKind kind, long budgetBytes) {
        var wanted = choice.controller() == Controller.AUTO ? own : choice.controller();
        return switch (wanted) {
            case DRAIN ->
                    new DrainController(
                            choice.chunkBytes().orElse(DrainController.START_BYTES),
                            leastBytes(kind),
                            budgetBytes);
            case P95 -> new P95Controller(startBytes(choice));
            case FIXED -> new FixedController(startBytes(choice));
            case NONE, AUTO -> throw new IllegalStateException("no controller: " + wanted);
        };
    }

    private static long leastBytes(FileSystemKind kind) {
        return switch (kind.family()) {
            case NFS, NETWORK -> DrainController.LEAST_NETWORK_BYTES;
            case LOCAL, FUSE, MEMORY -> DrainController.LEAST_BYTES;
        };
    }

    private static long startBytes(PolicyChoice choice) {
        return choice.chunkBytes().orElse(PolicyChoice.DEFAULT_CHUNK_BYTES);
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
