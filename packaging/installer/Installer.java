import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes the packages out of the program that {@code Image.java} laid out: {@code java
 * Installer.java TARGET VERSION TIME} leaves {@code spindle_VERSION_ARCH.deb}, {@code
 * spindle-VERSION-linux-ARCH.tar.gz} and, where rpmbuild is there, an rpm in TARGET.
 */
final class Installer {
    private Installer() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var target = Path.of(args[0]).toAbsolutePath();
        var release = new Release(args[1], Instant.parse(args[2]));
        Path work = Folders.fresh(target.resolve("installer"));
        Path image = ProgramImage.make(target, work, release);
        Path root = PackageTree.make(target, image, work.resolve("root"), release);
        report(DebianPackage.make(root, target, work, release));
        report(Tarball.make(image, root, target, work, release));
        Optional<Path> rpm = RpmPackage.make(root, target, work, release);
        rpm.ifPresentOrElse(
                Installer::report,
                () -> IO.println("No rpm: rpmbuild is missing (apt-get install rpm)"));
    }

    private static void report(Path made) {
        try {
            IO.println(made + ", " + Files.size(made) / 1_000_000 + " MB");
        } catch (IOException e) {
            throw new IllegalStateException(made + " was not made", e);
        }
    }
}
