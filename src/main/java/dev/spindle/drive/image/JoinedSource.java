package dev.spindle.drive.image;

import dev.spindle.drive.SectorSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Files that follow one another, as one. */
record JoinedSource(List<SectorSource> files) implements SectorSource {
    JoinedSource {
        files = List.copyOf(files);
    }

    @Override
    public long lengthBytes() {
        return files.stream().mapToLong(SectorSource::lengthBytes).sum();
    }

    @Override
    public int read(long offsetBytes, ByteBuffer into) throws IOException {
        int done = 0;
        long startBytes = 0;
        for (SectorSource file : files) {
            long inFile = offsetBytes + done - startBytes;
            int wanted = (int) Math.min(into.remaining() - done, file.lengthBytes() - inFile);
            if (inFile >= 0 && wanted > 0) {
                int came = file.read(inFile, into.slice(into.position() + done, wanted));
                done += Math.max(0, came);
                if (came < wanted) {
                    return done;
                }
            }
            startBytes += file.lengthBytes();
        }
        return done;
    }

    @Override
    public void close() {
        files.forEach(SectorSource::close);
    }
}
