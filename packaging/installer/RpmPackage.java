import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The .rpm, from the same tree. */
final class RpmPackage {
    private RpmPackage() {}

    static Optional<Path> make(Path root, Path target, Path work, Release release)
            throws IOException, InterruptedException {
        if (!Tools.isThere("rpmbuild")) {
            return Optional.empty();
        }
        Path top = work.resolve("rpm");
        Path spec = top.resolve("spindle.spec");
        Folders.write(
                spec,
                release.fill(Files.readString(PackageTree.TEMPLATES.resolve("spindle.spec"))));
        Tools.run(
                top,
                List.of(
                        "env",
                        "SOURCE_DATE_EPOCH=" + release.epochSeconds(),
                        "rpmbuild",
                        "-bb",
                        "--define",
                        "_topdir " + top,
                        "--define",
                        "tree " + root,
                        spec.toString()));
        String name = "spindle-" + release.version() + "-1." + release.machine() + ".rpm";
        Path made = target.resolve(name);
        Files.move(
                top.resolve("RPMS").resolve(release.machine()).resolve(name),
                made,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Folders.delete(top);
        return Optional.of(made);
    }
}
