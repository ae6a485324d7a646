package dev.spindle.disc;

import dev.spindle.disc.sector.SectorReader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A disc made by hand, sector by sector; what was not written is zeros. */
public final class DiscImage implements SectorReader {
    final long lengthBytes;
    final Set<Long> bad = new HashSet<>();
    final Set<Long> asked = new HashSet<>();
    private final Map<Long, byte[]> sectors = new HashMap<>();

    DiscImage(long sectors) {
        this.lengthBytes = sectors * 2048;
    }

    /** A small ISO 9660 volume. */
    static DiscImage iso() {
        return new DiscImage(1000).primary(16, "MY_DISC", 1000).terminator(17);
    }

    /** A small UDF volume. */
    static DiscImage udf() {
        return new DiscImage(1000)
                .udfStructures(16)
                .anchor(256, 32, 16 * 2048, 48)
                .logicalVolume(32, 1, DiscImage.dstring(8, "Größe"))
                .partition(33, 2, 0, 260, 700)
                .tag(34, 8);
    }

    @Override
    public Optional<byte[]> read(long lba) {
        asked.add(lba);
        return bad.contains(lba)
                ? Optional.empty()
                : Optional.of(sectors.getOrDefault(lba, new byte[2048]));
    }

    DiscFacts inspect() {
        return DiscInspector.inspect(this, lengthBytes);
    }

    /** The sector, to write into. */
    ByteBuffer at(long lba) {
        return ByteBuffer.wrap(sectors.computeIfAbsent(lba, _ -> new byte[2048]))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    DiscImage primary(long lba, String label, long blocks) {
        ByteBuffer sector = structure(lba, 1, "CD001");
        text(sector, 40, 32, label, StandardCharsets.ISO_8859_1);
        sector.putInt(80, (int) blocks).putInt(84, Integer.reverseBytes((int) blocks));
        sector.putShort(128, (short) 2048).putShort(130, Short.reverseBytes((short) 2048));
        return this;
    }

    DiscImage joliet(long lba, String label) {
        ByteBuffer sector = structure(lba, 2, "CD001");
        sector.put(88, "%/E".getBytes(StandardCharsets.US_ASCII));
        text(sector, 40, 32, label, StandardCharsets.UTF_16BE);
        return this;
    }

    DiscImage terminator(long lba) {
        var _ = structure(lba, 255, "CD001");
        return this;
    }

    /** A volume structure descriptor. */
    ByteBuffer structure(long lba, int type, String identifier) {
        ByteBuffer sector = at(lba);
        sector.put(0, (byte) type);
        sector.put(1, identifier.getBytes(StandardCharsets.US_ASCII));
        return sector;
    }

    /** The volume recognition sequence of UDF. */
    DiscImage udfStructures(long lba) {
        var _ = structure(lba, 0, "BEA01");
        var _ = structure(lba + 1, 0, "NSR02");
        var _ = structure(lba + 2, 0, "TEA01");
        return this;
    }

    DiscImage anchor(long lba, long mainLba, long mainBytes, long reserveLba) {
        ByteBuffer sector = at(lba);
        sector.putInt(16, (int) mainBytes).putInt(20, (int) mainLba);
        sector.putInt(24, 16 * 2048).putInt(28, (int) reserveLba);
        return tag(lba, 2);
    }

    DiscImage logicalVolume(long lba, int number, byte[] dstring) {
        at(lba).putInt(16, number).put(84, dstring);
        return tag(lba, 6);
    }

    DiscImage partition(long lba, int number, int partition, long start, long length) {
        ByteBuffer sector = at(lba).putInt(16, number).putShort(22, (short) partition);
        sector.putInt(188, (int) start).putInt(192, (int) length);
        return tag(lba, 5);
    }

    /** Domain and place of the integrity descriptors, in a logical volume descriptor. */
    DiscImage revised(long lba, int revision, long integrityLba) {
        ByteBuffer sector = at(lba);
        sector.put(217, "*OSTA UDF Compliant".getBytes(StandardCharsets.US_ASCII));
        sector.putShort(240, (short) revision);
        sector.putInt(432, 4 * 2048).putInt(436, (int) integrityLba);
        return this;
    }

    /** Noon of a day, in UTC. */
    DiscImage date(long lba, int offset, int year, int month, int day) {
        ByteBuffer sector = at(lba).putShort(offset, (short) 0x1000);
        sector.putShort(offset + 2, (short) year).put(offset + 4, (byte) month);
        sector.put(offset + 5, (byte) day).put(offset + 6, (byte) 12);
        return this;
    }

    /** Puts a descriptor tag with its checksum. */
    DiscImage tag(long lba, int identifier) {
        ByteBuffer sector = at(lba);
        sector.putShort(0, (short) identifier).put(4, (byte) 0).putInt(12, (int) lba);
        int sum = 0;
        for (int i = 0; i < 16; i++) {
            sum += sector.get(i);
        }
        sector.put(4, (byte) sum);
        return this;
    }

    static byte[] dstring(int bits, String text) {
        Charset charset = bits == 8 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_16BE;
        byte[] characters = text.getBytes(charset);
        byte[] field = new byte[128];
        field[0] = (byte) bits;
        System.arraycopy(characters, 0, field, 1, characters.length);
        field[127] = (byte) (characters.length + 1);
        return field;
    }

    private static void text(ByteBuffer sector, int at, int bytes, String text, Charset charset) {
        String padded = text + " ".repeat(bytes);
        sector.put(at, padded.getBytes(charset), 0, bytes);
    }
}
