package dev.spindle.ui.about;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whatever comes with the program is named with its licence. */
@Tag("unit")
class ComponentTest {
    private static final Pattern DEPENDENCY =
            Pattern.compile(
                    "<dependency><groupId>([^<]+)</groupId><artifactId>([^<]+)</artifactId>"
                            + "<version>[^<]*</version>(<scope>test</scope>)?");

    /** Jars of the tests, and of what they need. */
    private static final Set<String> OF_TESTS =
            Set.of(
                    "apiguardian-api",
                    "archunit",
                    "archunit-junit5",
                    "archunit-junit5-api",
                    "archunit-junit5-engine",
                    "archunit-junit5-engine-api",
                    "assertj-core",
                    "byte-buddy",
                    "hamcrest",
                    "opentest4j",
                    "testfx-core",
                    "testfx-junit5");

    @Test
    void everyDependencyOfTheBuildIsNamed() throws IOException {
        var needed = new TreeSet<String>();
        // What stands behind are tools of the build, which don't come with the program.
        String program = Files.readString(Path.of("pom.xml")).split("<build>", 2)[0];
        var match = DEPENDENCY.matcher(program);
        while (match.find()) {
            if (match.group(3) == null) {
                needed.add(match.group(1) + ":" + match.group(2));
            }
        }
        assertThat(needed).hasSizeGreaterThan(8);
        assertThat(named()).containsAll(needed);
    }

    /** What dependencies bring along is on the class path, and nowhere in the build file. */
    @Test
    void everyJarOfTheClassPathIsNamedAndNothingElse() {
        var jars =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(path -> Path.of(path).getFileName().toString())
                        .filter(name -> name.endsWith(".jar"))
                        .map(name -> name.replaceFirst("-[0-9][^/]*\\.jar$", ""))
                        .filter(name -> !OF_TESTS.contains(name))
                        .filter(name -> !name.startsWith("junit-") && !name.startsWith("surefire"))
                        .collect(Collectors.toCollection(TreeSet::new));
        var artifacts =
                named().stream()
                        .filter(name -> name.contains(":"))
                        .map(name -> name.replaceFirst(".*:", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(jars).containsExactlyElementsOf(artifacts);
    }

    @Test
    void eachHasNameLicenceAndOwner() {
        for (Component component : Component.all()) {
            assertThat(component.name()).isNotBlank();
            assertThat(component.copyright()).isNotBlank();
            assertThat(component.licence())
                    .as(component.name())
                    .matches("[A-Za-z0-9.-]+( (OR|AND|WITH) [A-Za-z0-9.-]+)*");
        }
    }

    private static Set<String> named() {
        return Component.all().stream()
                .map(Component::artifact)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
