import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The .deb: dpkg-deb packs the tree, all its files root's, whoever builds. */
final class DebianPackage {
    private DebianPackage() {}

    static Path make(Path root, Path target, Path work, Release release)
            throws IOException, InterruptedException {
        Path tree = work.resolve("deb");
        Folders.copy(root, tree);
        Folders.write(
                tree.resolve("usr/share/lintian/overrides/spindle"),
                Files.readString(PackageTree.TEMPLATES.resolve("lintian-overrides")));
        var control = release.fill(Files.readString(PackageTree.TEMPLATES.resolve("control")));
        Folders.write(
                tree.resolve("DEBIAN/control"),
                control.replace("@KIBIBYTES@", Long.toString(Folders.sizeBytes(root) >> 10)));
        Folders.write(tree.resolve("DEBIAN/md5sums"), sums(tree));
        Folders.settle(tree, release.time());
        Path made = target.resolve(name(release));
        Tools.run(
                work,
                List.of(
                        "env",
                        "SOURCE_DATE_EPOCH=" + release.epochSeconds(),
                        "dpkg-deb",
                        "--root-owner-group",
                        "-Zxz",
                        "--build",
                        tree.toString(),
                        made.toString()));
        Folders.delete(tree);
        return made;
    }

    private static String name(Release release) {
        return "spindle_" + release.version() + "_" + release.debianArchitecture() + ".deb";
    }

    /** What debsums compares; names without the leading slash, as Debian has them. */
    private static String sums(Path tree) throws IOException, InterruptedException {
        return Tools.run(
                tree,
                List.of(
                        "sh",
                        "-c",
                        "find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum"));
    }
}
