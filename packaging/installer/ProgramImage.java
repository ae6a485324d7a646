import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The program image, laid out by jpackage from the Java that the build made. Its launcher asks rpm
 * and dpkg at every start to whom it belongs, which takes longer than the start itself: the
 * launcher that the build wrote takes its place, and the start cache comes with it (decision 4).
 */
final class ProgramImage {
    private ProgramImage() {}

    static Path make(Path target, Path work, Release release)
            throws IOException, InterruptedException {
        Path built = target.resolve("spindle");
        if (!Files.exists(built.resolve("lib/spindle.aot"))) {
            throw new IllegalStateException(
                    "There is no program in "
                            + built
                            + ": mvn -Pinstaller package builds it first");
        }
        Tools.run(work, command(target, built, work, release));
        Path image = work.resolve("spindle");
        for (String own :
                List.of("lib/libapplauncher.so", "lib/app/spindle.cfg", "lib/app/.jpackage.xml")) {
            Files.deleteIfExists(image.resolve(own));
        }
        for (String ours : List.of("bin/spindle", "lib/spindle.aot")) {
            Files.copy(
                    built.resolve(ours),
                    image.resolve(ours),
                    StandardCopyOption.COPY_ATTRIBUTES,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.settle(image, release.time());
        return image;
    }

    private static List<String> command(Path target, Path built, Path work, Release release) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/jpackage").toString(),
                "--type",
                "app-image",
                "--name",
                "spindle",
                "--app-version",
                release.version(),
                "--vendor",
                "Spindle",
                "--icon",
                target.resolve("classes/dev/spindle/ui/icons/spindle-512.png").toString(),
                "--input",
                built.resolve("lib/app").toString(),
                "--main-jar",
                "spindle-" + release.version() + ".jar",
                "--main-class",
                "dev.spindle.app.Main",
                "--runtime-image",
                built.resolve("lib/runtime").toString(),
                "--dest",
                work.toString());
    }
}
