import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a package puts where: the program into /usr/lib/spindle, and what a desktop, a shell and man
 * look for into /usr/share. There is no maintainer script: the triggers of the system's own
 * packages read the new entries.
 */
final class PackageTree {
    static final Path TEMPLATES = Path.of("packaging/linux").toAbsolutePath();

    /** Sizes of the icon theme hicolor; the window takes others too. */
    private static final List<Integer> ICON_SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    /** What {@code spindle generate} makes, and where the shells look for it. */
    private static final Map<String, String> GENERATED =
            Map.of(
                    "bash", "bash-completion/completions/spindle",
                    "zsh", "zsh/vendor-completions/_spindle",
                    "fish", "fish/vendor_completions.d/spindle.fish");

    private PackageTree() {}

    static Path make(Path target, Path image, Path root, Release release)
            throws IOException, InterruptedException {
        Folders.copy(image, root.resolve("usr/lib/spindle"));
        Path link = Files.createDirectories(root.resolve("usr/bin")).resolve("spindle");
        Files.createSymbolicLink(link, Path.of("../lib/spindle/bin/spindle"));
        Path share = root.resolve("usr/share");
        desktop(share, release);
        icons(target, share);
        generated(image, share);
        documents(image, share, release);
        Folders.settle(root, release.time());
        return root;
    }

    private static void desktop(Path share, Release release) throws IOException {
        put(share, "applications/dev.spindle.Spindle.desktop", release);
        put(share, "metainfo/dev.spindle.Spindle.metainfo.xml", release);
        put(share, "mime/packages/dev.spindle.Spindle.xml", release);
    }

    private static void put(Path share, String place, Release release) throws IOException {
        Path template = TEMPLATES.resolve(Path.of(place).getFileName());
        Folders.write(share.resolve(place), release.fill(Files.readString(template)));
    }

    private static void icons(Path target, Path share) throws IOException {
        Path drawn = target.resolve("classes/dev/spindle/ui/icons");
        Path theme = share.resolve("icons/hicolor");
        for (int size : ICON_SIZES) {
            Path apps = theme.resolve(size + "x" + size).resolve("apps");
            Files.createDirectories(apps);
            Files.copy(
                    drawn.resolve("spindle-" + size + ".png"),
                    apps.resolve("dev.spindle.Spindle.png"));
        }
        Path scalable = Files.createDirectories(theme.resolve("scalable/apps"));
        Files.copy(Path.of("icons/spindle.svg"), scalable.resolve("dev.spindle.Spindle.svg"));
    }

    private static void generated(Path image, Path share) throws IOException, InterruptedException {
        for (var shell : GENERATED.entrySet()) {
            Folders.write(share.resolve(shell.getValue()), generate(image, shell.getKey()));
        }
        Path page = share.resolve("man/man1/spindle.1");
        Folders.write(page, generate(image, "man"));
        Tools.run(page.getParent(), List.of("gzip", "-9n", "spindle.1"));
    }

    private static String generate(Path image, String what)
            throws IOException, InterruptedException {
        return Tools.run(image, List.of(image.resolve("bin/spindle").toString(), "generate", what));
    }

    private static void documents(Path image, Path share, Release release)
            throws IOException, InterruptedException {
        Path documents = share.resolve("doc/spindle");
        Folders.write(documents.resolve("copyright"), Copyright.text(image.resolve("lib/app")));
        Path changes = documents.resolve("changelog");
        Folders.write(changes, release.fill(Files.readString(TEMPLATES.resolve("changelog"))));
        Tools.run(documents, List.of("gzip", "-9n", "changelog"));
    }
}
