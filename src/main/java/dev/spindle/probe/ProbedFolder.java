package dev.spindle.probe;

import dev.spindle.os.FileFacts;
import dev.spindle.os.FileSystemKind;
import dev.spindle.os.OsException;
import dev.spindle.os.Storage;
import dev.spindle.range.SizeText;
import dev.spindle.run.Activity;
import dev.spindle.run.RoleWorker;

import java.io.IOException;
import java.util.Optional;

/** Looks at a destination folder before it is tested. Makes file calls: for the syncer. */
final class ProbedFolder {
    /** Less than this says nothing about a device. */
    static final long LEAST_BYTES = 4L << 20;

    /** So much of the free room a test takes at most where nothing was said about it. */
    private static final int SHARE_OF_FREE = 4;

    private ProbedFolder() {}

    /**
     * Looks.
     *
     * @throws IOException with one sentence for the user
     */
    static ProbeFacts look(Storage storage, String folder, RoleWorker.Lease syncer)
            throws IOException {
        syncer.enter(Activity.FILING);
        Optional<FileFacts> found = storage.lookUp(folder);
        if (found.isEmpty()) {
            throw new IOException(folder + " does not exist; make it, or mount what belongs there");
        }
        if (found.get().kind() != FileFacts.Kind.FOLDER) {
            throw new IOException(folder + " is not a folder; name a folder");
        }
        var facts = storage.fileSystem(folder);
        var kind = FileSystemKind.of(facts.type(), storage.mount(folder));
        if (facts.readOnly() || kind.isReadOnly()) {
            throw new IOException(
                    folder
                            + " lies on "
                            + kind.name()
                            + ", which can only be read; choose another folder");
        }
        return new ProbeFacts(
                kind,
                facts.freeBytes(),
                Math.min(kind.maxFileBytes(), facts.processFileLimitBytes()),
                false);
    }

    /**
     * How much each pass writes at most.
     *
     * @throws IOException where there is no room for it
     */
    static long sizeBytes(ProbeRequest request, ProbeFacts facts) throws IOException {
        long room = Math.min(facts.freeBytes(), facts.fileLimitBytes());
        if (request.sizeBytes().isPresent() && request.sizeBytes().getAsLong() > room) {
            throw new IOException(
                    request.folder()
                            + " has room for a file of "
                            + SizeText.format(room)
                            + "; give a smaller --size");
        }
        if (request.sizeBytes().isPresent()) {
            return request.sizeBytes().getAsLong();
        }
        long most = Math.min(facts.freeBytes() / SHARE_OF_FREE, facts.fileLimitBytes());
        if (most < LEAST_BYTES) {
            throw new IOException(
                    request.folder()
                            + " has too little room to be tested: "
                            + SizeText.format(room)
                            + "; remove something there");
        }
        // A pace so slow that it brings less is no lack of room.
        return Math.clamp(request.usualBytes(), LEAST_BYTES, most);
    }

    /** What a failure means. */
    static String sentence(IOException problem) {
        String text = String.valueOf(problem.getMessage());
        return problem instanceof OsException failure && failure.errno().meansFull()
                ? text + "; the test needs more room, or a smaller --size"
                : text;
    }
}
