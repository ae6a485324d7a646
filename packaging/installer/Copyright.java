import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The licences of the program and of all that comes with it, in Debian's machine-readable form,
 * from the list that the window shows too.
 *
 * @see <a href="https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/">Format</a>
 */
final class Copyright {
    private static final Path COMPONENTS =
            Path.of("src/main/resources/dev/spindle/ui/about/components.tsv");

    /** Where a component offers a choice, the one whose text every Debian has is taken. */
    private static final Map<String, String> CHOSEN =
            Map.of(
                    "EPL-2.0 OR LGPL-2.1-only", "LGPL-2.1",
                    "Apache-2.0 OR LGPL-2.1-or-later", "Apache-2.0",
                    "Apache-2.0 AND MIT", "Apache-2.0 and Expat",
                    "MIT", "Expat",
                    "GPL-2.0-only WITH Classpath-exception-2.0", "GPL-2 with Classpath exception");

    private Copyright() {}

    static String text(Path jars) throws IOException {
        var paragraphs = new ArrayList<String>();
        paragraphs.add(Files.readString(PackageTree.TEMPLATES.resolve("copyright.head")).strip());
        for (String line : Files.readAllLines(COMPONENTS)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                paragraphs.add(paragraph(List.of(line.split("\t")), jars));
            }
        }
        paragraphs.add(Files.readString(PackageTree.TEMPLATES.resolve("copyright.texts")).strip());
        return String.join("\n\n", paragraphs) + "\n";
    }

    private static String paragraph(List<String> component, Path jars) throws IOException {
        String artifact = component.getFirst().replaceFirst("^.*:", "");
        return "Files: %s\nComment: %s\nCopyright: %s\nLicense: %s"
                .formatted(
                        files(artifact, component.getFirst(), jars),
                        component.get(1),
                        component.get(3),
                        CHOSEN.getOrDefault(component.get(2), component.get(2)));
    }

    /** JavaFX has become part of the Java that comes along. */
    private static String files(String artifact, String coordinates, Path jars) throws IOException {
        if (coordinates.startsWith("org.openjfx:") || coordinates.equals("java")) {
            return coordinates.equals("java")
                    ? "usr/lib/spindle/lib/runtime/*"
                    : "usr/lib/spindle/lib/runtime/legal/"
                            + artifact.replace('-', '.')
                            + "/* usr/lib/spindle/lib/runtime/lib/modules";
        }
        try (var found = Files.newDirectoryStream(jars, artifact + "-*.jar")) {
            for (Path jar : found) {
                return "usr/lib/spindle/lib/app/" + jar.getFileName();
            }
        }
        throw new IllegalStateException(
                "components.tsv names " + coordinates + ", which is not packaged");
    }
}
