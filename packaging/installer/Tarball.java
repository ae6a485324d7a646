import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The program for any place: unpacked anywhere, {@code bin/spindle} starts it. */
final class Tarball {
    private Tarball() {}

    static Path make(Path image, Path root, Path target, Path work, Release release)
            throws IOException, InterruptedException {
        String name = "spindle-" + release.version();
        Path tree = work.resolve("tar").resolve(name);
        Folders.copy(image, tree);
        Folders.copy(root.resolve("usr/share"), tree.resolve("share"));
        Folders.settle(tree, release.time());
        Path made = target.resolve(name + "-linux-" + release.machine() + ".tar.gz");
        Tools.run(
                tree.getParent(),
                List.of(
                        "sh",
                        "-c",
                        "tar --sort=name --owner=0 --group=0 --numeric-owner --format=gnu"
                                + " --mtime=@\"$1\" -cf - \"$2\" | gzip -9n > \"$3\"",
                        "sh",
                        release.epochSeconds(),
                        name,
                        made.toString()));
        Folders.delete(tree.getParent());
        return made;
    }
}
