package dev.spindle.disc.iso;

import dev.spindle.disc.sector.DiscException;
import dev.spindle.disc.sector.ReadBudget;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.SectorReader;
import dev.spindle.disc.tree.DiscTree;
import dev.spindle.disc.tree.TreeScope;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An ISO 9660 volume made by hand, record by record; what was not written is zeros. */
final class IsoImage implements SectorReader {
    static final int ROOT = 20;

    final Set<Long> bad = new HashSet<>();
    private final Map<Long, byte[]> sectors = new HashMap<>();
    private final Map<Long, Integer> ends = new HashMap<>();
    private final long sectorCount;

    IsoImage(long sectorCount) {
        this.sectorCount = sectorCount;
    }

    /** Primary descriptor, terminator, and a root folder of one sector. */
    static IsoImage empty() {
        return new IsoImage(1000).volume(0, 1000, ROOT);
    }

    /** Descriptors of a session and its root. */
    IsoImage volume(long sessionLba, int blocks, int rootLba) {
        descriptor(sessionLba + 16, 1, blocks, rootLba);
        descriptor(sessionLba + 17, 255, 0, 0);
        return folder(rootLba, rootLba, new byte[0]);
    }

    /** A volume descriptor of 2048-byte blocks. */
    ByteBuffer descriptor(long lba, int type, int blocks, int rootLba) {
        ByteBuffer sector = at(lba);
        sector.put(0, (byte) type).put(1, "CD001".getBytes(StandardCharsets.US_ASCII));
        both(sector, 80, blocks);
        sector.putShort(124, (short) 1);
        sector.putShort(128, (short) 2048).putShort(130, Short.reverseBytes((short) 2048));
        sector.put(156, record(new Place(rootLba, 2048, 2), new byte[] {0}));
        return sector;
    }

    /** The two records with which a folder begins. */
    IsoImage folder(int lba, int parentLba, byte[] systemUse) {
        sectors.put((long) lba, new byte[Sector.BYTES]);
        ends.put((long) lba, 0);
        put(lba, record(new Place(lba, 2048, 2), new byte[] {0}, systemUse));
        put(lba, record(new Place(parentLba, 2048, 2), new byte[] {1}));
        return this;
    }

    /** Appends a record to the folder of one sector at an LBA. */
    IsoImage put(long folderLba, byte[] record) {
        int end = ends.getOrDefault(folderLba, 0);
        at(folderLba).put(end, record);
        ends.put(folderLba, end + record.length);
        return this;
    }

    /** Appends a file's record to the root. */
    IsoImage file(String name, int lba, int bytes, byte[]... systemUse) {
        return put(
                ROOT,
                record(new Place(lba, bytes, 0), name.getBytes(StandardCharsets.UTF_8), systemUse));
    }

    /** Where a record's bytes lie, and its flags. */
    record Place(int lba, int bytes, int flags) {}

    static byte[] record(Place place, byte[] name, byte[]... systemUse) {
        byte[] area = join(systemUse);
        int start = 33 + name.length + (name.length % 2 == 0 ? 1 : 0);
        var buffer = ByteBuffer.allocate(start + area.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(0, (byte) buffer.capacity());
        both(buffer, 2, place.lba);
        both(buffer, 10, place.bytes);
        buffer.put(18, new byte[] {126, 11, 20, 13, 41, 42, 4});
        buffer.put(25, (byte) place.flags);
        buffer.putShort(28, (short) 1).put(32, (byte) name.length);
        buffer.put(33, name).put(start, area);
        return buffer.array();
    }

    /** A system use entry. */
    static byte[] entry(String signature, byte... data) {
        var buffer = ByteBuffer.allocate(4 + data.length);
        buffer.put(signature.getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) (4 + data.length)).put((byte) 1).put(data);
        return buffer.array();
    }

    /** One of numbers in both byte orders. */
    static byte[] numbers(String signature, int... numbers) {
        var buffer = ByteBuffer.allocate(numbers.length * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers.length; i++) {
            both(buffer, i * 8, numbers[i]);
        }
        return entry(signature, buffer.array());
    }

    /** What the root's own record says where there is Rock Ridge. */
    static byte[] rockRidge() {
        return join(entry("SP", (byte) 0xBE, (byte) 0xEF, (byte) 0), numbers("PX", 0x41ED));
    }

    static byte[] name(int flags, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return entry(
                "NM", ByteBuffer.allocate(1 + text.length).put((byte) flags).put(text).array());
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        var joined = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            joined.put(part);
        }
        return joined.array();
    }

    static void both(ByteBuffer buffer, int at, int number) {
        buffer.putInt(at, number).putInt(at + 4, Integer.reverseBytes(number));
    }

    ByteBuffer at(long lba) {
        return ByteBuffer.wrap(sectors.computeIfAbsent(lba, _ -> new byte[2048]))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public Optional<byte[]> read(long lba) {
        return bad.contains(lba)
                ? Optional.empty()
                : Optional.of(sectors.getOrDefault(lba, new byte[2048]));
    }

    SectorCache cache() {
        return new SectorCache(this, sectorCount, ReadBudget.TREE);
    }

    DiscTree tree() throws DiscException {
        return IsoTrees.read(cache(), TreeScope.WHOLE);
    }

    /** All paths, in the disc's order. */
    List<String> paths() throws DiscException {
        var paths = new ArrayList<String>();
        tree().forEach((path, _) -> paths.add(path));
        return paths;
    }
}
