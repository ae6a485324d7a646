package dev.spindle.disc;

import dev.spindle.disc.sector.ReadBudget;
import dev.spindle.disc.sector.Sector;
import dev.spindle.disc.sector.SectorCache;
import dev.spindle.disc.sector.SectorReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * An image that another program made, as {@code src/lab/discs/run fixtures} left it among the
 * resources, with what the kernel's mount shows in it.
 */
public final class Fixture implements SectorReader {
    private static final Path FOLDER = Path.of("src", "test", "resources", "discs");
    private static final String IMAGE = ".img.gz";

    private final String name;
    private final byte[] bytes;

    private Fixture(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** All of them, by name. */
    public static List<String> names() {
        return endingWith(IMAGE);
    }

    /** Those of which there is a list as that view shows them: udf, rock, joliet, plain. */
    public static List<String> namesWith(String view) {
        return endingWith("." + view + ".txt");
    }

    private static List<String> endingWith(String end) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(end))
                    .map(file -> file.substring(0, file.length() - end.length()))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Fixture load(String name) {
        try (InputStream packed = Files.newInputStream(FOLDER.resolve(name + IMAGE));
                var image = new GZIPInputStream(packed)) {
            return new Fixture(name, image.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same image with other bytes. */
    public Fixture with(byte[] other) {
        return new Fixture(name, other);
    }

    public byte[] bytes() {
        return bytes;
    }

    public long sectors() {
        return (bytes.length + Sector.BYTES - 1L) / Sector.BYTES;
    }

    /** A cache with the bounds that reading a whole tree has. */
    public SectorCache disc() {
        return new SectorCache(this, sectors(), ReadBudget.TREE);
    }

    /** The lines of the list, without its comment, sorted. */
    public List<String> listed(String view) {
        try (Stream<String> lines =
                Files.lines(FOLDER.resolve(name + "." + view + ".txt"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.startsWith("#")).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Optional<byte[]> read(long lba) {
        long at = lba * Sector.BYTES;
        if (at >= bytes.length) {
            return Optional.empty();
        }
        int end = (int) Math.min(at + Sector.BYTES, bytes.length);
        return Optional.of(Arrays.copyOfRange(bytes, (int) at, end));
    }
}
