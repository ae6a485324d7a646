package dev.spindle.drive.image;

import dev.spindle.drive.Drive;
import dev.spindle.drive.SectorSource;
import dev.spindle.drive.medium.Medium;
import dev.spindle.drive.medium.MediumMusic;
import dev.spindle.drive.medium.MediumToc;
import dev.spindle.drive.medium.MediumTrack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A file of sectors with what is known of the tracks in it.
 *
 * @param bytes the file's
 */
record RawSource(SectorSource bytes, int sectorBytes, MediumToc toc, Optional<MediumMusic> music)
        implements SectorSource {
    /** CD-ROM (MMC-6, table 92). */
    private static final int CD_PROFILE = 0x08;

    private static final int DATA_CONTROL = 0x4;

    /** Of data sectors (ECMA-130, 14.1). */
    private static final byte[] SYNC = {0, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0};

    private static final int MODE_AT = 15;

    /**
     * @param files those of the cue sheet, each of whole sectors but the last
     */
    static SectorSource of(List<SectorSource> files, CueSheet cue) {
        var sectors =
                files.stream()
                        .map(file -> Math.ceilDiv(file.lengthBytes(), (long) cue.sectorBytes()))
                        .toList();
        return new RawSource(
                new JoinedSource(files), cue.sectorBytes(), cue.toc(sectors), cue.music(sectors));
    }

    /** A file that no cue sheet tells of: raw where it begins with a raw sector of data. */
    static SectorSource sniffed(SectorSource bytes) throws IOException {
        if (bytes.lengthBytes() < Drive.RAW_SECTOR_BYTES) {
            return bytes;
        }
        var buffer = ByteBuffer.allocateDirect(MODE_AT + 1);
        var header = new byte[buffer.capacity()];
        int came = bytes.read(0, buffer);
        buffer.get(0, header);
        boolean isRaw =
                came == header.length
                        && Arrays.equals(header, 0, SYNC.length, SYNC, 0, SYNC.length)
                        && header[MODE_AT] >= 1
                        && header[MODE_AT] <= 2;
        return isRaw ? ofOneTrack(bytes, header[MODE_AT]) : bytes;
    }

    private static SectorSource ofOneTrack(SectorSource bytes, int dataMode) {
        long sectors = Math.ceilDiv(bytes.lengthBytes(), Drive.RAW_SECTOR_BYTES);
        var track = new MediumTrack(1, 1, 0, sectors, DATA_CONTROL, dataMode);
        return new RawSource(
                bytes,
                Drive.RAW_SECTOR_BYTES,
                new MediumToc(List.of(track), sectors),
                Optional.empty());
    }

    @Override
    public long lengthBytes() {
        return bytes.lengthBytes();
    }

    @Override
    public Medium medium() {
        return new Medium(
                OptionalInt.of(CD_PROFILE),
                Optional.of(toc),
                Optional.empty(),
                OptionalInt.empty(),
                false,
                OptionalLong.empty(),
                music);
    }

    @Override
    public int read(long offsetBytes, ByteBuffer into) throws IOException {
        return bytes.read(offsetBytes, into);
    }

    @Override
    public void close() {
        bytes.close();
    }
}
