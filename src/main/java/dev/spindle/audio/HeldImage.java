package dev.spindle.audio;

import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.os.StorageFile;
import dev.spindle.rip.HashAlgorithm;
import dev.spindle.rip.files.ReadBack;
import dev.spindle.rip.files.RipFiles;
import dev.spindle.rip.files.TextFile;
import dev.spindle.rip.record.RipRecord;
import dev.spindle.rip.record.RipRecordText;
import dev.spindle.rip.stream.StreamHashes;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;
import dev.spindle.run.StopToken;
import dev.spindle.writeback.WholeWrite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** An image that nobody else may use meanwhile. For the encoder's thread. */
record HeldImage(Storage storage, RipFiles files, StorageFile file, RoleWorker.Lease lease)
        implements AutoCloseable {
    static HeldImage of(Storage storage, RipFiles files, RoleWorker.Lease lease)
            throws IOException {
        StorageFile file = storage.open(files.image(), Storage.How.READ_WRITE);
        if (!file.tryLock()) {
            file.close();
            throw new IOException(files.image() + " is being used by another rip");
        }
        return new HeldImage(storage, files, file, lease);
    }

    byte[] read(long offsetBytes, int bytes) throws IOException {
        var buffer = ByteBuffer.allocateDirect(bytes);
        while (buffer.hasRemaining()) {
            int got = file.read(buffer, offsetBytes + buffer.position());
            if (got <= 0) {
                break;
            }
            buffer.position(buffer.position() + got);
        }
        var content = new byte[bytes];
        buffer.get(0, content);
        return content;
    }

    void write(long offsetBytes, byte[] content) throws IOException {
        var buffer = ByteBuffer.allocateDirect(content.length).put(content).flip();
        WholeWrite.run(
                buffer,
                offsetBytes,
                file.path(),
                (rest, at) -> {
                    lease.check();
                    return file.write(rest, at);
                });
    }

    /** What is written then has other hashes: none are better than wrong ones. */
    void forgetHashes(RipRecord record) throws IOException {
        removeIfThere(files.sha256());
        save(record.withHashes(Map.of()));
    }

    /** Tells the hashes of what it holds now; returns the record's text. */
    String saveHashes(RipRecord record, Map<String, String> hashes) throws IOException {
        String sha256 = hashes.get(HashAlgorithm.SHA256.text());
        if (sha256 != null) {
            String line = sha256 + "  " + files.imageName() + "\n";
            TextFile.replace(storage, files.sha256(), line, lease);
        }
        return save(record.withHashes(hashes));
    }

    private String save(RipRecord record) throws IOException {
        String text = RipRecordText.write(record);
        TextFile.replace(storage, files.record(), text, lease);
        lease.check();
        storage.syncFolder(files.folder());
        return text;
    }

    /** Brings what was written to the device. */
    void sync() throws IOException {
        lease.check();
        file.syncData();
    }

    /**
     * Computes hashes of what it holds.
     *
     * @param names as records have them
     * @param progress hears how many bytes were read so far
     * @return empty after a stop
     */
    Optional<Map<String, String>> hashes(
            Map<String, String> names, StopToken stop, LongConsumer progress) throws IOException {
        var wanted =
                Arrays.stream(HashAlgorithm.values())
                        .filter(algorithm -> names.containsKey(algorithm.text()))
                        .collect(Collectors.toSet());
        var hashes = new StreamHashes(wanted);
        long bytes = file.facts().sizeBytes();
        return ReadBack.run(file, bytes, hashes, lease, stop, progress)
                ? Optional.of(hashes.hex())
                : Optional.empty();
    }

    /**
     * Removes the image and what stands beside it: the image while its name keeps others away, and
     * the record last, since with it a next start can finish this. A record that another rip has
     * written meanwhile stays.
     *
     * @param record its text
     * @return false where the image stays, since its name leads to another file by now
     */
    boolean remove(String record) throws IOException {
        lease.enter(Activity.FILING);
        var there = storage.lookUp(files.image());
        if (there.isPresent() && !there.get().isSameFileAs(file.facts())) {
            return false;
        }
        for (String path : List.of(files.sha256(), files.cue(), files.map())) {
            removeIfThere(path);
        }
        removeIfThere(files.image());
        lease.check();
        storage.syncFolder(files.folder());
        if (TextFile.read(storage, files.record()).equals(Optional.of(record))) {
            removeIfThere(files.record());
        }
        lease.check();
        storage.syncFolder(files.folder());
        return true;
    }

    private void removeIfThere(String path) throws IOException {
        lease.check();
        if (storage.lookUp(path).isPresent()) {
            lease.check();
            storage.remove(path);
        }
    }

    @Override
    public void close() throws OsException {
        file.close();
    }
}
