package dev.spindle.drive.demo;

import dev.spindle.drive.Drive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the structures of a volume; numbers of clauses are ECMA-119's. */
final class IsoWriter {
    private static final int SECTOR_BYTES = Drive.SECTOR_BYTES;

    /** How a directory names itself and its parent (7.6.2). */
    private static final byte[] SELF = {0};

    private static final byte[] PARENT = {1};

    /** 2026-01-01 00:00:00.00, then a zero byte for UTC (8.4.26.1). */
    private static final String CREATED = "2026010100000000\0";

    private static final String UNSPECIFIED = "0000000000000000\0";

    private final IsoLayout layout;
    private final ByteBuffer image;

    private IsoWriter(IsoLayout layout) {
        this.layout = layout;
        this.image = ByteBuffer.allocate((int) layout.firstFileLba() * SECTOR_BYTES);
    }

    /** All sectors before the first file. */
    static byte[] structures(IsoLayout layout) {
        var writer = new IsoWriter(layout);
        writer.primaryDescriptor();
        writer.terminator();
        writer.pathTable(IsoLayout.LITTLE_PATH_TABLE_LBA, ByteOrder.LITTLE_ENDIAN);
        writer.pathTable(IsoLayout.BIG_PATH_TABLE_LBA, ByteOrder.BIG_ENDIAN);
        writer.directory(IsoLayout.ROOT_LBA, layout.root());
        layout.folders().forEach(f -> writer.directory(f.lba(), f.entry().files()));
        return writer.image.array();
    }

    /** 8.4; the offsets are byte positions less one. */
    private void primaryDescriptor() {
        ByteBuffer sector = sector(IsoLayout.PRIMARY_DESCRIPTOR_LBA);
        descriptorHead(sector, 1);
        IsoRecords.text(sector, 8, 32, "");
        IsoRecords.text(sector, 40, 32, layout.label());
        IsoRecords.both32(sector, 80, layout.sectors());
        IsoRecords.both16(sector, 120, 1);
        IsoRecords.both16(sector, 124, 1);
        IsoRecords.both16(sector, 128, SECTOR_BYTES);
        IsoRecords.both32(sector, 132, pathTableBytes());
        sector.order(ByteOrder.LITTLE_ENDIAN).putInt(140, IsoLayout.LITTLE_PATH_TABLE_LBA);
        sector.order(ByteOrder.BIG_ENDIAN).putInt(148, IsoLayout.BIG_PATH_TABLE_LBA);
        IsoRecords.directoryRecord(
                sector.position(156), SELF, IsoLayout.ROOT_LBA, SECTOR_BYTES, true);
        IsoRecords.text(sector, 190, 128, layout.label());
        IsoRecords.text(sector, 318, 128, "");
        IsoRecords.text(sector, 446, 128, "");
        IsoRecords.text(sector, 574, 128, "SPINDLE");
        IsoRecords.text(sector, 702, 111, "");
        IsoRecords.text(sector, 813, 17, CREATED);
        IsoRecords.text(sector, 830, 17, CREATED);
        IsoRecords.text(sector, 847, 17, UNSPECIFIED);
        IsoRecords.text(sector, 864, 17, UNSPECIFIED);
        sector.put(881, (byte) 1);
    }

    /** 8.3: type 255 ends the set. */
    private void terminator() {
        descriptorHead(sector(IsoLayout.TERMINATOR_LBA), 255);
    }

    private static void descriptorHead(ByteBuffer sector, int type) {
        sector.put(0, (byte) type);
        IsoRecords.text(sector, 1, 5, "CD001");
        sector.put(6, (byte) 1);
    }

    /** 9.4; the same records in either byte order. */
    private void pathTable(int lba, ByteOrder order) {
        ByteBuffer sector = sector(lba).order(order);
        IsoRecords.pathRecord(sector, SELF, IsoLayout.ROOT_LBA);
        layout.folders().forEach(f -> IsoRecords.pathRecord(sector, name(f.entry()), f.lba()));
    }

    private int pathTableBytes() {
        return IsoRecords.pathRecordBytes(SELF)
                + layout.folders().stream()
                        .mapToInt(f -> IsoRecords.pathRecordBytes(name(f.entry())))
                        .sum();
    }

    private void directory(long lba, List<? extends IsoEntry> entries) {
        ByteBuffer sector = sector(lba);
        IsoRecords.directoryRecord(sector, SELF, lba, SECTOR_BYTES, true);
        IsoRecords.directoryRecord(sector, PARENT, IsoLayout.ROOT_LBA, SECTOR_BYTES, true);
        for (IsoEntry entry : entries) {
            boolean isFolder = entry instanceof IsoEntry.Folder;
            long bytes = entry instanceof IsoEntry.File file ? file.lengthBytes() : SECTOR_BYTES;
            IsoRecords.directoryRecord(sector, name(entry), layout.lba(entry), bytes, isFolder);
        }
    }

    private ByteBuffer sector(long lba) {
        return image.slice((int) lba * SECTOR_BYTES, SECTOR_BYTES);
    }

    private static byte[] name(IsoEntry entry) {
        return entry.identifier().getBytes(StandardCharsets.US_ASCII);
    }
}
