import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Trees of files. */
final class Folders {
    private Folders() {}

    /** An empty folder, whatever was there. */
    static Path fresh(Path folder) throws IOException {
        delete(folder);
        return Files.createDirectories(folder);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : all(folder).reversed()) {
                Files.delete(path);
            }
        }
    }

    /** Links stay links. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        for (Path path : all(from)) {
            Files.copy(
                    path,
                    to.resolve(from.relativize(path).toString()),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    LinkOption.NOFOLLOW_LINKS);
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The same rights and times on every machine, whatever its umask. */
    static void settle(Path folder, Instant time) throws IOException {
        for (Path path : all(folder)) {
            boolean isLink = Files.isSymbolicLink(path);
            if (!isLink) {
                boolean all = Files.isDirectory(path) || Files.isExecutable(path);
                var rights = PosixFilePermissions.fromString(all ? "rwxr-xr-x" : "rw-r--r--");
                Files.setPosixFilePermissions(path, rights);
            }
            touch(path, time);
        }
    }

    private static void touch(Path path, Instant time) throws IOException {
        var times =
                Files.getFileAttributeView(
                        path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        times.setTimes(FileTime.from(time), FileTime.from(time), null);
    }

    /** Sizes of all files in it, in bytes. */
    static long sizeBytes(Path folder) throws IOException {
        return all(folder).stream()
                .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                .mapToLong(Folders::size)
                .sum();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each folder before what it holds, in the order of their names. */
    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
