package dev.spindle.writeback;

import dev.spindle.os.StorageFile;
import dev.spindle.range.ByteRange;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Writes to the file and lets the policy follow. */
final class FilePipeline implements Pipeline {
    private final StorageFile file;
    private final RangeLedger ledger;
    private final WritebackPolicy policy;
    private long positionBytes;
    private volatile PolicyStatus status;

    FilePipeline(StorageFile file, RangeLedger ledger, WritebackPolicy policy, long positionBytes) {
        this.file = file;
        this.ledger = ledger;
        this.policy = policy;
        this.positionBytes = positionBytes;
        this.status = policy.status();
    }

    @Override
    public void write(List<ByteBuffer> from, long startBytes, RoleWorker.Lease writer)
            throws IOException {
        long atBytes = startBytes;
        for (ByteBuffer buffer : from) {
            writeOne(buffer, atBytes, writer);
            atBytes += buffer.remaining();
        }
    }

    private void writeOne(ByteBuffer from, long startBytes, RoleWorker.Lease writer)
            throws IOException {
        if (startBytes != positionBytes) {
            writer.enter(Activity.WAITING_FOR_FLUSHER);
            policy.seek(startBytes);
            positionBytes = startBytes;
            status = policy.status();
        }
        var range = ByteRange.at(startBytes, from.remaining());
        ledger.writeBegins(range);
        WholeWrite.run(
                from,
                startBytes,
                file.path(),
                (rest, offsetBytes) -> {
                    writer.enter(Activity.WRITING, rest.remaining());
                    return file.write(rest, offsetBytes);
                });
        ledger.writeReturned(range);
        positionBytes = range.endBytes();
        if (policy.isDue(positionBytes)) {
            writer.enter(Activity.WAITING_FOR_FLUSHER);
            policy.progress(positionBytes);
            status = policy.status();
        }
    }

    @Override
    public void finish(RoleWorker.Lease writer) throws IOException {
        writer.enter(Activity.WAITING_FOR_FLUSHER);
        policy.finish();
        status = policy.status();
    }

    @Override
    public PolicyStatus status() {
        return status;
    }
}
