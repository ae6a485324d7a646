package dev.spindle.drive.demo;

import dev.spindle.drive.Drive;
import dev.spindle.drive.SectorSource;
import dev.spindle.drive.script.Script;
import dev.spindle.drive.script.ScriptParser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The demo disc: the same bytes on every machine, and something to see while it is ripped. */
public final class DemoDisc implements SectorSource {
    public static final String LABEL = "SPINDLE_DEMO";

    /** About 4 s for the disc, 6 s for the slow stretch, less than 1 s for the bad spot. */
    private static final String SCRIPT =
            """
            speed 12M
            slow 8192 3072 1M
            bad 16400 3 times 2 cost 100ms
            """;

    private static final String README =
            """
            This is Spindle's demo disc. Nothing of it is stored anywhere: its files are computed
            from their offsets while they are read, so a rip of it is the same on every machine.

            One stretch of it reads slowly, and a spot of a few sectors reads well only on the
            third try. A rip of it is complete all the same.
            """;

    private static final int PICTURES = 9;
    private static final long PICTURE_BYTES = 4_000_000;
    private static final int SOUNDS = 3;
    private static final long SOUND_BYTES = 4_700_000;

    private final IsoLayout layout = IsoLayout.of(LABEL, entries());
    private final byte[] structures = IsoWriter.structures(layout);

    /** What the drive does wrong with it. */
    public static Script script() {
        return ScriptParser.parse(SCRIPT);
    }

    @Override
    public long lengthBytes() {
        return layout.sectors() * Drive.SECTOR_BYTES;
    }

    @Override
    public int read(long offsetBytes, ByteBuffer into) {
        int bytes = Math.clamp(lengthBytes() - offsetBytes, 0, into.remaining());
        ByteBuffer target = into.slice(into.position(), bytes);
        while (target.hasRemaining()) {
            readPiece(offsetBytes + target.position(), target);
        }
        return bytes;
    }

    @Override
    public void close() {}

    /** Reads up to the end of a file, of the zeros behind it, or of the structures. */
    private void readPiece(long offsetBytes, ByteBuffer target) {
        if (offsetBytes < structures.length) {
            int bytes = (int) Math.min(target.remaining(), structures.length - offsetBytes);
            target.put(structures, (int) offsetBytes, bytes);
            return;
        }
        var file = fileAt(offsetBytes / Drive.SECTOR_BYTES);
        long inFile = offsetBytes - file.lba() * Drive.SECTOR_BYTES;
        long left = file.entry().lengthBytes() - inFile;
        if (left > 0) {
            int bytes = (int) Math.min(target.remaining(), left);
            file.entry().content().fill(inFile, target.slice(target.position(), bytes));
            target.position(target.position() + bytes);
        } else {
            int padding = (int) (Drive.SECTOR_BYTES - offsetBytes % Drive.SECTOR_BYTES);
            target.put(new byte[Math.min(target.remaining(), padding)]);
        }
    }

    private IsoLayout.Placed<IsoEntry.File> fileAt(long lba) {
        return layout.files().reversed().stream()
                .filter(file -> file.lba() <= lba)
                .findFirst()
                .orElseThrow();
    }

    private static List<IsoEntry> entries() {
        byte[] readme = README.getBytes(StandardCharsets.US_ASCII);
        return List.of(
                new IsoEntry.File("README.TXT;1", readme.length, IsoContent.of(readme)),
                new IsoEntry.Folder("PICTURES", noise("NOISE%02d.RAW;1", PICTURES, PICTURE_BYTES)),
                new IsoEntry.Folder("SOUNDS", noise("HISS%02d.RAW;1", SOUNDS, SOUND_BYTES)));
    }

    private static List<IsoEntry.File> noise(String pattern, int count, long bytes) {
        var files = new ArrayList<IsoEntry.File>();
        for (int number = 1; number <= count; number++) {
            String name = String.format(Locale.ROOT, pattern, number);
            // A length of its own for each: few files end with their sector.
            files.add(
                    new IsoEntry.File(
                            name, bytes + 1001L * number, IsoContent.noise(name.hashCode())));
        }
        return files;
    }
}
